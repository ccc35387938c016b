import { appendix } from './appendix.ts'
import { assumptions } from './assumptions.ts'
import { checksAndLimits } from './checks.ts'
import { type Document, sentencesIn } from './document.ts'
import { economicCase } from './economic.ts'
import { financialCase } from './financial.ts'
import { ladderPart } from './ladder-part.ts'
import { bodyCalled } from './names.ts'
import { opening } from './opening.ts'
import { options } from './options.ts'
import type { Paper } from './paper.ts'
import { reach } from './reach.ts'
import { releasePlan } from './release.ts'
import { risks } from './risks.ts'
import { sensitivityPart } from './sensitivity-part.ts'
import { summary } from './summary.ts'
import { Teller } from './teller.ts'

/** The business-case paper in the order in which finance officers read one, with how every figure that it links came about at its end. */
export function businessCase(paper: Paper): Document {
  return withAppendix(paper, withoutAppendix(paper))
}

/** The paper but for its last part; it has every chart of the whole. */
export function withoutAppendix(paper: Paper): Document {
  const tell = new Teller(paper)
  const { answer, complete } = paper
  const blocks = [
    ...summary(paper, tell),
    ...opening(paper),
    ...options(paper, tell),
    ...reach(paper, tell),
    ...economicCase(paper, tell),
    ...financialCase(paper, tell),
    ...ladderPart(paper, tell),
    ...risks(paper),
    ...sensitivityPart(paper),
    ...releasePlan(paper, tell),
    ...assumptions(paper),
    ...checksAndLimits(paper),
  ]
  return {
    title: complete.title ?? 'Business case',
    subtitle: `Business case for ${bodyCalled(complete)}`,
    resultHash: answer.resultHash,
    blocks,
  }
}

/** The same paper with how every figure that it links came about. */
export function withAppendix(paper: Paper, document: Document): Document {
  return { ...document, blocks: [...document.blocks, ...appendix(paper, linesIn(document))] }
}

/** The lines that figures of a document lead to, in the order in which they are first met. */
export function linesIn(document: Document): string[] {
  const lines = sentencesIn(document).flatMap((sentence) => sentence.flatMap((part) => (typeof part === 'string' ? [] : [part.line])))
  return [...new Set(lines)]
}

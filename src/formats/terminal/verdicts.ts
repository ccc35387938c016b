import type { Appraised } from '../../answers/appraise.ts'
import { plain, type Sentence } from '../sentences/sentence.ts'
import { disagreement, paysForItself, type Verdict, worthDoing } from '../sentences/verdicts.ts'
import { padded, sideBySide, widthOf } from './columns.ts'
import { type Pen, prose, written } from './pen.ts'

const gap = 4
const toneOf = { Yes: 'good', Even: 'quiet', No: 'bad' } as const

/** The two verdicts beside each other, and what to make of them where they disagree. */
export function verdicts(pen: Pen, answer: Appraised): string[] {
  const both = [worthDoing(answer), paysForItself(answer)] as const
  const width = Math.floor((pen.width - gap) / 2)
  const [left, right] = both.map((verdict) => bodyOf(pen, verdict, width)) as [string[], string[]]
  const headings = both.map(({ question, answer }) => written(pen, `${question}  ${answer}`)) as [string, string]
  const [first, second] = both.map(({ answer }, at) => pen.colour(toneOf[answer], headings[at] as string))
  const space = ' '.repeat(width + gap - widthOf(headings[0]))
  const differ = disagreement(answer)
  return [
    '',
    `${first}${space}${second}`,
    ...sideBySide(left, right, width, gap),
    ...(differ === undefined ? [] : ['', ...prose(pen, plain(differ)).map((line) => pen.colour('warning', line))]),
  ]
}

function bodyOf(pen: Pen, { figures, sentences }: Verdict, width: number): string[] {
  const rows = figures.map(({ label, figure }) => [written(pen, label), written(pen, figure.text)] as const)
  return [...rows.flatMap(([label, figure]) => acrossFrom(label, figure, width)), ...prose(pen, asText(sentences), { width })]
}

function asText(sentences: readonly Sentence[]): string {
  return sentences.map(plain).join(' ')
}

/** A label and its figure at the two ends of a line, or of two lines where one is too short. */
function acrossFrom(label: string, figure: string, width: number): string[] {
  const space = width - widthOf(label)
  return space > widthOf(figure) ? [`${label}${padded(figure, space, 'right')}`] : [label, padded(figure, width, 'right')]
}

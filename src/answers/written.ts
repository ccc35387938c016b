import type { ReadCase } from '../case/read-case.ts'
import { answerCsv } from '../formats/csv.ts'
import { type NumberForm, rendered, type Unrendered } from '../formats/json.ts'
import { answerXml, type XmlPart } from '../formats/xml.ts'
import type { Appraised } from './appraise.ts'
import { withSlopes } from './sensitivity.ts'

/** How the text of an answer is written. */
export type AnswerForm =
  | { as: 'json'; numbers?: NumberForm | undefined; slopes?: string | undefined }
  | { as: 'csv' }
  | { as: 'xml'; parts?: readonly XmlPart[] | undefined }

/** An answer as a text, and the hash of its result. */
export interface WrittenAnswer {
  text: string
  resultHash: string
}

/** Writes an answer as a text. Throws an OptionError or a LineError where slopes are asked for of no figure. */
export function writtenAnswer(answer: Appraised, ready: ReadCase, form: AnswerForm): WrittenAnswer {
  return { text: textOf(answer, ready, form), resultHash: answer.resultHash }
}

function textOf(answer: Appraised, ready: ReadCase, form: AnswerForm): string {
  if (form.as === 'csv') return answerCsv(answer)
  if (form.as === 'xml') return answerXml(answer, form.parts)
  const whole = form.slopes === undefined ? answer : withSlopes(answer, ready, form.slopes)
  return JSON.stringify(rendered(whole as unknown as Unrendered, form.numbers))
}

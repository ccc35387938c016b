import { answerCsv, csvHeadings, csvRows } from '../formats/csv.ts'
import { type NumberForm, rendered, type Unrendered } from '../formats/json.ts'
import { answerPage } from '../formats/terminal/answer.ts'
import { padded } from '../formats/terminal/columns.ts'
import { type Pen, written } from '../formats/terminal/pen.ts'
import type { Answered } from './appraisals.ts'
import type { FormName } from './form-names.ts'

/** One way of writing answers: alone in a document of its own, or one of several in the same stream. */
export interface AnswerForm {
  extension: string
  alone: (pen: Pen, answered: Answered) => string
  /** What stands before the first of several. */
  before: string
  oneOfSeveral: (pen: Pen, answered: Answered) => string
}

/** The way of writing that a name stands for. */
export function answerForm(name: FormName, numbers: NumberForm): AnswerForm {
  return { table, json: json(numbers), csv }[name]
}

const table: AnswerForm = {
  extension: 'txt',
  alone: (pen, { answer, told }) => answerPage(pen, answer, told),
  before: '',
  oneOfSeveral: (pen, { answer, told }) => {
    const line = pen.ascii ? '=' : '═'
    const banner = `${line.repeat(2)} ${written(pen, told.name)} `
    return `${pen.colour(
      'quiet',
      padded(banner, pen.width).replace(/ +$/, (space) => ` ${line.repeat(space.length - 1)}`),
    )}\n${answerPage(pen, answer, told)}\n`
  },
}

/** Several answers are one JSON object a line, each with the file and the variant it is the answer to. */
const json = (numbers: NumberForm): AnswerForm => ({
  extension: 'json',
  alone: (_, { answer }) => `${JSON.stringify(rendered(answer as unknown as Unrendered, numbers), undefined, 2)}\n`,
  before: '',
  oneOfSeveral: (_, { input, variant, answer }) =>
    `${JSON.stringify({ file: input.name, ...(variant === undefined ? {} : { variant: variant.id }), answer: rendered(answer as unknown as Unrendered, numbers) })}\n`,
})

const csv: AnswerForm = {
  extension: 'csv',
  alone: (_, { answer }) => answerCsv(answer),
  before: csvHeadings(['file', 'variant']),
  oneOfSeveral: (_, { input, variant, answer }) => csvRows(answer, [input.name, variant?.id ?? '']),
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import Type, { type TSchema } from 'typebox'
import type { Appraised } from '../answers/appraise.ts'
import { choice } from '../case/quantity.ts'
import { answerCsv } from '../formats/csv.ts'
import { type NumberForm, rendered, type Unrendered } from '../formats/json.ts'
import { acceptable } from './accept.ts'
import { named } from './operation.ts'

/** A way for an answer to leave. */
export interface AnswerFormat {
  mediaType: string
  schema: TSchema
  write: (answer: Appraised, numbers: NumberForm) => string
}

/** The formats of an answer by the word that asks for each; the first is what a request gets that does not ask. */
export const formats = {
  json: {
    mediaType: 'application/json',
    schema: named('Answer'),
    write: (answer, numbers) => JSON.stringify(rendered(answer as unknown as Unrendered, numbers)),
  },
  csv: {
    mediaType: 'text/csv',
    schema: Type.String({
      description: 'One row for each line and year, with the columns section, owner, line, label, year, unit and value.',
    }),
    write: (answer) => answerCsv(answer),
  },
} as const satisfies Record<string, AnswerFormat>
type FormatWord = keyof typeof formats
const words = Object.keys(formats) as FormatWord[]
const types = words.map((word) => formats[word].mediaType) as [string, ...string[]]

/** The option of figures as numbers. */
export const numbersOption = Type.Optional(
  choice(
    ['strings', 'json'],
    'how figures are written in JSON: as decimal strings, which are exact, or as JSON numbers, which a spreadsheet adds up',
    'strings',
  ),
)

/** The options of an address that answers with an appraisal in any format. */
export const answerOptions = Type.Object(
  { numbers: numbersOption, format: Type.Optional(choice(words, 'the format of the answer; takes precedence over Accept')) },
  { additionalProperties: false },
)

/** The format that a request asks for, by ?format= or else by Accept. Throws an HttpProblem where there is no such format. */
export function chosenFormat(request: FastifyRequest, word: FormatWord | undefined): AnswerFormat {
  if (word !== undefined) return formats[word]
  const type = acceptable(request.headers.accept, types)
  return Object.values(formats).find(({ mediaType }) => mediaType === type) as AnswerFormat
}

/** Sends an answer in a format. */
export function sendAnswer(reply: FastifyReply, answer: Appraised, format: AnswerFormat, numbers: NumberForm = 'strings'): FastifyReply {
  return reply.type(`${format.mediaType}; charset=utf-8`).send(format.write(answer, numbers))
}

/** Holds a request to JSON, for an address that answers in nothing else. Throws an HttpProblem where its Accept leaves JSON out. */
export function acceptsJson(request: FastifyRequest): void {
  acceptable(request.headers.accept, ['application/json'])
}

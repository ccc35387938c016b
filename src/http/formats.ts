import type { FastifyReply, FastifyRequest } from 'fastify'
import Type, { type TSchema } from 'typebox'
import type { Book } from '../answers/workbook.ts'
import type { AnswerForm } from '../answers/written.ts'
import { choice } from '../case/quantity.ts'
import { acceptable } from './accept.ts'
import { named } from './operation.ts'
import { slopesOption } from './slopes-option.ts'
import { sendTagged } from './tagged.ts'

/** A way for an answer to leave. */
export interface AnswerFormat {
  mediaType: string
  schema: TSchema
  as: AnswerForm['as']
}

/** The formats of an answer by the word that asks for each; the first is what a request gets that does not ask. */
export const formats = {
  json: {
    mediaType: 'application/json',
    schema: named('Answer'),
    as: 'json',
  },
  csv: {
    mediaType: 'text/csv',
    schema: Type.String({
      description: 'One row for each line and year, with the columns section, owner, line, label, year, unit and value.',
    }),
    as: 'csv',
  },
  xml: {
    mediaType: 'application/xml',
    schema: Type.String({
      description:
        'The element answer with headline, years, economic, interventions, demands and warnings, without a namespace, in ASCII: /answer/headline/netCashable.',
    }),
    as: 'xml',
  },
} as const satisfies Record<string, AnswerFormat>

/** The answer as a workbook: not a text, and computed anew with every input a cell, so that it leaves by a way of its own. */
export const workbookFormat = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  schema: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary', description: 'An Excel workbook (XLSX) with live formulas.' }),
} as const

const everyFormat = { ...formats, xlsx: workbookFormat }
type FormatWord = keyof typeof everyFormat
const words = Object.keys(everyFormat) as FormatWord[]
const types = words.map((word) => everyFormat[word].mediaType) as [string, ...string[]]

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
  {
    numbers: numbersOption,
    slopes: slopesOption,
    format: Type.Optional(choice(words, 'the format of the answer; takes precedence over Accept')),
  },
  { additionalProperties: false },
)

/** The format that a request asks for, by ?format= or else by Accept. Throws an HttpProblem where there is no such format. */
export function chosenFormat(request: FastifyRequest, word: FormatWord | undefined): AnswerFormat | typeof workbookFormat {
  if (word !== undefined) return everyFormat[word]
  const type = acceptable(request.headers.accept, types)
  return Object.values(everyFormat).find(({ mediaType }) => mediaType === type) as AnswerFormat | typeof workbookFormat
}

/** Sends an answer that is written in a format. */
export function sendAnswer(reply: FastifyReply, text: string, format: AnswerFormat): FastifyReply {
  return reply.type(`${format.mediaType}; charset=utf-8`).send(text)
}

/** Sends a workbook as a file with a name, and with an ETag. */
export function sendWorkbook(request: FastifyRequest, reply: FastifyReply, { bytes, resultHash }: Book, name: string): FastifyReply {
  reply.type(workbookFormat.mediaType).header('content-disposition', `attachment; filename="${name}.xlsx"`)
  return sendTagged(request, reply, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), resultHash)
}

/** Holds a request to JSON, for an address that answers in nothing else. Throws an HttpProblem where its Accept leaves JSON out. */
export function acceptsJson(request: FastifyRequest): void {
  acceptable(request.headers.accept, ['application/json'])
}

/** Sends an answer whose figures are written out already. */
export function sendJson(reply: FastifyReply, answered: unknown): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answered))
}

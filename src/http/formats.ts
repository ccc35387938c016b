import type { FastifyReply, FastifyRequest } from 'fastify'
import Type, { type TSchema } from 'typebox'
import type { Report, ReportForm } from '../answers/report.ts'
import type { Book } from '../answers/workbook.ts'
import type { AnswerForm } from '../answers/written.ts'
import { choice } from '../case/quantity.ts'
import { reportPolicy } from '../formats/report/html.ts'
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

/** The forms of the business-case paper: worked on for longer than an answer, so that they leave by a way of their own too. */
export const reportFormats = {
  html: {
    mediaType: 'text/html',
    schema: Type.String({ description: 'The business-case paper as one page that stands alone, without scripts.' }),
    report: 'html',
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    schema: Type.Unsafe<Uint8Array>({
      type: 'string',
      format: 'binary',
      description: 'The business-case paper as a Word document (DOCX).',
    }),
    report: 'docx',
  },
} as const satisfies Record<ReportForm, { mediaType: string; schema: TSchema; report: ReportForm }>
type ReportFormat = (typeof reportFormats)[ReportForm]

const everyFormat = { ...formats, xlsx: workbookFormat, ...reportFormats }
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
export function chosenFormat(request: FastifyRequest, word: FormatWord | undefined): AnswerFormat | typeof workbookFormat | ReportFormat {
  if (word !== undefined) return everyFormat[word]
  const type = acceptable(request.headers.accept, types)
  return Object.values(everyFormat).find(({ mediaType }) => mediaType === type) as (typeof everyFormat)[FormatWord]
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

/** Sends a report: a page under a policy that lets it do nothing but show itself, or a file with a name; with an ETag. */
export function sendReport(
  request: FastifyRequest,
  reply: FastifyReply,
  form: ReportForm,
  { bytes, resultHash }: Report,
  name: string,
): FastifyReply {
  const { mediaType } = reportFormats[form]
  reply.type(form === 'html' ? `${mediaType}; charset=utf-8` : mediaType)
  if (form === 'html') reply.header('content-security-policy', reportPolicy)
  else reply.header('content-disposition', `attachment; filename="${name}.docx"`)
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

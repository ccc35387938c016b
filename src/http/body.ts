import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pricedCase } from '../answers/cost/limits.ts'
import { type ReadCase, readAssembled, readCase } from '../case/read-case.ts'
import type { TextFormat } from '../case/read-text.ts'
import { askThreads } from './long-work.ts'
import { HttpProblem } from './problem.ts'
import type { Service } from './service.ts'
import { formType, workbookType } from './upload-schemas.ts'
import { caseOfFiles, type UploadedFile } from './uploaded-case.ts'
import { filesOfForm, workbookOfBody } from './uploads.ts'

/** The types a body may have, and how each is read. */
const formats: Readonly<Record<string, TextFormat>> = {
  'application/json': 'json',
  'application/yaml': 'yaml',
  'application/x-yaml': 'yaml',
  'text/yaml': 'yaml',
}
const textTypes = Object.keys(formats)
/** Every type that a case is read from: a text, and for an appraisal a workbook or the CSV files of its tables. */
export const acceptedTypes = [...textTypes, workbookType, formType]

/** Texts and files of up to so many bytes are read between two other requests: some tens of milliseconds. */
const inlineBytes = { json: 64 * 1024, yaml: 16 * 1024, files: 32 * 1024 }

/** A body as text, and the form it is written in. */
export interface TextBody {
  text: string
  format: TextFormat
}

/**
 * Keeps bodies as the bytes they came in. A case is read by its own reader, which keeps the digits of numbers and sees keys given twice;
 * a parser here would have lost both before anybody could look.
 */
export function keepBodies(app: FastifyInstance, bodyLimit: number): void {
  app.removeAllContentTypeParsers()
  for (const type of textTypes) app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
}

/**
 * The case that a request brings, as a text, a workbook or the files of its tables, within the limits. What is long is read on a thread.
 * Throws a CaseError, a CostError, a WorkError or an HttpProblem.
 */
export async function postedCase(request: FastifyRequest, reply: FastifyReply, service: Service): Promise<ReadCase> {
  const [type] = (request.headers['content-type'] ?? '').toLowerCase().split(';')
  if (type?.trim() === formType) return await uploadedCase(await filesOfForm(request), reply, service)
  if (type?.trim() === workbookType) return await uploadedCase(workbookOfBody(request.body), reply, service, true)
  const { text, format } = textBody(request)
  const { limits, library } = service
  if (text.length > inlineBytes[format])
    return (await askThreads(service, reply, 'caseOfText', { text, format, texts: library.texts, limits })) as ReadCase
  return withinLimits(readCase(text, format, { load: library.load, depth: limits.depth }), service)
}

async function uploadedCase(
  files: readonly UploadedFile[],
  reply: FastifyReply,
  service: Service,
  isWorkbook?: boolean,
): Promise<ReadCase> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (bytes <= inlineBytes.files) return withinLimits(readAssembled(await caseOfFiles(files, isWorkbook)), service)
  return (await askThreads(service, reply, 'caseOfUpload', { files, isWorkbook, limits: service.limits })) as ReadCase
}

function withinLimits(ready: ReadCase, { limits }: Service): ReadCase {
  pricedCase(ready, limits)
  return ready
}

/** The body of a request as text. Throws an HttpProblem where there is none, or where it is not plain UTF-8. */
export function textBody(request: FastifyRequest): TextBody {
  const type = plainType(request)
  const { body } = request
  if (!Buffer.isBuffer(body) || body.length === 0)
    throw new HttpProblem('empty-body', `Send a case in the body, as ${acceptedTypes.join(', ')}.`)
  const format = formats[type]
  if (format === undefined) throw new HttpProblem('unsupported-media-type', `A body is read here as ${textTypes.join(', ')}.`)
  if (body.subarray(0, 4).toString('latin1') === 'PK\x03\x04')
    throw new HttpProblem('not-text', `The body is a zip file, as a workbook is. Send a workbook with the Content-Type ${workbookType}.`)
  return { text: utf8(body), format }
}

/** The type of a body that comes uncompressed and in UTF-8, as far as its headers say. Throws an HttpProblem where they say otherwise. */
export function plainType({ headers }: FastifyRequest): string {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';')
  const encoding = headers['content-encoding']?.trim().toLowerCase()
  if (encoding !== undefined && encoding !== 'identity') {
    throw new HttpProblem('unsupported-encoding', `Send the body uncompressed, not in ${JSON.stringify(encoding.slice(0, 40))}.`, {
      headers: { 'accept-encoding': 'identity' },
    })
  }
  const charset = /^charset="?([^"]*)"?$/.exec(parameters.map((each) => each.trim()).find((each) => each.startsWith('charset=')) ?? '')?.[1]
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    throw new HttpProblem('unsupported-charset', `Send the body in utf-8, not in ${JSON.stringify(charset.slice(0, 40))}.`)
  }
  return type.trim()
}

/** Bytes as text. Throws an HttpProblem at the first byte that is not UTF-8, rather than putting a replacement character in its place. */
function utf8(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  const again = Buffer.from(text, 'utf8')
  if (again.equals(bytes)) return text
  const differs = bytes.findIndex((byte, index) => byte !== again[index])
  // A text that breaks off inside a character may agree as far as it goes.
  const at = differs === -1 ? bytes.length - 1 : differs
  const before = bytes.subarray(0, at).toString('utf8')
  const message = 'This byte is not part of a UTF-8 character; save the text as UTF-8.'
  const got = `byte 0x${(bytes[at] as number).toString(16).padStart(2, '0').toUpperCase()}`
  const position = { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') }
  throw new HttpProblem('not-text', `The body is not UTF-8: ${got} at line ${position.line}, column ${position.column}.`, {
    errors: [{ pointer: '', path: '', message, got, expected: 'UTF-8', ...position }],
  })
}

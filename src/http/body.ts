import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { TextFormat } from '../case/read-text.ts'
import { HttpProblem } from './problem.ts'

/** The types a body may have, and how each is read. */
const formats: Readonly<Record<string, TextFormat>> = {
  'application/json': 'json',
  'application/yaml': 'yaml',
  'application/x-yaml': 'yaml',
  'text/yaml': 'yaml',
}
export const acceptedTypes = Object.keys(formats)

/** A body may have 1 MiB; the largest case that is legal has less. */
export const bodyLimit = 1024 * 1024

/** A body as text, and the form it is written in. */
export interface TextBody {
  text: string
  format: TextFormat
}

/**
 * Keeps bodies as the bytes they came in. A case is read by its own reader, which keeps the digits of numbers and sees keys given twice;
 * a parser here would have lost both before anybody could look.
 */
export function keepBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  for (const type of acceptedTypes)
    app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
}

/** The body of a request as text. Throws an HttpProblem where there is none, or where it is not plain UTF-8. */
export function textBody(request: FastifyRequest): TextBody {
  const { headers, body } = request
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
  if (!Buffer.isBuffer(body) || body.length === 0)
    throw new HttpProblem('empty-body', `Send a case in the body, as ${acceptedTypes.join(', ')}.`)
  return { text: utf8(body), format: formats[type.trim()] as TextFormat }
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

import { parse } from 'csv-parse/sync'
import { readSheets } from '../../src/tables/read-xlsx.ts'
import { against, type Operation, type Schema } from './document.ts'

/** What came back. */
export interface Answer {
  statusCode: number
  headers: Readonly<Record<string, unknown>>
  rawPayload: Buffer
}

/** Formats of an answer that its address can be asked for, beyond the one that the document gives a schema for. */
const alsoAsked: Readonly<Record<string, Schema>> = {
  'text/csv': {},
  'application/xml': {},
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { format: 'binary' },
  'text/html': {},
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { format: 'binary' },
}

/** Throws where an answer is not one that the document foresees. */
export async function hold(operation: Operation, { statusCode, headers, rawPayload }: Answer): Promise<void> {
  const text = rawPayload.toString('utf8')
  const wrong = (what: string): never => {
    throw new Error(`${operation.id}: ${what}: ${statusCode} ${headers['content-type']} ${text.slice(0, 400)}`)
  }
  if (statusCode >= 500) wrong('a failure of its own')
  const documented = operation.responses[statusCode] ?? wrong('a status that the document does not have')
  const type = String(headers['content-type'] ?? '').split(';')[0] as string
  const takesFormat = operation.parameters.some(({ name }) => name === 'format')
  const schema = documented[type] ?? (statusCode === 200 && takesFormat ? alsoAsked[type] : undefined)
  if (schema === undefined) return wrong('a type that the document does not have')
  if (type.endsWith('json')) {
    const fault = schema.$ref === undefined ? undefined : against(schema.$ref, parsed(text, wrong))
    if (fault !== undefined) wrong(`not as its schema has it, ${fault}`)
  } else if (type === 'text/csv') rows(text, wrong)
  else if (type === 'application/xml') elements(text, wrong)
  else if (type === 'text/event-stream') events(text, operation, wrong)
  else if (/spreadsheet/.test(type)) await sheets(rawPayload, wrong)
  else if (/wordprocessing/.test(type)) archive(rawPayload, wrong)
  else if (type === 'text/html') paper(text, wrong)
  else if (type === 'text/plain' && !text.startsWith('#ERROR ') && /[\r\n]|undefined|NaN|Infinity|\[object/.test(text))
    wrong('not one bare word or number')
}

type Wrong = (what: string) => never

function parsed(text: string, wrong: Wrong): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return wrong('not JSON')
  }
}

function rows(text: string, wrong: Wrong): void {
  try {
    parse(text)
  } catch (error) {
    wrong(`not CSV, ${(error as Error).message}`)
  }
  if (/(^|,|\r\n)"?[=@]/.test(text)) wrong('a cell that a spreadsheet would run')
}

/** Every mark is closed by its own, in order; nothing else is needed of a text whose every other character is plain. */
function elements(text: string, wrong: Wrong): void {
  const open: string[] = []
  const body = text.replace(/^<\?xml[^?]*\?>/, '')
  for (const [, close, name = '', empty] of body.matchAll(/<(\/?)([A-Za-z]\w*)(?:\s+[\w-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close === '/') {
      if (open.pop() !== name) wrong(`the element ${name} is closed and not open`)
    } else if (empty !== '/') open.push(name)
  }
  if (open.length > 0) wrong(`the element ${open.at(-1)} is not closed`)
  const between = body.replace(/<\/?[A-Za-z]\w*(?:\s+[\w-]+="[^"<]*")*\s*\/?>/g, '')
  if (/[<>]|&(?!(#\d+|amp|lt|gt|quot|apos);)/.test(between)) wrong('a mark or an & that is not escaped')
}

function events(text: string, operation: Operation, wrong: Wrong): void {
  const all = text.split('\n\n').filter((each) => each !== '')
  for (const each of all) if (!/^event: (progress|answer|problem)\ndata: .+$/.test(each)) wrong(`not an event: ${each.slice(0, 100)}`)
  const [, kind, data = ''] = /^event: (\w+)\ndata: (.+)$/.exec(all.at(-1) ?? '') ?? []
  const ref = kind === 'answer' ? operation.responses[200]?.['application/json']?.$ref : '#/components/schemas/Problem'
  if (kind === 'progress') wrong('it ends without an answer')
  const value = parsed(data, wrong) as { status?: number }
  if (kind === 'problem' && (value.status ?? 500) >= 500) wrong('a failure of its own')
  const fault = against(ref as string, value)
  if (fault !== undefined) wrong(`an event not as its schema has it, ${fault}`)
}

/** A report is whole, runs nothing, takes nothing from elsewhere, and has no hole where a figure should be. */
function paper(text: string, wrong: Wrong): void {
  if (!text.startsWith('<!doctype html>') || !text.trimEnd().endsWith('</html>')) wrong('not a whole page')
  if (/<script|\son\w+=|(?:src|href)="(?!#)/i.test(text)) wrong('a page that runs something, or takes something from elsewhere')
  const shown = text.replace(/<[^>]*>/g, ' ')
  if (/\bundefined\b|\bNaN\b|\bInfinity\b|\[object/.test(shown)) wrong('a hole where a figure should be')
}

/** A file of Word is a ZIP with its text in it. */
function archive(bytes: Buffer, wrong: Wrong): void {
  if (bytes.toString('latin1', 0, 2) !== 'PK' || !bytes.includes('word/document.xml')) wrong('not a file of Word')
}

async function sheets(bytes: Buffer, wrong: Wrong): Promise<void> {
  try {
    const read = await readSheets(bytes)
    if (read.length === 0) wrong('a workbook of nothing')
  } catch (error) {
    wrong(`not a workbook, ${(error as Error).message}`)
  }
}

import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { openApiFile } from '../../src/http/write-openapi.ts'
import type { Entry } from './entry.ts'
import type { Answered } from './send.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'financial-year': true } })
ajv.addSchema({ ...JSON.parse(readFileSync(openApiFile, 'utf8')), $id: 'document' })
const isProblem = ajv.getSchema('document#/components/schemas/Problem')

interface Fault {
  pointer: string
  path: string
  message: string
  got?: string
  expected?: string
  line?: number
  sheet?: string
  file?: string
}
interface Problem {
  type: string
  status: number
  code: string
  errors: Fault[]
}

/** Problems about a case: they say where it is wrong, what was found and what was expected. */
const ofCases = ['not-a-case', 'not-json', 'not-yaml', 'wrong-extends', 'wrong-variant', 'wrong-tables', 'not-csv', 'wrong-option']

/** What is wrong with the answer to an entry; nothing where it is as it should be. */
export function faults(entry: Entry, { status, headers, body, all }: Answered): string[] {
  const found: string[] = []
  const wrong = (what: string) => void found.push(what)
  const text = body.toString('utf8')
  if (!isOneOf(status, entry.status)) wrong(`status ${status}, not ${[entry.status].flat().join(' or ')}: ${text.slice(0, 300)}`)
  if (all.some((each) => each >= 500 && each !== 503)) wrong(`a status of ${all.join()}: ${text.slice(0, 300)}`)
  if (status !== 0 && status !== 204 && status !== 304 && headers['x-powered-by'] !== undefined) wrong('it says what it is built with')
  if (entry.holds !== undefined && !entry.holds.test(text)) wrong(`the answer does not hold ${entry.holds}: ${text.slice(0, 300)}`)
  const held = entry.never?.exec(text) ?? entry.never?.exec(JSON.stringify(withoutDrawn(headers)))
  if (held) wrong(`the answer holds ${held[0]}`)
  if (status >= 400 && entry.method !== 'HEAD') found.push(...problemFaults(entry, status, String(headers['content-type'] ?? ''), text))
  return found
}

/** The headers without the name of the request, which is drawn: "3e-4" may stand in it, and is no number. */
function withoutDrawn({ 'x-request-id': _, ...headers }: Answered['headers']): Answered['headers'] {
  return headers
}

function problemFaults(entry: Entry, status: number, type: string, text: string): string[] {
  if (type !== 'application/problem+json; charset=utf-8') return [`${status} comes as ${type}: ${text.slice(0, 300)}`]
  let problem: Problem
  try {
    problem = JSON.parse(text)
  } catch {
    return [`a problem that is not JSON: ${text.slice(0, 300)}`]
  }
  const found: string[] = []
  if (isProblem?.(problem) !== true) found.push(`not a Problem by the document: ${JSON.stringify(isProblem?.errors)}`)
  if (problem.status !== status || problem.type !== `urn:cashable:problem:${problem.code}`)
    found.push(`a problem that says ${problem.status} ${problem.type}`)
  if (entry.code !== undefined && !isOneOf(problem.code, entry.code))
    found.push(`the code ${problem.code}, not ${[entry.code].flat().join(' or ')}`)
  if (/\bat .*\.(ts|js):\d+|node_modules|\/src\//.test(text)) found.push('it says where in the program')
  if (!ofCases.includes(problem.code)) return found
  const [first] = problem.errors
  if (first === undefined) return [...found, 'no error is listed']
  if (entry.at !== undefined && first.path !== entry.at) found.push(`at ${first.path}, not ${entry.at}`)
  for (const each of problem.errors) {
    const isPlaced =
      each.path !== '' || each.line !== undefined || each.sheet !== undefined || each.file !== undefined || problem.status === 422
    if (!isPlaced || each.got === undefined || each.expected === undefined || each.message === '')
      found.push(`an error without its place, got or expected: ${JSON.stringify(each)}`)
  }
  return found
}

function isOneOf<T>(value: T, wanted: T | readonly T[]): boolean {
  return [wanted].flat().includes(value)
}

/** One thing wrong with a case, told so that whoever wrote the case can put it right. */
export interface Problem {
  /** RFC 6901 JSON pointer into the case, such as /demand/0/costs/0/amount. */
  pointer: string
  /** The same place as a contract path, with ids in place of list positions: demand.care.costs.ifa.amount. */
  path: string
  /** What is wrong and what to do, in one or two plain sentences. */
  message: string
  /** What was found, shortened. */
  got?: string
  /** What would be accepted. */
  expected?: string
  /** Line in the text, counted from 1. */
  line?: number
  /** Column in the line, counted from 1. */
  column?: number
  /** The file, where the case was put together from more than one. */
  file?: string
  /** The sheet, where the case came in a workbook. */
  sheet?: string
  /** The cell of that sheet, such as C4. */
  cell?: string
}

/** At most this many problems are listed at once; the message then says how many more there are. */
export const problemLimit = 50

/**
 * A case that cannot be taken. Status 400: the text cannot be parsed; 413: it is larger than is read; 422: it was parsed, and is not a legal case.
 * `problems` holds the first fifty; `total` counts them all.
 */
export class CaseError extends Error {
  readonly status: 400 | 413 | 422
  readonly code: string
  readonly problems: Problem[]
  readonly total: number

  constructor(status: 400 | 413 | 422, code: string, problems: Problem[], total = problems.length) {
    super(summary(problems, total))
    this.name = 'CaseError'
    this.status = status
    this.code = code
    this.problems = problems.slice(0, problemLimit)
    this.total = total
  }
}

function summary(problems: Problem[], total: number): string {
  const first = problems[0] as Problem
  if (total === 1) return first.path === '' ? first.message : `${first.path}: ${first.message}`
  const listed = Math.min(problems.length, problemLimit)
  const rest = total > listed ? `; the first ${listed} are listed, and there are ${total - listed} more` : ''
  return `${total} problems${rest}. The first: ${first.path === '' ? '' : `${first.path}: `}${first.message}`
}

/** A value as it was given, in at most 80 characters, for the `got` of a problem. */
export function rendered(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value)
    return keys.length === 0 ? 'an empty object' : shortened(`an object with ${keys.slice(0, 8).join(', ')}${keys.length > 8 ? ', …' : ''}`)
  }
  if (typeof value === 'string') return shortened(JSON.stringify(value))
  return String(value)
}

/** A text cut to at most `most` characters, with a mark where it was cut. */
export function shortened(text: string, most = 80): string {
  if (text.length <= most) return text
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`
}

import { isScope, type Scope, scopes } from './scopes.ts'

/** What the file of keys says of one key: one line of JSON. The key itself is not in it. */
export interface KeyEntry {
  /** Who calls with it, as logs and refusals have it. */
  name: string
  /** The SHA-256 of the key, as 64 hexadecimal digits. */
  sha256: string
  scopes: readonly Scope[]
  /** The last day on which it is taken, in UTC: 2027-03-31. */
  expires?: string
  /** How many requests it may make in one day, in UTC. */
  perDay?: number
}

/** The most requests that may be allowed for one day. */
export const mostPerDay = 1_000_000_000

/** A line of the file of keys that cannot be read. Its message quotes nothing of the line, which may hold a key by mistake. */
export class KeyLineError extends Error {
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`)
    this.name = 'KeyLineError'
  }
}

type Fault = string | undefined
const rules: Readonly<Record<keyof KeyEntry, (value: unknown) => Fault>> = {
  name: (value) => (isName(value) ? undefined : `"name" is ${nameRule}`),
  sha256: (value) => (isText(value, /^[0-9a-f]{64}$/) ? undefined : '"sha256" is 64 hexadecimal digits in small letters'),
  scopes: (value) =>
    Array.isArray(value) && value.length > 0 && value.every(isScope) && new Set(value).size === value.length
      ? undefined
      : `"scopes" is a list of one or more of ${scopes.join(', ')}, each once`,
  expires: (value) => (value === undefined || isDay(value) ? undefined : '"expires" is a day such as "2027-03-31"'),
  perDay: (value) =>
    value === undefined || (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= mostPerDay)
      ? undefined
      : `"perDay" is a whole number from 1 to ${mostPerDay}`,
}

/** What a name is made of. */
export const nameRule = 'a letter, then letters, digits or hyphens, at most 40 in all, all small'

/** Whether a value may be the name of a key. */
export function isName(value: unknown): value is string {
  return isText(value, /^[a-z][a-z0-9-]{0,39}$/)
}

/** Whether a value is a day of the calendar, such as 2027-03-31. */
export function isDay(value: unknown): value is string {
  if (!isText(value, /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** An entry as its line of the file, without the end of the line. */
export function keyLine({ name, sha256, scopes: allowed, expires, perDay }: KeyEntry): string {
  return JSON.stringify({ name, sha256, scopes: allowed, expires, perDay })
}

/**
 * Reads a file of keys: one JSON object a line; empty lines and lines that start with # are passed over. Throws a KeyLineError where a line is
 * not an entry, names a key a second time, or where there is no key at all.
 */
export function readKeyLines(text: string): KeyEntry[] {
  const entries: KeyEntry[] = []
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const entry = readEntry(line, index + 1)
    if (entries.some(({ name }) => name === entry.name)) throw new KeyLineError(index + 1, `there is a key ${entry.name} already`)
    if (entries.some(({ sha256 }) => sha256 === entry.sha256)) throw new KeyLineError(index + 1, 'this key has a name already')
    entries.push(entry)
  }
  if (entries.length === 0) throw new KeyLineError(1, 'the file holds no key')
  return entries
}

function readEntry(line: string, number: number): KeyEntry {
  const value = parsed(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new KeyLineError(number, 'this is no JSON object, such as `cashable key new` prints')
  }
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(rules, key))
  if (unknown !== undefined) throw new KeyLineError(number, `an entry has ${Object.keys(rules).join(', ')} and nothing else`)
  for (const [key, rule] of Object.entries(rules)) {
    const fault = rule((value as Record<string, unknown>)[key])
    if (fault !== undefined) throw new KeyLineError(number, fault)
  }
  return value as KeyEntry
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value)
}

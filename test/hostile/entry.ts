/** A request that somebody hostile, careless or unlucky sends, and what must come of it. */
export interface Entry {
  /** What it is, in words; no two entries have the same. */
  name: string
  /** The line and headers of the request, and its body; POST where it has a body and names no method. */
  method?: string
  path?: string
  headers?: Readonly<Record<string, string>>
  /** The body, or how to make it where it is large. */
  body?: string | Buffer | (() => Buffer | Promise<Buffer>)
  /** In place of all that: bytes put on a connection as they are, with the answers read until it closes or falls silent. */
  raw?: string | Buffer | (() => string | Buffer)
  /** The status, or those that may come; 0 is a connection closed without an answer. With `raw`, that of the first answer. */
  status: number | readonly number[]
  /** The code of the problem, or those that may come, where an error status does. */
  code?: string | readonly string[]
  /** Where the first error of the problem says that the fault is: its path, or sheet and cell. */
  at?: string
  /** What the answer must hold, and what it must never hold. */
  holds?: RegExp
  never?: RegExp
}

/** The entries of one kind. */
export interface Category {
  about: string
  entries: readonly Entry[]
}

const json = { 'content-type': 'application/json' }

/** A body posted as JSON to an address that takes a case; /v1/appraise where none is named. */
export function posted(body: Entry['body'], path = '/v1/appraise', headers: Readonly<Record<string, string>> = json) {
  return { method: 'POST', path, headers, ...(body === undefined ? {} : { body }) }
}

/** A body posted as YAML. */
export function postedYaml(body: Entry['body']) {
  return posted(body, '/v1/appraise', { 'content-type': 'application/yaml' })
}

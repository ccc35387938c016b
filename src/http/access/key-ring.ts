import { timingSafeEqual } from 'node:crypto'
import { hashOfKey } from '../../keys/key.ts'
import type { KeyEntry } from '../../keys/key-line.ts'
import type { Caller } from './caller.ts'

/** What becomes of a key that is shown. */
export type Shown = { caller: Caller } | { why: string }

type Equal = (one: Uint8Array, other: Uint8Array) => boolean

/** The keys that are taken. */
export class KeyRing {
  private readonly known: readonly { hash: Buffer; entry: KeyEntry }[]
  private readonly equal: Equal

  constructor(entries: readonly KeyEntry[], equal: Equal = timingSafeEqual) {
    this.known = entries.map((entry) => ({ hash: Buffer.from(entry.sha256, 'hex'), entry }))
    this.equal = equal
  }

  /** Whose keys they are. */
  get names(): string[] {
    return this.known.map(({ entry }) => entry.name)
  }

  /**
   * The caller of a key at a time, in milliseconds since 1970; or why there is none. Every key is compared, in constant time, whether or not
   * one before it was the same, so that how long it takes tells nothing.
   */
  caller(key: string, now: number): Shown {
    const hash = hashOfKey(key)
    let found: KeyEntry | undefined
    for (const each of this.known) if (this.equal(each.hash, hash)) found = each.entry
    if (found === undefined) return { why: 'The key is not one that is taken here.' }
    const { name, scopes, expires, perDay } = found
    if (expires !== undefined && new Date(now).toISOString().slice(0, 10) > expires) {
      return { why: `The key ${name} could be used up to ${expires}. Ask whoever runs the service for a new one.` }
    }
    return { caller: { id: `key ${name}`, scopes: new Set(scopes), ...(perDay === undefined ? {} : { perDay }) } }
  }
}

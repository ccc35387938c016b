import type { Scope } from '../../keys/scopes.ts'

/** Who makes a request. */
export interface Caller {
  /** How logs and limits know them: `key finance`, or `token` and the subject. */
  id: string
  scopes: ReadonlySet<Scope>
  /** How many requests they may make in one day. */
  perDay?: number
}

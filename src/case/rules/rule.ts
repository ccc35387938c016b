import type { Finding } from '../messages.ts'
import type { SoundCase } from '../sound.ts'

/** A finding of a rule, with the pointers of what it rests on: where one of those is malformed, the finding is not to be trusted. */
export interface RuleFinding extends Finding {
  reads?: readonly string[]
}

/** A rule about several fields of a case at once. */
export type Rule = (theCase: SoundCase) => RuleFinding[]

/** The items of a list that are there, each with its pointer. */
export function each<Item>(list: readonly (Item | undefined)[] | undefined, pointer: string): { item: Item; at: string; index: number }[] {
  return (list ?? []).flatMap((item, index) => (item === undefined ? [] : [{ item, at: `${pointer}/${index}`, index }]))
}

/** A finding that rests on some keys of the object at a pointer. */
export function about(at: string, keys: readonly string[], finding: Omit<RuleFinding, 'reads'>): RuleFinding {
  return { ...finding, reads: keys.map((key) => `${at}/${key}`) }
}

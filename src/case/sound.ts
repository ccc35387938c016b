import { pointerParts } from './pointer.ts'
import type { Case } from './schema.ts'

/** A case of which any part may be missing because it was malformed: what cross-field rules read. */
export type Sound<T> = T extends readonly (infer Item)[]
  ? (Sound<Item> | undefined)[]
  : T extends object
    ? { [Key in keyof T]?: Sound<T[Key]> | undefined }
    : T
export type SoundCase = Sound<Case>

/**
 * A copy of a value without the parts at the given pointers, so that what remains is as the schema says. List items are left out in place,
 * so that the others keep their pointers.
 */
export function soundParts(value: unknown, badPointers: readonly string[]): SoundCase {
  let sound = value
  for (const pointer of badPointers) sound = without(sound, pointerParts(pointer))
  return (typeof sound === 'object' && sound !== null && !Array.isArray(sound) ? sound : {}) as SoundCase
}

function without(holder: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return undefined
  const parts = holder as Readonly<Record<string, unknown>> | undefined
  if (parts?.[first] === undefined) return holder
  const inner = without(parts[first], rest)
  if (Array.isArray(holder)) return holder.map((item, index) => (String(index) === first ? inner : item))
  const { [first]: _, ...others } = parts
  return inner === undefined ? others : { ...others, [first]: inner }
}

// An effect's own id may be as long as one it has by default: a demand's with -exits.
const legalId = /^[a-z][a-z0-9-]{0,45}$/

/** The id that names an item of a list: its own, or for an effect the one it has by default; undefined where it has no legal one. */
export function itemId(item: unknown, listKey: string): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const id = 'id' in item ? item.id : listKey === 'effects' ? effectId(item) : undefined
  return typeof id === 'string' && legalId.test(id) ? id : undefined
}

/** The id of an effect that gives none: its demand's, with -exits for the kind exits. */
export function effectId({ kind, demand }: { kind?: unknown; demand?: unknown }): string | undefined {
  if (typeof demand !== 'string') return undefined
  return kind === 'exits' ? `${demand}-exits` : demand
}

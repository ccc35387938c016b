/** The id that names an item of a list: its own, or for an effect the one it has by default; undefined where it has none. */
export function itemId(item: unknown, listKey: string): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  if ('id' in item) return typeof item.id === 'string' ? item.id : undefined
  return listKey === 'effects' ? effectId(item as { kind?: unknown; demand?: unknown }) : undefined
}

/** The id of an effect that gives none: its demand's, with -exits for the kind exits. */
export function effectId({ kind, demand }: { kind?: unknown; demand?: unknown }): string | undefined {
  if (typeof demand !== 'string') return undefined
  return kind === 'exits' ? `${demand}-exits` : demand
}

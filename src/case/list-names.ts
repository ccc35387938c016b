/** The lists whose items have ids, which is why their names may be left out of a path. */
export const listNames: readonly string[] = ['demand', 'interventions', 'funding', 'costs', 'effects', 'savings']

/** A path at its shortest: without the names of lists, the last part excepted. */
export function withoutListNames(path: string): string {
  const parts = path.split('.')
  return parts.filter((part, at) => !listNames.includes(part) || at === parts.length - 1).join('.')
}

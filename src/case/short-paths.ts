import { listNames } from './list-names.ts'
import { wordList } from './nearest.ts'
import { follow, isFound } from './paths.ts'

/** What a short path stands for: one full path, several, or none. */
export type Meant = { path: string } | { either: string[] } | undefined

/**
 * The full path that a path stands for. A path that leads somewhere as it is written means that; else the names of lists may have been left
 * out of it, so that fgc.team.amount is interventions.fgc.costs.team.amount. Where that can be read in more than one way, all are given.
 */
export function meantBy(root: unknown, path: string): Meant {
  if (isFound(follow(root, path))) return { path }
  const found = readings(root, '', path.split('.'))
  const [first] = found
  if (first === undefined) return undefined
  return found.length === 1 ? { path: first } : { either: found }
}

/** Why a path that can be read in more than one way is refused. */
export function whyAmbiguous(path: string, either: readonly string[]): string {
  return `${path} may be ${wordList(either)}; write the one that is meant in full.`
}

function readings(root: unknown, before: string, rest: readonly string[]): string[] {
  const [part, ...after] = rest
  if (part === undefined) return [before]
  const reached = (path: string) => (isFound(follow(root, path)) ? [path] : [])
  const below = (path: string) => (before === '' ? path : `${before}.${path}`)
  const next = [below(part), ...listNames.map((list) => below(`${list}.${part}`))].flatMap(reached)
  return next.flatMap((path) => readings(root, path, after))
}

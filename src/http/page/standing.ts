import { pricedCase } from '../../answers/cost/limits.ts'
import { settingOf } from '../../answers/setting.ts'
import type { Overrides } from '../../case/overrides.ts'
import { follow, isFound } from '../../case/paths.ts'
import { CaseError, type Problem } from '../../case/problem.ts'
import { decimalPattern } from '../../case/quantity.ts'
import { type Beside, besideCase, type ReadCase, readCase } from '../../case/read-case.ts'
import { meantBy } from '../../case/short-paths.ts'
import { exactNumber } from '../../graph/exact.ts'
import { scenarioOf } from '../routes/scenario.ts'
import { readScenarioCase } from '../routes/scenario-appraise.ts'
import type { Service } from '../service.ts'
import { unplaced } from '../unplaced.ts'
import type { Asked } from './asked.ts'

/** The case as it was saved: a scenario of the library, or one's own. */
export interface Saved {
  title: string
  /** The id in the library; none for a case of one's own. */
  scenario?: string
  ready: ReadCase
  /** The id, the description and the variants: these go with the case wherever it is taken. */
  beside: Beside
}

/** Where the page stands: the saved case, what is changed, and the case with the changes; what is wrong is left out of it. */
export interface Standing {
  saved: Saved
  ready: ReadCase
  /** What is changed and legal, by path in full. */
  changes: Overrides
  /** What was asked for, legal or not. */
  asked: Overrides
  /** Paths that are set only because another value is: see `settingOf`. */
  implied: ReadonlySet<string>
  problems: readonly Problem[]
}

const decimal = new RegExp(decimalPattern)
/** Shown first where the address names none. */
const firstShown = 'la5-package'

/** The scenario that is shown where none is asked for. */
export function usualScenario({ library }: Service): string {
  return (library.scenarios.find(({ id }) => id === firstShown) ?? library.scenarios[0])?.id ?? firstShown
}

/** Where a visit stands. Throws an HttpProblem for an unknown scenario, a CaseError where one's own case cannot be read, a CostError where it is too large. */
export function standingOf(service: Service, asked: Asked): Standing {
  const saved = savedCase(service, asked)
  const { changes: wanted, implied, same } = changesOf(saved.ready, asked.overrides)
  const problems: Problem[] = []
  let changes = wanted
  let kept: Overrides | undefined
  for (let tries = 0; ; tries += 1) {
    try {
      let ready = Object.keys(changes).length === 0 ? saved.ready : withChanges(saved.ready, changes)
      if (kept === undefined) {
        const moved = ([path]: [string, string]) => valueAt(ready, path) !== valueAt(saved.ready, path)
        kept = Object.fromEntries([...same].filter(moved))
        changes = { ...changes, ...kept }
        if (Object.keys(kept).length > 0) ready = withChanges(saved.ready, changes)
      }
      pricedCase(ready, service.limits)
      return { saved, ready, changes, asked: { ...wanted, ...kept }, implied, problems }
    } catch (error) {
      if (!(error instanceof CaseError)) throw error
      problems.push(
        ...error.problems.filter(({ path, message }) => !problems.some((each) => each.path === path && each.message === message)),
      )
      const blamed = (path: string) => error.problems.some((each) => each.path === path || each.path.startsWith(`${path}.`))
      const rest = Object.fromEntries(Object.entries(changes).filter(([path]) => !blamed(path)))
      changes = tries < 2 && Object.keys(rest).length < Object.keys(changes).length ? rest : {}
    }
  }
}

function savedCase(service: Service, { scenario, own }: Asked): Saved {
  if (own !== undefined) {
    const ready = unplaced(() => readCase(own, 'json', { depth: service.limits.depth }))
    return { title: ready.case.title ?? 'Your case', ready, beside: ready.beside }
  }
  const id = scenario ?? usualScenario(service)
  const saved = scenarioOf(service.library, id)
  return { title: saved.title ?? id, scenario: id, ready: readScenarioCase(service, id, {}), beside: besideCase(saved) }
}

/** A case with values set over it. Throws a CaseError. */
export function withChanges({ raw }: ReadCase, overrides: Overrides): ReadCase {
  return unplaced(() => readCase(JSON.stringify(raw), 'json', { overrides }))
}

/** What is set over a saved case, by full path: what differs from it, and what is set to what it is. */
interface Set {
  changes: Overrides
  implied: ReadonlySet<string>
  /** These count where the value would else follow another that is changed, as a default does. */
  same: ReadonlyMap<string, string>
}

/** A built-in figure that is set keeps its price year, which has to be set with it unless another is given: see `settingOf`. */
function changesOf(saved: ReadCase, overrides: Overrides): Set {
  const changes = new Map<string, string>()
  const same = new Map<string, string>()
  const names = new Map<string, string>()
  for (const [short, text] of Object.entries(overrides)) {
    const meant = meantBy(saved.raw, short)
    const path = meant !== undefined && 'path' in meant ? meant.path : short
    const first = names.get(path)
    // What is set twice goes on as it was written, for the reader of the case to refuse.
    if (first !== undefined) changes.set(first, overrides[first] as string).set(short, text)
    else if (isSame(saved, path, text)) same.set(path, text)
    else changes.set(path, text)
    names.set(path, first ?? short)
  }
  const implied = new Set<string>()
  for (const [path, text] of [...changes]) {
    if (saved.register.get(path)?.origin !== 'reference' || !decimal.test(text)) continue
    for (const [other, value] of Object.entries(settingOf(saved, path, text).set)) {
      if (changes.has(other)) continue
      changes.set(other, value)
      implied.add(other)
    }
  }
  return { changes: Object.fromEntries(changes), implied, same }
}

/** The value at a path as a text, and whatever it follows from. */
function valueAt({ case: complete, register }: ReadCase, path: string): string | undefined {
  const standing = register.get(path)
  if (standing !== undefined) return standing.value
  const found = follow(complete, path)
  return isFound(found) && found.value !== undefined && typeof found.value !== 'object' ? String(found.value) : undefined
}

function isSame(saved: ReadCase, path: string, text: string): boolean {
  const value = valueAt(saved, path)
  if (value === undefined || value === text) return value === text
  return saved.register.has(path) && decimal.test(text) && decimal.test(value) && exactNumber(text).equals(exactNumber(value))
}

/** Servers on the way take addresses of 8,000 characters, and this one's share of a request's headers is 16 KiB. */
const longestLink = 7_500

/** The address of a standing; none for a case of one's own, which no address could hold, and none for more changes than one can hold. */
export function linkOf({ saved }: Pick<Standing, 'saved'>, overrides: Overrides, address = '/'): string | undefined {
  if (saved.scenario === undefined) return undefined
  const link = `${address}?${[`scenario=${encodeURIComponent(saved.scenario)}`, setting(overrides)].filter((part) => part !== '').join('&')}`
  return link.length > longestLink ? undefined : link
}

/** Values to set as a part of a query. */
export function setting(overrides: Overrides): string {
  return Object.entries(overrides)
    .map(([path, value]) => `set.${encodeURIComponent(path)}=${encodeURIComponent(value)}`)
    .join('&')
}

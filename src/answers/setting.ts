import { CaseError } from '../case/problem.ts'
import { completeCase, type ReadCase } from '../case/read-case.ts'

/** What to set, by path, to appraise a case at another value of one quantity; `problem` says why a case with it would be refused. */
export interface Setting {
  set: Record<string, string>
  problem?: string
}

/**
 * What to set, by path, to appraise a case at a value, a canonical decimal, of one quantity: the value, and what the case would otherwise take
 * from the value that stands there now, such as the price year of a built-in figure.
 */
export function settingOf({ raw, register: standing }: ReadCase, path: string, value: string): Setting {
  const set: Record<string, string> = { [path]: value }
  try {
    const { register } = completeCase(raw, { overrides: set })
    for (const { path: other, value: before, unit } of standing.values()) {
      const after = register.get(other)
      if (other !== path && after !== undefined && after.value !== before && unit !== 'index') set[other] = before
    }
    return { set }
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    return { set, problem: error.message }
  }
}

/** What to set where the value alone will not do; undefined where it will, as for every quantity that a case gives itself. */
export function settingBeyond(ready: ReadCase, path: string, value: string): Setting['set'] | undefined {
  if (ready.register.get(path)?.origin !== 'reference') return undefined
  const { set, problem } = settingOf(ready, path, value)
  return problem === undefined && Object.keys(set).length > 1 ? set : undefined
}

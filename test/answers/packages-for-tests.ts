import { choose } from '../../src/answers/choose.ts'
import type { ChoiceOptions } from '../../src/answers/choosing/asked.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { type Answer, answer, type Case } from '../cases-for-tests.ts'

/*
 * Choosing in tests, and choosing by brute force: every package appraised in full, with included: false for what is left out, and the rules of
 * the choice written again in the plainest way.
 */

const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }

/** What `choose` answers. */
export function chosen(given: Case, options: ChoiceOptions = {}) {
  return choose(completeCase(given), options, model, async () => {})
}

/** One package, appraised. */
export interface Tried {
  ids: string[]
  answer: Answer
}

/** Every package of a case, each appraised in full. The empty one has no grant. */
export function everyPackage(given: Case): Tried[] {
  const ids = (given.interventions ?? []).filter(({ included }) => included !== false).map(({ id }) => id)
  return Array.from({ length: 2 ** ids.length }, (_, number) => {
    const inside = ids.filter((_, place) => Math.floor(number / 2 ** place) % 2 === 1)
    const interventions = (given.interventions ?? []).map((each) => ({ ...each, included: inside.includes(each.id) }))
    const funding = inside.length === 0 ? [] : given.funding
    return { ids: inside.sort(), answer: answer({ ...given, interventions, ...(funding === undefined ? {} : { funding }) }) }
  })
}

type Amount = 'npv' | 'netCashable' | 'cashable' | 'cost' | 'costAllFunders' | 'peakFunding'

/** Pence, as a whole number. */
export function pence(amount: string): bigint {
  const [pounds = '', part = '00'] = amount.split('.')
  return BigInt(`${pounds}${part.padEnd(2, '0')}`)
}

/** The allowed packages, the best first: by the measure, then the fewer, then by their ids. */
export function rankedByHand(all: readonly Tried[], measure: Amount, budgetOn: Amount, budget?: string): Tried[] {
  const allowed = all.filter(({ answer: { headline } }) => budget === undefined || pence(headline[budgetOn]) <= pence(budget))
  return [...allowed].sort((one, other) => {
    const apart = pence(other.answer.headline[measure]) - pence(one.answer.headline[measure])
    if (apart !== 0n) return apart > 0n ? 1 : -1
    if (one.ids.length !== other.ids.length) return one.ids.length - other.ids.length
    return one.ids.join() < other.ids.join() ? -1 : 1
  })
}

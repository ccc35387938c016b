import { rendered } from '../problem.ts'
import type { WarmUp } from '../schema.ts'
import type { Sound } from '../sound.ts'
import { isZero } from './entries.ts'
import { about, each, type Rule, type RuleFinding } from './rule.ts'

/** A capacity can only be filled and freed when it is known how long a family holds a place. */
export const capacityNeedsMonths: Rule = ({ interventions }) =>
  each(interventions, '/interventions').flatMap(({ item, at }) => {
    if (item.capacity === undefined || item.programme?.months !== undefined) return []
    const message = 'capacity needs programme.months: how many months a family holds a place.'
    return [{ pointer: `${at}/programme/months`, message, got: 'nothing', expected: 'whole months from 1 to 60' }]
  })

/** A warm-up has a profile exactly when its curve is custom. */
export const profileOfCustomCurve: Rule = ({ interventions }) =>
  each(interventions, '/interventions').flatMap(({ item, at }) => [
    ...profileOf(item.warmUp, `${at}/warmUp`),
    ...each(item.savings, `${at}/savings`).flatMap(({ item: saving, at: savingAt }) => profileOf(saving.warmUp, `${savingAt}/warmUp`)),
  ])

function profileOf(warmUp: Sound<WarmUp> | undefined, at: string): RuleFinding[] {
  if (warmUp === undefined) return []
  const { curve = 'linear', profile } = warmUp
  if ((curve === 'custom') === (profile !== undefined)) return []
  const message =
    curve === 'custom'
      ? 'The curve custom needs a profile: the share of the full rate month by month.'
      : `A profile goes with curve: custom, and the curve is ${curve}.`
  return [
    about(at, ['curve', 'profile'], {
      pointer: `${at}/profile`,
      message,
      got: rendered(profile),
      expected: 'profile exactly when curve is custom',
    }),
  ]
}

/** A budget lists places exactly when its basis is places. */
export const placesOfBudget: Rule = ({ demand }) =>
  each(demand, '/demand').flatMap(({ item, at: owner }) => {
    if (item.budget === undefined) return []
    const at = `${owner}/budget`
    const { basis = 'opening', places } = item.budget
    if ((basis === 'places') === (places !== undefined)) return []
    const message =
      basis === 'places'
        ? 'The basis places needs the list places: the budgeted places by case year.'
        : `places go with basis: places, and the basis is ${basis}.`
    return [
      about(at, ['basis', 'places'], {
        pointer: `${at}/places`,
        message,
        got: rendered(places),
        expected: 'places exactly when basis is places',
      }),
    ]
  })

/** Entries are not places: what is paid per entry is released with neither steps nor notice. */
export const releaseOfEntries: Rule = ({ demand }) =>
  each(demand, '/demand').flatMap(({ item, at: owner }) =>
    each(item.costs, `${owner}/costs`).flatMap(({ item: line, at }) => {
      const { per, release } = line
      if (per !== 'entry' || release === undefined) return []
      return (['step', 'noticeMonths'] as const).flatMap((key) => {
        const value = release[key]
        if (value === undefined || isZero(value)) return []
        const message = `A cost per: entry has no places to empty, so its release takes no ${key}.`
        return [{ pointer: `${at}/release/${key}`, message, got: rendered(value), expected: `no ${key}, or 0` }]
      })
    }),
  )

/** A schedule and one rate cannot both discount. */
export const oneWayToDiscount: Rule = ({ discounting }) => {
  if (discounting?.schedule === undefined || discounting.rate === undefined) return []
  const message = 'Discounting is given both as a schedule and as one rate; keep one.'
  return [{ pointer: '/discounting/rate', message, got: 'schedule and rate', expected: 'schedule or rate' }]
}

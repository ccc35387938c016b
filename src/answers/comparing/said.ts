import type { Figure } from '../../formats/figure.ts'
import { pounds } from '../../formats/sentences/amounts.ts'
import type { Exact } from '../../graph/exact.ts'
import type { Appraised } from '../appraise.ts'
import type { Change } from './changes.ts'
import { differenceOf } from './figures.ts'

/** More changes than this are counted. */
const mostSaid = 3

/** What a variant changes and what that does to net cashable, in two sentences. */
export function variantSentence(changes: readonly Change[], { headline: now }: Appraised, { headline: before }: Appraised): string {
  const asked = changes.filter(({ isSet }) => isSet)
  const said = asked.length > 0 ? asked : changes
  const what =
    said.length === 0
      ? 'It changes no value that an answer rests on.'
      : `It changes ${said.slice(0, mostSaid).map(changeInWords).join('; ')}${moreThan(said.length)}.`
  return `${what} ${netCashableSentence(now.netCashable, before.netCashable)}`
}

/** What the package does compared with doing nothing, in a sentence. */
export function centralSentence({ headline }: Appraised): string {
  const { grossAvoided, cashable, cost, grants, netCashable } = headline
  const granted = grants.value.isZero() ? '' : `, has ${pounds(grants.value)} of grants`
  return `Against doing nothing, the package avoids ${pounds(grossAvoided.value)} of cost, of which ${pounds(cashable.value)} is cash${granted}, and costs the body ${pounds(cost.value)}: net cashable ${pounds(netCashable.value)}.`
}

function netCashableSentence(now: Figure, before: Figure): string {
  const apart = differenceOf(now, before).value
  if (apart.isZero()) return `Net cashable stays at ${pounds(now.value)}.`
  const by = apart.abs().lessThan('0.5') ? 'less than £1' : pounds(apart.abs())
  const sides = `from ${pounds(before.value)} to ${pounds(now.value)}`
  return `Net cashable ${apart.isNegative() ? 'falls' : 'rises'} by ${by}, ${sides}${turn(now.value, before.value)}.`
}

function changeInWords({ label, unit, from, to, fromPriceYear, toPriceYear }: Change): string {
  if (from !== null && to !== null && fromPriceYear !== undefined) {
    return `${label} from ${inUnit(from, unit)} in ${fromPriceYear} prices to ${inUnit(to, unit)} in ${toPriceYear} prices`
  }
  if (from === null) return `${label} to ${inUnit(to as string, unit)}, where the central case has none`
  return to === null ? `${label} from ${inUnit(from, unit)} to none` : `${label} from ${withoutUnit(from, unit)} to ${inUnit(to, unit)}`
}

function inUnit(value: string, unit: string): string {
  if (unit.startsWith('pounds')) return `${withoutUnit(value, unit)}${unit.slice('pounds'.length).replace(' an event', ' each time')}`
  return ['months', 'years', 'families a month', 'children', 'children a year', 'places'].includes(unit) ? `${value} ${unit}` : value
}

function withoutUnit(value: string, unit: string): string {
  return unit.startsWith('pounds') ? `£${value.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}` : value
}

function moreThan(count: number): string {
  const more = count - mostSaid
  return more <= 0 ? '' : `; and ${more} more ${more === 1 ? 'value' : 'values'}`
}

/** That the sign turns, which is what a committee asks first. */
function turn(now: Exact, before: Exact): string {
  if (now.lessThan(0) && !before.lessThan(0)) return ': it no longer pays for itself in cash'
  if (!now.lessThan(0) && before.lessThan(0)) return ': it now pays for itself in cash'
  return ''
}

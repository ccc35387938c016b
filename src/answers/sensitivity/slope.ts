import type { ReadCase } from '../../case/read-case.ts'
import { ratio } from '../../formats/figure.ts'
import { exactNumber } from '../../graph/exact.ts'
import type { Measure } from '../measure.ts'
import type { Probe } from '../probe.ts'
import { settingBeyond } from '../setting.ts'
import type { VariedCase } from '../varied.ts'
import type { ReadQuantity } from './quantities.ts'
import { isStep, type SlopeOf, slopesOf } from './slopes.ts'
import { KinkWords } from './why-kink.ts'

const noStep =
  'At 0 places can be released in any part; any step above 0 holds some of them back. above is the average over a first whole place.'

/** What a change of one quantity does to a measure, as an answer shows it. */
export type Slope = ReturnType<typeof shownSlopes>[number]

/** Effects this near to each other, as a part, share a rank. */
const alike = 1e-9
/** Slopes are shown to so many digits; what a finite difference gives is good to fewer. */
const digits = 10

/**
 * The slope of a measure by every quantity with what 1% of its value does, its elasticity and its rank: 1 is the quantity of which 1% moves
 * the measure most. A quantity that moves nothing by 1% of itself, such as one that stands at 0, has no rank.
 */
export function shownSlopes(ready: ReadCase, varied: VariedCase, measure: Measure, quantities: readonly ReadQuantity[], smooth?: Probe) {
  const found = slopesOf(varied, measure, quantities, smooth)
  const effects = found.map((slope, place) => onePercent(slope, quantities[place] as ReadQuantity))
  const value = varied.float(measure.line)
  const order = [...effects.keys()]
    .filter((place) => effects[place] !== 0)
    .sort((one, other) => Math.abs(effects[other] as number) - Math.abs(effects[one] as number))
  const ranks = new Map<number, number>()
  for (const [at, place] of order.entries()) {
    const before = order[at - 1]
    const isTie = before !== undefined && Math.abs(effects[before] as number) <= Math.abs(effects[place] as number) * (1 + alike)
    ranks.set(place, isTie ? (ranks.get(before) as number) : at + 1)
  }
  let words: KinkWords | undefined
  return found.map((slope, place) => {
    const quantity = quantities[place] as ReadQuantity
    const effect = effects[place] as number
    const isLegal = canRise(quantity)
    words ??= slope.sides === undefined ? undefined : new KinkWords(varied, measure)
    return {
      derivative: decimalText(slope.derivative),
      perPercent: measure.figure(isLegal ? effect : 0 - effect),
      perPercentOf: isLegal ? ('more' as const) : ('less' as const),
      averaged: slope.jumps === true,
      elasticity: quantity.centre === 0 || value === 0 ? null : ratio(exactNumber((effect * 100) / value)),
      rank: ranks.get(place) ?? null,
      stepped: slope.stepped,
      kink: slope.sides === undefined || words === undefined ? null : kinkOf(slope, slope.sides, words, quantity),
      set: settingBeyond(ready, quantity.path, quantity.assumption.value),
    }
  })
}

/** Whether 1% more of a value, further from 0, is legal. */
function canRise({ centre, least, most }: ReadQuantity): boolean {
  return centre * 1.01 <= most && centre * 1.01 >= least
}

/** What 1% more does at the slope of the side on which the change lies, which for a value below 0 is that of a fall; of less, reversed. */
function onePercent({ average, sides, jumps }: SlopeOf, quantity: ReadQuantity): number {
  const isUp = canRise(quantity) === quantity.centre > 0
  const side = sides === undefined || jumps === true ? undefined : isUp ? sides.above : sides.below
  return ((side ?? average) * quantity.centre) / 100
}

function kinkOf({ jumps }: SlopeOf, { below, above }: NonNullable<SlopeOf['sides']>, words: KinkWords, quantity: ReadQuantity) {
  return {
    below: below === undefined ? null : decimalText(below),
    above: above === undefined ? null : decimalText(above),
    why: jumps !== true ? words.ofSides(quantity) : quantity.centre === 0 && isStep(quantity.path) ? noStep : words.ofSteps(),
  }
}

/** A slope as a plain decimal. */
export function decimalText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a slope came to ${value}, which is no number`)
  return exactNumber(value).toSignificantDigits(digits).plus(0).toFixed()
}

import { OptionError } from '../option-error.ts'
import { byP10, type LookedAt } from './looked-at.ts'
import type { Setting } from './setting.ts'
import { byTie, type Subset } from './subset.ts'
import { Drawn, type UnderDraws } from './under-draws.ts'

/** Every allowed package is drawn where that makes at most so many columns, and so many instructions: some seconds. */
export const mostColumns = 2 ** 21
const mostInstructions = 3e10
/** Else the best so many by the point answer are, and those on the frontier. */
export const fewDrawn = 64

/** What becomes of the packages that are drawn. */
export interface DrawnPackages {
  ranges: number
  /** Whether every allowed package is drawn. */
  isAll: boolean
  fates: ReadonlyMap<Subset, UnderDraws>
  /** The places of the drawn packages, the highest P10 first. */
  byP10: readonly number[]
}

/**
 * Draws the ranges of the case and follows the allowed packages, the best first in `order`, through the same draws. Nothing where the case
 * has no ranges; throws an OptionError where a ranking by P10 asks for them.
 */
export async function drawPackages(
  { varied, ids, choice, pause }: Setting,
  looked: LookedAt,
  order: readonly number[],
  onFrontier: readonly number[],
): Promise<DrawnPackages | undefined> {
  const drawn = Drawn.from(varied, ids, choice)
  if (drawn === undefined) {
    if (choice.rankBy === 'central') return undefined
    const message = 'The case has no ranges, so there is no P10 to rank by; rank by central, or give assumptions a low and a high end.'
    throw new OptionError('wrong-option', 'rankBy', message, { got: 'p10', expected: 'central' })
  }
  const columns = order.length * choice.draws
  const isAll = columns <= mostColumns && columns * drawn.instructions <= mostInstructions
  const some = isAll ? order : [...new Set([...order.slice(0, fewDrawn), ...onFrontier.filter((place) => looked.allowed[place] === 1)])]
  // In the order of ties, so that of two packages that are alike in a draw the smaller one is its best.
  const subsets = some.map((place) => looked.subsets[place] as Subset).sort(byTie)
  const fates = await drawn.of(subsets, pause)
  return { ranges: drawn.ranges, isAll, fates, byP10: byP10(some, looked, fates, choice) }
}

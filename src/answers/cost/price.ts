import type { Register } from '../../case/complete.ts'
import { exploredBlocks } from '../simulation/exploration.ts'
import { holdDraws, holdTotal, inThousands, type Limits, type Priced, pricedCase } from './limits.ts'

/*
 * What a question takes, in operations of an exact appraisal. How many appraisals a question is worth was measured, each question on cases of
 * 30,000 to 600,000 operations, and the most of those taken.
 */

/** So many appraisals: of an explanation, a workbook (every input a cell, the formulas of each, the file), what slopes add to an answer, and a report without its variants. */
const explanation = 2
const book = 14
const slopes = 4
const paper = 40
const sensitivityTakes = 4
const breakEvenTakes = 4
/** Before a simulation or a choice draws anything: the centre, and the programs that are read. */
const preparation = 2
/** An operation in float64 on so many draws takes as long as one exactly. */
const drawsAnOperation = 10_000

/** How a question is answered: with the operations it takes. */
type Price = (ready: Priced, limits: Limits) => number

/** An appraisal. Each of these prices throws a CostError where the case or the question is larger than the limits allow. */
export const priceOfAppraisal: Price = (ready, limits) => times(1, 'one appraisal', ready, limits)

/** An appraisal with what each assumption does to a figure. */
export const priceOfSlopes: Price = (ready, limits) => times(1 + slopes, 'an appraisal with slopes', ready, limits)

/** One figure explained. */
export const priceOfExplanation: Price = (ready, limits) => times(explanation, 'an explanation', ready, limits)

/** A workbook with live formulas. */
export const priceOfWorkbook: Price = (ready, limits) => times(book, 'a workbook', ready, limits)

/** A business-case paper, which asks every question once; its variants are priced as a comparison. */
export const priceOfReport: Price = (ready, limits) => times(paper, 'a report', ready, limits)

/** What matters most. */
export const priceOfSensitivity: Price = (ready, limits) => times(sensitivityTakes, 'slopes and swings', ready, limits)

/** What would have to be true. */
export const priceOfBreakEven: Price = (ready, limits) => times(breakEvenTakes, 'a search for break-even', ready, limits)

/** A simulation of so many draws; a search for drivers reads the first blocks again for every range. */
export function priceOfSimulation(ready: Priced & { register: Register }, draws: number, drivers: boolean, limits: Limits): number {
  const one = pricedCase(ready, limits)
  holdDraws(draws, limits)
  const ranges = [...ready.register.values()].filter(({ range }) => range !== undefined).length
  const explored = Math.min(draws, exploredBlocks * 1024) * (drivers ? ranges + 2 : 1)
  const total = one * (preparation + (draws + explored) / drawsAnOperation)
  holdTotal(total, limits, `${inThousands(draws)} draws of ${inThousands(one)}, ${inThousands(drawsAnOperation)} draws at a time`)
  return total
}

/** The most numbers that a choice reads in float64, whatever the case: it bounds itself, and says so in its answer. */
const mostRead = 5e10

/** A choice: every package looked at, or a search among them, then the best followed through the draws; the winners appraised exactly. */
export function priceOfChoice(ready: Priced, draws: number, limits: Limits): number {
  const one = pricedCase(ready, limits)
  holdDraws(draws, limits)
  const many = ready.case.interventions.filter(({ included }) => included).length
  const packages = 2 ** many
  const read = Math.min(one * packages * (1 + draws), mostRead)
  const total = one * (preparation + 1 + many) + read / drawsAnOperation
  holdTotal(total, limits, `${inThousands(packages)} packages of ${inThousands(one)}`)
  return total
}

/** A comparison: the central case, doing nothing, and every variant appraised. `cases` are those of the variants and the central one. */
export function priceOfComparison(cases: readonly Priced[], limits: Limits): number {
  const each = cases.map((ready) => pricedCase(ready, limits))
  const total = each.reduce((sum, one) => sum + one, Math.max(0, ...each))
  holdTotal(total, limits, `${each.length + 1} appraisals`)
  return total
}

function times(appraisals: number, of: string, ready: Priced, limits: Limits): number {
  const one = pricedCase(ready, limits)
  holdTotal(one * appraisals, limits, `${of} of a case of ${inThousands(one)}`)
  return one * appraisals
}

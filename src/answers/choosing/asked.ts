import { decimalPattern } from '../../case/quantity.ts'
import { type FigureKind, money } from '../../formats/figure.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import type { LineName } from '../../method/lines.ts'
import { askedBy } from '../line-id.ts'
import { type Measure, measureOf } from '../measure.ts'
import { forOption, OptionError } from '../option-error.ts'
import type { VariedCase } from '../varied.ts'

/** What a budget can be a limit on. */
export const budgetBases = ['peakFunding', 'cost', 'costAllFunders'] as const
export type BudgetBasis = (typeof budgetBases)[number]
/** By what packages can be ranked: the point answer of the measure, or the value that it falls short of in one draw of ten. */
export const rankings = ['central', 'p10'] as const
export type Ranking = (typeof rankings)[number]

/** What a choice asks for, as texts; every one has a preset. */
export interface ChoiceOptions {
  measure?: string | undefined
  budget?: string | undefined
  budgetOn?: string | undefined
  rankBy?: string | undefined
  draws?: string | undefined
  seed?: string | undefined
}

/** What a choice asks for, read. */
export interface Choice {
  measure: Measure
  /** What the budget is a limit on. */
  basis: Measure
  budgetOn: BudgetBasis
  budget: Exact | undefined
  rankBy: Ranking
  draws: number
  seed: string
}

/** The measure where none is asked for: what is worth most to everybody who pays, while the budget holds the cash. */
export const usualMeasure = 'npv'
export const usualBasis: BudgetBasis = 'peakFunding'
export const usualDraws = 2000
export const fewestDraws = 100
export const mostDraws = 20_000
export const usualSeed = '1'

/** Lines of which more is better; a choice takes the package with the highest. */
const moreIsBetter = new Set<LineName>([
  'grossAvoided',
  'netAvoided',
  'cashable',
  'cashableReal',
  'netCashable',
  'net',
  'cumulative',
  'cumulativeByMonth',
  'gap',
  'npv',
  'pvBenefit',
  'benefitReal',
  'entriesAvoided',
  'stockAvoided',
  'value',
  'valueReal',
  'economicReal',
  'socialReal',
])
const measures = 'npv, netCashable, cashable, netAvoided, economic.public.npv, demand.<id>.entriesAvoided or position.gap@<year>'

/** Reads what is asked for. Throws an OptionError. */
export function choiceOf(varied: VariedCase, options: ChoiceOptions): Choice {
  const budgetOn = wordOf('budgetOn', budgetBases, options.budgetOn ?? usualBasis)
  return {
    measure: measureAsked(varied, options.measure ?? usualMeasure),
    basis: measureOf(varied, budgetOn),
    budgetOn,
    budget: budgetOf(options.budget),
    rankBy: wordOf('rankBy', rankings, options.rankBy ?? 'central'),
    draws: drawsOf(options.draws),
    seed: seedOf(options.seed ?? usualSeed),
  }
}

function measureAsked(varied: VariedCase, name: string): Measure {
  const measure = forOption('measure', name, () => measureOf(varied, name))
  const { owner, name: line } = askedBy(varied.figures, measure.id)
  const isWhole = !owner.startsWith('interventions.')
  if (isWhole && moreIsBetter.has(line)) return measure
  const why =
    line === 'bcr'
      ? 'is a ratio, which is highest for small packages and says nothing of how much is gained'
      : !isWhole
        ? 'is of one intervention, and packages are compared by a figure of the whole'
        : 'is not a figure of which more is better'
  throw new OptionError('wrong-option', 'measure', `${measure.id} ${why}; rank by ${measures}.`, { got: name, expected: measures })
}

function wordOf<Words extends readonly string[]>(option: string, words: Words, given: string): Words[number] {
  if (words.includes(given)) return given
  const expected = words.join(', ')
  throw new OptionError('wrong-option', option, `${JSON.stringify(given)} is not one of ${expected}.`, { got: given, expected })
}

const pounds = new RegExp(decimalPattern)

function budgetOf(given: string | undefined): Exact | undefined {
  if (given === undefined) return undefined
  const isPounds = pounds.test(given) && !given.startsWith('-') && !/\.\d{3}/.test(given)
  if (isPounds) return exactNumber(given)
  const expected = 'pounds of 0 or more with at most two places, such as 500000'
  throw new OptionError('wrong-option', 'budget', `A budget is written as ${expected}.`, { got: given, expected })
}

/** How many draws an option asks for. Throws an OptionError for anything but a whole number within its bounds. */
export function drawsOf(given: string | undefined): number {
  if (given === undefined) return usualDraws
  const draws = /^[1-9][0-9]{0,8}$/.test(given) ? Number(given) : 0
  if (draws >= fewestDraws && draws <= mostDraws) return draws
  const expected = `a whole number from ${fewestDraws} to ${mostDraws}`
  throw new OptionError('wrong-option', 'draws', `draws is ${expected}.`, { got: given, expected })
}

function seedOf(given: string): string {
  if (given !== '' && given.length <= 100) return given
  const expected = 'a text of 1 to 100 characters'
  throw new OptionError('wrong-option', 'seed', `seed is ${expected}.`, { got: given, expected })
}

/** How many of the last place that is shown make one, by the kind of figure. */
const steps: Readonly<Record<FigureKind, number>> = { money: 100, count: 1e6, ratio: 1e4, factor: 1e10 }

/** How fine a measure is shown: 100 for pounds and pence. */
export function stepsOf(measure: Measure): number {
  return steps[measure.figure(0).kind]
}

/** A value as it is shown, so that two that read alike are alike. */
export function asShown(value: number, stepsAUnit: number): number {
  return Math.round(value * stepsAUnit) / stepsAUnit
}

/** Whether an exact cost is within a budget, once it is rounded as it is shown; a cost that is the budget is within it. */
export function isWithin(cost: Exact, budget: Exact | undefined): boolean {
  return budget === undefined || exactNumber(money(cost).toString()).lessThanOrEqualTo(budget)
}

import { rungs } from '../method/ladder.ts'
import type { LineName } from '../method/lines.ts'

const flows: readonly LineName[] = [
  'entries',
  'entriesBudgeted',
  'entriesAvoided',
  'entriesWithPackage',
  'referred',
  'accepted',
  'starts',
  'completed',
  'notServed',
  'treated',
  'standAloneAvoided',
  'combinedAvoided',
  'attributedAvoided',
  'netAvoidedEntries',
  'quantity',
  'grossAvoided',
  'value',
  'valueReal',
  'saving',
  'savingReal',
  'cost',
  'costReal',
  'costOneOff',
  'costAllFunders',
  'grants',
  'net',
  'budget',
  'doNothing',
  'withPackage',
  'gap',
  'economicReal',
  'socialReal',
  ...rungs,
  ...rungs.map((rung) => `${rung}Real` as const),
]

/** Lines that count what happens in a month or a year, so that a longer time is their sum. */
export const perPeriod: ReadonlySet<LineName> = new Set(flows)

/** Lines that stand for a moment, so that a year is its last month. A line in neither set has a value for its own months or years only. */
export const atPeriodEnd: ReadonlySet<LineName> = new Set([
  'stockDoNothing',
  'stockBudgeted',
  'stockWithPackage',
  'stockAvoided',
  'avoidedStock',
  'stockSaved',
  'waiting',
  'cumulativeByMonth',
])

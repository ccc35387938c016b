/**
 * The catalogue of built-in figures: what a case may name with `{ ref: id }` in place of a number.
 * A figure is data. Each shows who published it, in which year's prices, and how far it was checked;
 * figures that were only remembered are left out.
 */
import baselines from './figures/baselines.json' with { type: 'json' }
import casework from './figures/casework.json' with { type: 'json' }
import court from './figures/court.json' with { type: 'json' }
import evidence from './figures/evidence.json' with { type: 'json' }
import interventionCosts from './figures/intervention-costs.json' with { type: 'json' }
import national from './figures/national.json' with { type: 'json' }
import placements from './figures/placements.json' with { type: 'json' }
import staff from './figures/staff.json' with { type: 'json' }
import unitCostDatabase from './figures/unit-cost-database.json' with { type: 'json' }

/** What a figure is about. */
export const referenceTopics = ['placement', 'casework', 'court', 'staff', 'intervention-cost', 'baseline', 'evidence', 'national'] as const
export type ReferenceTopic = (typeof referenceTopics)[number]

/**
 * What a figure is measured in. A `proportion` is 0 to 1, or -1 to 1 for a relative change; a `ratio` compares
 * two odds, risks or sums of money. Pounds say per what, because a cost line must agree with it.
 */
export const referenceUnits = [
  'pounds-an-hour',
  'pounds-a-week',
  'pounds-a-month',
  'pounds-a-year',
  'pounds-an-event',
  'pounds',
  'proportion',
  'rate-a-year',
  'months',
  'entries-a-year',
  'rate-per-10000',
  'children',
  'families',
  'ratio',
] as const
export type ReferenceUnit = (typeof referenceUnits)[number]

/**
 * How far a figure was checked. R1: read where its publisher put it. R2: read in another page that quotes the
 * publisher. D: worked out here from R1 and R2 figures, with the working shown.
 */
export const referenceConfidences = ['R1', 'R2', 'D'] as const
export type ReferenceConfidence = (typeof referenceConfidences)[number]

export interface ReferenceFigure {
  readonly id: string
  /** Short plain English, with the period or year where there is one. */
  readonly title: string
  readonly topic: ReferenceTopic
  /** A decimal as text; so are `low` and `high`. */
  readonly value: string
  readonly unit: ReferenceUnit
  /** The financial year whose prices it is in; left out where the source does not say, or where it is not money. */
  readonly priceYear?: string
  /** Where the source gives an interval or a range; `note` says which. */
  readonly low?: string
  readonly high?: string
  readonly confidence: ReferenceConfidence
  /** Publisher, title, year. */
  readonly source: string
  readonly address?: string
  /** Whose money it is, as the Unit Cost Database has it. */
  readonly borneBy?: string
  /** The arithmetic behind a D figure. */
  readonly working?: string
  /** What a reader should know before using it. */
  readonly note?: string
}

/** Every built-in figure, by topic, the Unit Cost Database last. */
export const figures: readonly ReferenceFigure[] = [
  placements,
  casework,
  court,
  staff,
  interventionCosts,
  baselines,
  evidence,
  national,
  unitCostDatabase,
].flat() as ReferenceFigure[]

const byId = new Map(figures.map((entry) => [entry.id, entry]))

/** The figure of that id, such as `ifa-week-2020`; `undefined` if there is none. */
export function figure(id: string): ReferenceFigure | undefined {
  return byId.get(id)
}

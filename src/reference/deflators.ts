/**
 * The GDP deflator by financial year, 2024-25 = 100: what turns an amount in one year's prices into another's,
 * `amount × D(to) ÷ D(from)`. The method behind the derived years is in the series' note.
 */

import type { ReferenceConfidence } from './catalogue.ts'
import series from './deflators.json' with { type: 'json' }

export interface Deflator {
  /** A decimal as text. */
  readonly index: string
  readonly confidence: ReferenceConfidence
  /** The working of a derived year. */
  readonly note?: string
}

/** The series as published and derived. It ends at 2024-25: a later year is the case's to supply. */
export const deflators: ReadonlyMap<string, Deflator> = new Map(
  (series.years as readonly (Deflator & { readonly year: string })[]).map(({ year, ...deflator }) => [year, deflator]),
)

/** What an answer says about the series it used. */
export const deflatorSeries = {
  title: series.title,
  vintage: series.vintage,
  source: series.source,
  baseYear: series.baseYear,
  note: series.note,
} as const

/**
 * The Green Book's declining discount rates. Year 1 is the first year after the base year, which is not discounted,
 * so money in year 31 is divided by 1.035 thirty times and by 1.03 once.
 */
import schedule from './discount.json' with { type: 'json' }

export interface DiscountBand {
  readonly fromYear: number
  /** The last year of the band; the last band has none. */
  readonly toYear?: number
  /** A decimal as text. */
  readonly rate: string
}

export const greenBookSchedule: readonly DiscountBand[] = schedule.bands

/** Where the schedule comes from. */
export const greenBookSource = {
  title: schedule.title,
  source: schedule.source,
  address: schedule.address,
  confidence: schedule.confidence,
  note: schedule.note,
} as const

import { monthAfter } from '../case/calendar.ts'
import type { Figures } from './figures.ts'

export const paybackStatuses = ['never-negative', 'paid-back', 'not-within-horizon'] as const

/** When cumulative cash last comes out of the red. */
export interface Payback {
  month: string | null
  status: (typeof paybackStatuses)[number]
}

/** The month after the last one whose cumulative, to 10 places, is below zero. Source: method 7, payback month. */
export function payback(figures: Figures): Payback {
  const { book, financial } = figures.method
  const last = financial.cumulativeByMonth.findLastIndex((value) => figures.isNegative(figures.of(value)))
  if (last === -1) return { month: null, status: 'never-negative' }
  if (last === book.timeline.length - 1) return { month: null, status: 'not-within-horizon' }
  return { month: monthAfter(book.timeline.start, last + 1), status: 'paid-back' }
}

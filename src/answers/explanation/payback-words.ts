import { lines } from '../../method/lines.ts'
import type { Figures } from '../figures.ts'
import { payback } from '../payback.ts'
import type { Operand } from './formula.ts'
import { readable } from './shown.ts'

/** How the payback month comes about, which compares finished figures and so is no formula. Source: method 7, payback month. */
export function paybackWords(figures: Figures, what: 'month' | 'status'): { value: string | null; words: string; operands: Operand[] } {
  const { book, financial } = figures.method
  const { month, status } = payback(figures)
  const { months } = book.timeline
  const last = financial.cumulativeByMonth.findLastIndex((value) => figures.isNegative(figures.of(value)))
  const places = [last, last + 1].filter((place) => place >= 0 && place < months.length)
  const pounds = (place: number) => readable(figures.at(financial.cumulativeByMonth, place), lines.cumulativeByMonth.unit)
  const words = {
    'never-negative': 'Cumulative net cash is never below 0, so there is nothing to pay back.',
    'not-within-horizon': `Cumulative net cash is still below 0 in the last month, ${months.at(-1)}: ${pounds(last)}.`,
    'paid-back': `Cumulative net cash is last below 0 in ${months[last]} (${pounds(last)}). The month after, ${month}, it stands at ${pounds(last + 1)} and stays at or above 0.`,
  }[status]
  return {
    value: what === 'month' ? month : status,
    words,
    operands: places.map((place) => ({
      line: `financial.cumulativeByMonth@${months[place]}`,
      label: `“${lines.cumulativeByMonth.label}” in ${months[place]}`,
      unit: lines.cumulativeByMonth.unit,
      value: figures.at(financial.cumulativeByMonth, place),
      role: 'compared',
    })),
  }
}

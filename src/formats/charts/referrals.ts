import { plainly } from './measured.ts'
import { isSame, type MonthlyLine, monthlyChart } from './months.ts'
import type { ChartSize } from './size.ts'

/** Who comes to one intervention by month, in families. */
export interface ReferralsData {
  title: string
  start: string
  referred: readonly number[]
  starts: readonly number[]
  waiting: readonly number[]
}

/** Fewer than this wait for nobody's picture. */
const leastWaiting = 0.05

/** Referrals, starts and who waits, through the warm-up and after, month by month. */
export function referralsChart(id: string, { title, start, referred, starts, waiting }: ReferralsData, size: ChartSize = 'wide'): string {
  const longest = waiting.reduce((most, value) => Math.max(most, value), 0)
  const queue = longest >= leastWaiting ? `At most ${oneplace(longest)} wait at the end of a month.` : 'Nobody waits.'
  const lines: MonthlyLine[] = isSame(referred, starts)
    ? [{ name: 'referred and starting', values: starts, look: 'whole' }]
    : [
        { name: 'referred', values: referred, look: 'other' },
        { name: 'starting', values: starts, look: 'whole' },
      ]
  if (longest >= leastWaiting) lines.push({ name: 'waiting', values: waiting, look: 'loss' })
  const nothing = referred.every((value) => Math.abs(value) < 1e-6) ? 'Nobody is referred' : undefined
  const description = `Families, month by month. Over the horizon ${total(referred)} are referred and ${total(starts)} start. ${queue}`
  const caption = { id, title: `${title}: referrals, starts and waiting`, description }
  return monthlyChart(
    caption,
    start,
    longest >= leastWaiting ? 'families a month; waiting at its end' : 'families a month',
    lines,
    size,
    nothing,
  )
}

function total(values: readonly number[]): string {
  return oneplace(values.reduce((sum, value) => sum + value, 0))
}

function oneplace(value: number): string {
  return plainly(Math.round(value * 10) / 10, 3)
}

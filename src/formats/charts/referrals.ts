import { drawn } from './drawing.ts'
import { byMonth, monthlyLines } from './months.ts'

/** Who comes to one intervention by month. */
export interface ReferralsData {
  title: string
  start: string
  referred: readonly number[]
  starts: readonly number[]
  waiting: readonly number[]
}

/** Referrals, starts and who waits, through the warm-up and after, month by month. */
export function referralsChart(id: string, { title, start, referred, starts, waiting }: ReferralsData): string {
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0).toFixed(0)
  const longest = Math.max(0, ...waiting)
  const queue = longest >= 0.05 ? `At most ${longest.toFixed(1)} wait at the end of a month.` : 'Nobody waits.'
  return drawn(
    {
      id,
      title: `${title}: referrals, starts and waiting`,
      description: `Month by month. Over the horizon ${total(referred)} are referred and ${total(starts)} start. ${queue}`,
    },
    {
      ...byMonth(start, referred.length),
      marks: monthlyLines([
        { name: 'referred', values: referred, look: 'other' },
        { name: 'starting', values: starts, look: 'whole' },
        ...(longest >= 0.05 ? [{ name: 'waiting', values: waiting, look: 'loss' } as const] : []),
      ]),
    },
  )
}

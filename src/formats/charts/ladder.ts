import type { Caption } from './drawing.ts'
import { ladderAcross } from './ladder-across.ts'
import type { LadderBar } from './ladder-bar.ts'
import { ladderUp } from './ladder-up.ts'
import { shortPounds, wholePounds } from './pounds.ts'
import type { ChartSize } from './size.ts'

/** One rung between what is avoided and what is cash. */
export interface ChartRung {
  label: string
  /** Pounds that this rung takes; below 0 where it gives back. */
  taken: number
}

/** What the ladder begins and ends with, and what lies between, in pounds. */
export interface LadderData {
  avoided: { label: string; pounds: number }
  rungs: readonly ChartRung[]
  cash: { label: string; pounds: number }
}

/** The ladder as a waterfall: from gross cost avoided, rung by rung, to cash. Rungs that take nothing are left out, and named in the description. */
export function ladderChart(id: string, data: LadderData, size: ChartSize = 'wide'): string {
  const { avoided, rungs, cash } = data
  const bars: LadderBar[] = [{ label: avoided.label, from: 0, to: avoided.pounds, words: shortPounds(avoided.pounds), kind: 'whole' }]
  let left = avoided.pounds
  for (const { label, taken } of rungs.filter(isSeen)) {
    const words = taken > 0 ? `−${shortPounds(taken)}` : `+${shortPounds(-taken)}`
    bars.push({ label, from: left, to: left - taken, words, kind: taken > 0 ? 'loss' : 'gain' })
    left -= taken
  }
  bars.push({ label: cash.label, from: 0, to: cash.pounds, words: shortPounds(cash.pounds), kind: 'whole' })
  const nothing = bars.length === 2 && Math.round(avoided.pounds) === 0 ? 'Nothing is avoided' : undefined
  return (size === 'wide' ? ladderUp : ladderAcross)(caption(id, data), bars, nothing)
}

function isSeen({ taken }: ChartRung): boolean {
  return Math.round(Math.abs(taken)) > 0
}

function caption(id: string, { avoided, rungs, cash }: LadderData): Caption {
  const taken = rungs
    .filter(isSeen)
    .map(({ label, taken: pounds }) => `${label} ${pounds > 0 ? 'takes' : 'gives back'} ${wholePounds(Math.abs(pounds))}`)
  const unseen = rungs.filter((rung) => !isSeen(rung)).map(({ label }) => label)
  const list = taken.length === 0 ? 'No rung takes anything' : taken.join('; ')
  const rest = taken.length === 0 || unseen.length === 0 ? '' : ` Nothing on: ${unseen.join('; ')}.`
  return {
    id,
    title: 'From cost avoided to cash',
    description: `${avoided.label} is ${wholePounds(avoided.pounds)}. ${list}.${rest} ${cash.label} is ${wholePounds(cash.pounds)}.`,
  }
}

import * as Plot from '@observablehq/plot'
import { type Caption, drawn } from './drawing.ts'
import { palette } from './palette.ts'
import { shortPounds, wholePounds } from './pounds.ts'

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

interface Bar {
  label: string
  from: number
  to: number
  words: string
  kind: 'whole' | 'loss' | 'gain'
}

/** The ladder as a waterfall: from gross cost avoided, rung by rung, to cash. Rungs that take nothing are left out and named below. */
export function ladderChart(id: string, { avoided, rungs, cash }: LadderData): string {
  const bars: Bar[] = [{ label: avoided.label, from: 0, to: avoided.pounds, words: shortPounds(avoided.pounds), kind: 'whole' }]
  let left = avoided.pounds
  for (const { label, taken } of rungs) {
    if (Math.round(taken) === 0) continue
    bars.push({
      label,
      from: left,
      to: left - taken,
      words: taken > 0 ? `−${shortPounds(taken)}` : `+${shortPounds(-taken)}`,
      kind: taken > 0 ? 'loss' : 'gain',
    })
    left -= taken
  }
  bars.push({ label: cash.label, from: 0, to: cash.pounds, words: shortPounds(cash.pounds), kind: 'whole' })
  const labels = bars.map(({ label }) => label)
  const tops = bars.map(({ from, to }) => Math.max(from, to))
  return drawn(caption(id, { avoided, rungs, cash }), {
    marginBottom: 64,
    x: { domain: labels, label: null, padding: 0.25, tickSize: 0 },
    y: {
      label: null,
      tickFormat: shortPounds,
      ticks: 6,
      domain: [Math.min(0, ...bars.map(({ from, to }) => Math.min(from, to))), Math.max(...tops, 1) * 1.06],
    },
    marks: [
      Plot.gridY({ stroke: palette.grid, strokeOpacity: 1, ticks: 6 }),
      Plot.barY(bars, { x: 'label', y1: 'from', y2: 'to', fill: ({ kind }: Bar) => palette[kind] }),
      Plot.link(bars.slice(0, -1), {
        x1: 'label',
        x2: (_: Bar, place: number) => labels[place + 1] as string,
        y1: 'to',
        y2: 'to',
        stroke: palette.other,
        strokeDasharray: '2,2',
      }),
      Plot.text(bars, { x: 'label', y: (_: Bar, place: number) => tops[place] as number, text: 'words', dy: -8, fontWeight: 'bold' }),
      Plot.ruleY([0], { stroke: palette.ink }),
      Plot.axisX({ lineWidth: 8, tickSize: 0, label: null }),
    ],
  })
}

function caption(id: string, { avoided, rungs, cash }: LadderData): Caption {
  const taken = rungs.filter((rung) => Math.round(rung.taken) !== 0)
  const list = taken.map(({ label, taken: pounds }) => `${label} ${pounds > 0 ? 'takes' : 'gives back'} ${wholePounds(Math.abs(pounds))}`)
  return {
    id,
    title: 'From cost avoided to cash',
    description: `${avoided.label} is ${wholePounds(avoided.pounds)}. ${list.length === 0 ? 'Nothing is taken from it' : list.join('; ')}. ${cash.label} is ${wholePounds(cash.pounds)}.`,
  }
}

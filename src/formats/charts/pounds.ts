import { placesOf } from './scale.ts'

const steps = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
] as const

/** Pounds for a chart, to three figures at most: £2.67m, −£433k, £0. */
export function shortPounds(pounds: number): string {
  const size = Math.abs(pounds)
  const sign = pounds < 0 ? '−' : ''
  for (const [step, letter] of steps) {
    // 999,600 is £1m and not £1000k.
    if (size >= step * 0.9995) return `${sign}£${threeFigures(size / step)}${letter}`
  }
  const whole = Math.round(size)
  return whole === 0 ? '£0' : `${sign}£${whole}`
}

function threeFigures(value: number): string {
  return String(Number(value.toPrecision(3)))
}

/** How the ticks of an axis in pounds are written: all in one unit with the same places, so that no two read alike. */
export function poundTicks(ticks: readonly number[]): (tick: number) => string {
  const most = ticks.reduce((size, tick) => Math.max(size, Math.abs(tick)), 0)
  const [unit, letter] = steps.find(([step]) => most >= step) ?? [1, '']
  const places = placesOf(ticks, unit)
  return (tick) => (tick === 0 ? '£0' : `${tick < 0 ? '−' : ''}£${(Math.abs(tick) / unit).toFixed(places)}${letter}`)
}

/** Pounds to the pound, as a sentence has them: £2,671,206, −£433. */
export function wholePounds(pounds: number): string {
  const whole = Math.round(Math.abs(pounds))
  return `${pounds < 0 && whole > 0 ? '−' : ''}£${whole.toLocaleString('en-GB')}`
}

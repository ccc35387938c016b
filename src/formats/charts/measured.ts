import { poundTicks, shortPounds, wholePounds } from './pounds.ts'
import { plainTicks } from './scale.ts'

/** How values of a measure are written in a chart: short in the picture, long in its description, and on an axis. */
export interface Written {
  short: (value: number) => string
  long: (value: number) => string
  ticks: (ticks: readonly number[]) => (tick: number) => string
}

/** How values are written, in pounds or plainly to three or four figures. */
export function writtenAs(isPounds: boolean): Written {
  if (isPounds) return { short: shortPounds, long: wholePounds, ticks: poundTicks }
  return { short: (value) => plainly(value, 3), long: (value) => plainly(value, 4), ticks: plainTicks }
}

/** A number with its whole part in full and at least so many figures, where it has them: 300,000, 0.448, −12.3. */
export function plainly(value: number, figures: number): string {
  const whole = Math.abs(value) < 1 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1
  const text = value.toLocaleString('en-GB', { maximumSignificantDigits: Math.min(21, Math.max(figures, whole)) })
  return text.replace(/^-(?=.*[1-9])/, '−').replace(/^-/, '')
}

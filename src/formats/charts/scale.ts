/** What an axis reaches from and to, and its ticks, all round. */
export interface RoundScale {
  domain: readonly [from: number, to: number]
  ticks: readonly number[]
}

/**
 * A scale over some values with about so many ticks, 1, 2 or 5 times a power of ten apart and at least `leastStep`. Values that are all one get room
 * on either side, or above them where they are 0.
 */
export function roundScale(values: readonly number[], about = 6, leastStep = 0): RoundScale {
  let least = values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
  let most = values.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)
  if (!Number.isFinite(least) || !Number.isFinite(most)) throw new RangeError('a scale needs values, each of them finite')
  // Less than this is a last digit of float64, and no difference.
  if (most - least <= Math.max(Math.abs(least), Math.abs(most)) * 1e-9) {
    const room = Math.abs(most) * 0.01
    most = most === 0 ? 1 : most + room
    least -= room
  }
  const step = Math.max(leastStep, roundStep((most - least) / about))
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  const ticks = Array.from({ length: last - first + 1 }, (_, place) => Number(((first + place) * step).toPrecision(12)))
  return { domain: [ticks[0] as number, ticks.at(-1) as number], ticks }
}

function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  const times = [1, 2, 5, 10].find((each) => each * power >= size * 0.999) as number
  return times * power
}

/** So many places as all ticks need when they are written in `unit`. */
export function placesOf(ticks: readonly number[], unit = 1): number {
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6 * Math.max(1, Math.abs(value))
  for (let places = 0; places < 10; places++) if (ticks.every((tick) => isWhole((tick / unit) * 10 ** places))) return places
  return 10
}

/** How ticks that are no pounds are written: all with the same places. */
export function plainTicks(ticks: readonly number[]): (tick: number) => string {
  const places = placesOf(ticks)
  return (tick) => tick.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places }).replace('-', '−')
}

import { between, grid } from './grid.ts'
import type { Curve, Within } from './search.ts'

/** A run of values at all of which the measure is its target as shown. */
export interface Stretch {
  from: number
  to: number
}

const finer = 65
const finest = 1e-10

/**
 * The stretches on which a measure, rounded as it is shown, equals its target: three values in a row of the grid, or two with all between them.
 * `curve` is the measure less its target. Ends are found to a ten-thousand-millionth.
 */
export function stretches(curve: Curve, { low, high, centre, unit }: Within): Stretch[] {
  const values = [...grid(low, high, centre)]
  const off = curve(values)
  const isEven = (difference: number | undefined) => difference !== undefined && Math.abs(difference) < unit / 1000
  const found: Stretch[] = []
  for (let first = 0; first < values.length; first++) {
    if (!isEven(off[first])) continue
    let last = first
    while (isEven(off[last + 1])) last++
    if (last > first && curve(between(values[first] as number, values[last] as number, finer)).every(isEven)) {
      found.push({
        from: first === 0 ? low : end(values[first - 1] as number, values[first] as number),
        to: last === values.length - 1 ? high : end(values[last + 1] as number, values[last] as number),
      })
    }
    first = last
  }
  return found

  /** The last value, from inside a stretch towards a value outside it, at which the measure is still its target. */
  function end(outside: number, inside: number): number {
    let [out, within] = [outside, inside]
    while (Math.abs(within - out) > Math.max(finest, Math.abs(within) * 1e-14)) {
      const some = between(within, out, finer)
      const at = curve(some)
      const first = some.findIndex((_, place) => !isEven(at[place]))
      if (first <= 0) break
      const next = [some[first], some[first - 1]] as [number, number]
      if (next[0] === out && next[1] === within) break
      ;[out, within] = next
    }
    return within
  }
}

/*
 * Where a measure is looked at: evenly over the bounds, because a crossing may lie anywhere; and ever more closely around the central
 * value and around 0, because bounds reach 10⁹ and what people ask about lies near what they know.
 */

const evenly = 256
/** Around a point the distance grows by this factor from one value to the next. */
const factor = 1.25
/** The nearest value to a point, as a part of its size. */
const nearest = 1e-4

/** Values from low to high, in order, each once, with both ends and the centre where it lies between. */
export function grid(low: number, high: number, centre: number): Float64Array {
  const width = high - low
  const values = [low, high, centre, 0]
  for (let place = 1; place < evenly; place++) values.push(low + (width * place) / evenly)
  for (const middle of centre === 0 ? [0] : [centre, 0]) {
    const first = nearest * (centre === 0 ? Math.min(1, width) : Math.abs(centre))
    for (let away = first; away < width; away *= factor) values.push(middle - away, middle + away)
  }
  // The neighbourhood of the centre, a hundredth at a time.
  for (let place = -100; place <= 100; place++) values.push(centre * (1 + place / 100))
  return Float64Array.from(new Set(values.filter((value) => value >= low && value <= high))).sort()
}

/** So many values from one to another, evenly, the ends among them. */
export function between(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, place) => (place === count - 1 ? to : from + ((to - from) * place) / (count - 1)))
}

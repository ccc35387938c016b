/** At most this many values beyond the bins are kept on either side. */
export const mostOutliers = 4096

/** The values beyond the bins on one side: kept while there are few, and only counted, with the ends they reach, once there are many. */
export interface Outliers {
  count: number
  values: number[]
  minimum: number
  maximum: number
}

/** No values. */
export function noOutliers(): Outliers {
  return { count: 0, values: [], minimum: Number.POSITIVE_INFINITY, maximum: Number.NEGATIVE_INFINITY }
}

/** Adds values; too many in all are let go, so that which are left never depends on their order. */
export function addOutliers(to: Outliers, { count, values, minimum, maximum }: Outliers): void {
  to.count += count
  to.minimum = Math.min(to.minimum, minimum)
  to.maximum = Math.max(to.maximum, maximum)
  if (to.count > mostOutliers) to.values = []
  else to.values.push(...values)
}

/** Adds one value. */
export function addOutlier(to: Outliers, value: number): void {
  to.count += 1
  to.minimum = Math.min(to.minimum, value)
  to.maximum = Math.max(to.maximum, value)
  if (to.count > mostOutliers) to.values = []
  else to.values.push(value)
}

/** Whether every value is still there. */
export function areKept({ count, values }: Outliers): boolean {
  return count === values.length
}

/** The value at a place among them in rising order: its own, or on a straight line between the ends where only the ends are known. */
export function outlierAt(outliers: Outliers, place: number): number {
  if (areKept(outliers)) return Float64Array.from(outliers.values).sort()[place] as number
  const { count, minimum, maximum } = outliers
  return minimum + (maximum - minimum) * (place / (count - 1))
}

/** How many of them lie below x. */
export function outliersBelow(outliers: Outliers, x: number): number {
  const { count, values, minimum, maximum } = outliers
  if (x <= minimum) return 0
  if (x > maximum) return count
  if (areKept(outliers)) return values.reduce((below, value) => below + (value < x ? 1 : 0), 0)
  return Math.floor((count * (x - minimum)) / (maximum - minimum) + 0.5)
}

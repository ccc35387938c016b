/** 2⁻⁵³: the first number drawn above 0, and the distance of the last one from 1. */
const least = 1.1102230246251565e-16

/** A number between 0 and 1 kept off 0 and 1 themselves, which rounding may reach: at least 2⁻⁵³ from each. */
export function insideUnit(u: number): number {
  return Math.min(1 - least, Math.max(least, u))
}

/*
 * Exponential and logarithm from + − × ÷ alone. Math.exp and Math.log may differ in the last digit from one engine to the next, and the same
 * seed must give the same bytes on every engine.
 */

/** ln 2 in two parts: the first has 32 bits, so that its product with a whole number below 2²¹ is exact. */
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

/** 1 ÷ k! for k = 0 … 15. */
const factorials = Float64Array.from({ length: 16 }, () => 1)
for (let k = 1; k < 16; k++) factorials[k] = (factorials[k - 1] as number) * k
const inverseFactorials = factorials.map((factorial) => 1 / factorial)

const leastPower = -1074
/** 2ᵏ for k = −1074 … 1023, by doubling and halving, which are exact. */
const powersOfTwo = new Float64Array(2098)
powersOfTwo[-leastPower] = 1
for (let k = -leastPower + 1; k < 2098; k++) powersOfTwo[k] = 2 * (powersOfTwo[k - 1] as number)
for (let k = -leastPower - 1; k >= 0; k--) powersOfTwo[k] = (powersOfTwo[k + 1] as number) / 2

/**
 * e to the power x, to about 1e-15 of itself; 0 below −745.2 and Infinity above 709.79.
 * Source: x = k ln 2 + r with |r| ≤ ½ ln 2, and the Taylor series of eʳ to r¹⁴.
 */
export function exponential(x: number): number {
  if (!(x > -745.2)) return x <= -745.2 ? 0 : Number.NaN
  if (x > 709.79) return Number.POSITIVE_INFINITY
  const k = Math.floor(x * Math.LOG2E + 0.5)
  const r = x - k * ln2High - k * ln2Low
  let series = inverseFactorials[14] as number
  for (let power = 13; power >= 2; power--) series = series * r + (inverseFactorials[power] as number)
  const scale = 1 + (r + r * r * series)
  if (k > 1023) return scale * 2 * (powersOfTwo[1023 - leastPower] as number)
  // Below the normal numbers the power itself may be too small to write, so it is reached in two steps.
  if (k < -1022) return scale * (powersOfTwo[k + 54 - leastPower] as number) * (powersOfTwo[-54 - leastPower] as number)
  return scale * (powersOfTwo[k - leastPower] as number)
}

const number = new Float64Array(1)
const words = new Uint32Array(number.buffer)
number[0] = 1
/** Where the word with the sign and the exponent stands: engines differ in the order of the two words. */
const upperWord = words[1] === 0 ? 0 : 1

/** 1 ÷ (2k + 1) for k = 0 … 11. */
const oddInverses = Float64Array.from({ length: 12 }, (_, k) => 1 / (2 * k + 1))

/**
 * The natural logarithm of x, to about 1e-15 of itself; −Infinity at 0 and NaN below.
 * Source: x = 2ᵏ (1 + f) with √½ ≤ 1 + f < √2, and ln(1 + f) = 2 artanh s with s = f ÷ (2 + f), by its series to s²³.
 */
export function logarithm(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  const isSubnormal = x < 2.2250738585072014e-308
  number[0] = isSubnormal ? x * 18014398509481984 : x
  const upper = words[upperWord] as number
  let k = (upper >>> 20) - 1023 - (isSubnormal ? 54 : 0)
  words[upperWord] = (upper & 0xfffff) | 0x3ff00000
  let m = number[0] as number
  if (m >= Math.SQRT2) {
    m /= 2
    k += 1
  }
  const f = m - 1
  const s = f / (2 + f)
  const square = s * s
  let series = oddInverses[11] as number
  for (let term = 10; term >= 1; term--) series = series * square + (oddInverses[term] as number)
  return k * ln2High + (f - (s * (f - 2 * square * series) - k * ln2Low))
}

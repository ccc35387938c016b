/**
 * The closed set of operations that a graph is made of. Every reader handles each of them and no other, so adding one is a change to
 * all readers. `over` answers 0 where the divisor is 0; `floor` adds 10⁻⁹ first so that a whole step is not lost to a last digit;
 * `round2` rounds to 10 places and then to 2, both half away from zero.
 */
export const Operation = {
  constant: 0,
  input: 1,
  plus: 2,
  minus: 3,
  times: 4,
  over: 5,
  min: 6,
  max: 7,
  floor: 8,
  round2: 9,
  squareRoot: 10,
  cubeRoot: 11,
  sum: 12,
} as const

export type Operation = (typeof Operation)[keyof typeof Operation]

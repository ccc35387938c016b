/**
 * The instructions of a column program. Each is four whole numbers: what to do, the column it writes, and its two operands, each a place in
 * memory counted in numbers. A name that ends in `By` takes a single number as its right operand, one that begins with `of` as its left;
 * everything else is column by column. `over` answers 0 where the divisor is 0, as everywhere in the method.
 */
export const Instruction = {
  plus: 0,
  plusBy: 1,
  minus: 2,
  minusBy: 3,
  ofMinus: 4,
  times: 5,
  timesBy: 6,
  over: 7,
  overBy: 8,
  ofOver: 9,
  min: 10,
  minBy: 11,
  max: 12,
  maxBy: 13,
  floor: 14,
  round2: 15,
  squareRoot: 16,
  cubeRoot: 17,
} as const

export type Instruction = (typeof Instruction)[keyof typeof Instruction]

/** How many whole numbers an instruction takes. */
export const wordsAnInstruction = 4

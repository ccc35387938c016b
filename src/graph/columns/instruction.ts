/**
 * The instructions of a column program. Each is five whole numbers: what to do, the column it writes, and its operands, each a place in
 * memory counted in numbers; a place without a use repeats the one before. A name that ends in `By` takes a single number as its right
 * operand, one that begins with `of` as its left; everything else is column by column. `over` answers 0 where the divisor is 0, as
 * everywhere in the method. The kernel in simd/kernel.ts knows them by these numbers.
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
  plusPlus: 18,
  timesByPlus: 19,
  timesByTimesBy: 20,
  minusPlus: 21,
  minusMinus: 22,
  plusMinus: 23,
  maxByMin: 24,
  minusMinBy: 25,
  timesByRound2: 26,
  overByMinBy: 27,
  overByFloor: 28,
  timesTimesBy: 29,
  timesByTimes: 30,
  ofMinusTimes: 31,
  plusTimesBy: 32,
  plusMaxBy: 33,
} as const

export type Instruction = (typeof Instruction)[keyof typeof Instruction]

/** How many whole numbers an instruction takes. */
export const wordsAnInstruction = 5

/**
 * The pairs of instructions that are one: the first reads the first two operands, the second what the first gave and the third. Nothing is
 * worked out otherwise than by the two; what lies between them is not written to memory and read again.
 */
export const pairs: ReadonlyMap<Instruction, readonly [Instruction, Instruction]> = new Map([
  [Instruction.plusPlus, [Instruction.plus, Instruction.plus]],
  [Instruction.timesByPlus, [Instruction.timesBy, Instruction.plus]],
  [Instruction.timesByTimesBy, [Instruction.timesBy, Instruction.timesBy]],
  [Instruction.minusPlus, [Instruction.minus, Instruction.plus]],
  [Instruction.minusMinus, [Instruction.minus, Instruction.minus]],
  [Instruction.plusMinus, [Instruction.plus, Instruction.minus]],
  [Instruction.maxByMin, [Instruction.maxBy, Instruction.min]],
  [Instruction.minusMinBy, [Instruction.minus, Instruction.minBy]],
  [Instruction.timesByRound2, [Instruction.timesBy, Instruction.round2]],
  [Instruction.overByMinBy, [Instruction.overBy, Instruction.minBy]],
  [Instruction.overByFloor, [Instruction.overBy, Instruction.floor]],
  [Instruction.timesTimesBy, [Instruction.times, Instruction.timesBy]],
  [Instruction.timesByTimes, [Instruction.timesBy, Instruction.times]],
  [Instruction.ofMinusTimes, [Instruction.ofMinus, Instruction.times]],
  [Instruction.plusTimesBy, [Instruction.plus, Instruction.timesBy]],
  [Instruction.plusMaxBy, [Instruction.plus, Instruction.maxBy]],
] as const)

import { cubeRoot } from '../float64.ts'
import { Instruction, pairs, wordsAnInstruction } from './instruction.ts'
import type { Kernel } from './kernel.ts'
import type { Program } from './program.ts'

/** The kernel in plain JavaScript: the same bytes as the compiled one, on any engine. */
export function plainKernel(program: Program): Kernel {
  const { code, width, columns, singles } = program
  const numbers = columns * width + singles.length
  // One more column holds what lies between the two of a pair.
  const memory = new Float64Array(numbers + width)
  memory.set(singles, columns * width)
  return { memory, run: () => runPlainly(code, memory, width, numbers) }
}

function runPlainly(code: Int32Array, memory: Float64Array, width: number, between: number): void {
  for (let word = 0; word < code.length; word += wordsAnInstruction) {
    const what = code[word] as Instruction
    const to = code[word + 1] as number
    const left = code[word + 2] as number
    const right = code[word + 3] as number
    const pair = pairs.get(what)
    if (pair === undefined) runOne(what, memory, width, to, left, right)
    else {
      runOne(pair[0], memory, width, between, left, right)
      runOne(pair[1], memory, width, to, between, code[word + 4] as number)
    }
  }
}

function runOne(what: Instruction, memory: Float64Array, width: number, to: number, left: number, right: number): void {
  switch (what) {
    case Instruction.plus:
      for (let i = 0; i < width; i++) memory[to + i] = (memory[left + i] as number) + (memory[right + i] as number)
      break
    case Instruction.plusBy:
      for (let i = 0, by = memory[right] as number; i < width; i++) memory[to + i] = (memory[left + i] as number) + by
      break
    case Instruction.minus:
      for (let i = 0; i < width; i++) memory[to + i] = (memory[left + i] as number) - (memory[right + i] as number)
      break
    case Instruction.minusBy:
      for (let i = 0, by = memory[right] as number; i < width; i++) memory[to + i] = (memory[left + i] as number) - by
      break
    case Instruction.ofMinus:
      for (let i = 0, of = memory[left] as number; i < width; i++) memory[to + i] = of - (memory[right + i] as number)
      break
    case Instruction.times:
      for (let i = 0; i < width; i++) memory[to + i] = (memory[left + i] as number) * (memory[right + i] as number)
      break
    case Instruction.timesBy:
      for (let i = 0, by = memory[right] as number; i < width; i++) memory[to + i] = (memory[left + i] as number) * by
      break
    case Instruction.over:
      for (let i = 0; i < width; i++) memory[to + i] = quotient(memory[left + i] as number, memory[right + i] as number)
      break
    case Instruction.overBy:
      for (let i = 0, by = memory[right] as number; i < width; i++) memory[to + i] = quotient(memory[left + i] as number, by)
      break
    case Instruction.ofOver:
      for (let i = 0, of = memory[left] as number; i < width; i++) memory[to + i] = quotient(of, memory[right + i] as number)
      break
    case Instruction.min:
      for (let i = 0; i < width; i++) memory[to + i] = lesser(memory[left + i] as number, memory[right + i] as number)
      break
    case Instruction.minBy:
      for (let i = 0, by = memory[right] as number; i < width; i++) memory[to + i] = lesser(memory[left + i] as number, by)
      break
    case Instruction.max:
      for (let i = 0; i < width; i++) memory[to + i] = greater(memory[left + i] as number, memory[right + i] as number)
      break
    case Instruction.maxBy:
      for (let i = 0, by = memory[right] as number; i < width; i++) memory[to + i] = greater(memory[left + i] as number, by)
      break
    case Instruction.floor:
      for (let i = 0; i < width; i++) memory[to + i] = Math.floor((memory[left + i] as number) + 1e-9)
      break
    case Instruction.round2:
      for (let i = 0; i < width; i++) memory[to + i] = nearestPence(memory[left + i] as number)
      break
    case Instruction.squareRoot:
      for (let i = 0; i < width; i++) memory[to + i] = Math.sqrt(memory[left + i] as number)
      break
    case Instruction.cubeRoot:
      for (let i = 0; i < width; i++) memory[to + i] = cubeRoot(memory[left + i] as number)
      break
    default:
      throw new Error(`no kernel knows instruction ${what}`)
  }
}

function quotient(a: number, b: number): number {
  return b === 0 ? 0 : a / b
}

/** The right operand only where it is less, as the compiled kernel's pmin has it. */
function lesser(a: number, b: number): number {
  // biome-ignore lint/complexity/useMathMinMax: Math.min would answer −0 for 0 and −0, pmin the left one
  return b < a ? b : a
}

/** The right operand only where it is greater, as the compiled kernel's pmax has it. */
function greater(a: number, b: number): number {
  // biome-ignore lint/complexity/useMathMinMax: Math.max would answer 0 for −0 and 0, pmax the left one
  return a < b ? b : a
}

/**
 * Pence, half away from zero. The exact reader rounds to 10 places first so that a last digit cannot move a penny; float64 has no tenth
 * place left in large amounts, so here anything nearer to a half than its own last digits counts as a half.
 */
function nearestPence(value: number): number {
  const size = value < 0 ? -value : value
  const pence = size * 100
  const rounded = Math.floor(pence + (pence * 1e-13 + 5e-9) + 0.5) / 100
  return value < 0 ? -rounded : rounded
}

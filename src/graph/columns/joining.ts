import { Instruction, pairs } from './instruction.ts'
import type { Operand, Steps } from './lowering.ts'

/** One instruction, its operands still steps and single numbers. */
export interface Line {
  readonly what: Instruction
  /** The step whose value it writes. */
  readonly step: number
  readonly left: Operand
  readonly right: Operand
  /** What the second of a pair reads beside the first's value; the same as `right` where it reads nothing else. */
  readonly third: Operand
}

const kinds = Object.keys(Instruction).length
const pairOf = new Int8Array(kinds * kinds).fill(-1)
for (const [both, [first, second]] of pairs) pairOf[first * kinds + second] = both

const readsOne = new Set<Instruction>([Instruction.floor, Instruction.round2, Instruction.squareRoot, Instruction.cubeRoot])

/** Those that give the same whichever operand stands first, to the last bit. */
const commutes = new Set<Instruction>([Instruction.plus, Instruction.times])

/**
 * The steps in their order, as instructions: a step that only one other reads is left to its reader, if one instruction does both and if
 * what it reads, kept in use until then, takes no more columns than its own value would.
 */
export function joined(steps: Steps, order: readonly number[], wanted: readonly Operand[]): Line[] {
  const { does, left, right } = steps
  const { count, last } = readersOf(steps, order, wanted)
  const firstOf = new Map<number, number>()
  const isLeft = new Uint8Array(does.length)
  const isFreedBy = (operand: Operand, step: number) => operand >= 0 && last[operand] === step
  const canWait = (step: number) => {
    const [l, r] = [left[step] as Operand, right[step] as Operand]
    return !(isFreedBy(l, step) && isFreedBy(r, step) && l !== r)
  }
  let before = -1
  for (const step of order) {
    const what = does[step] as Instruction
    const [l, r] = [left[step] as Operand, right[step] as Operand]
    // What reads the same value twice, as a square does, has no room for it in a pair.
    const candidates = l === r && !readsOne.has(what) ? [] : commutes.has(what) ? [l, r] : [l]
    for (const first of candidates) {
      if (first < 0 || count[first] !== 1 || firstOf.has(first)) continue
      if ((pairOf[(does[first] as number) * kinds + what] as number) < 0 || !(first === before || canWait(first))) continue
      firstOf.set(step, first)
      isLeft[first] = 1
      break
    }
    before = step
  }
  return order
    .filter((step) => isLeft[step] === 0)
    .map((step): Line => {
      const what = does[step] as Instruction
      const [l, r] = [left[step] as Operand, right[step] as Operand]
      const first = firstOf.get(step)
      if (first === undefined) return { what, step, left: l, right: r, third: r }
      const both = pairOf[(does[first] as number) * kinds + what] as Instruction
      const other = first === l ? r : l
      return {
        what: both,
        step,
        left: left[first] as Operand,
        right: right[first] as Operand,
        third: other === first ? (right[first] as Operand) : other,
      }
    })
}

/** How many readers each step has, and which is the last; an input and an output have one more, who is never done. */
function readersOf({ does, left, right, inputs }: Steps, order: readonly number[], wanted: readonly Operand[]) {
  const count = new Int32Array(does.length)
  const last = new Int32Array(does.length).fill(-1)
  const read = (operand: Operand, reader: number) => {
    if (operand < 0) return
    count[operand] = (count[operand] as number) + 1
    last[operand] = reader
  }
  for (const step of order) {
    const [l, r] = [left[step] as Operand, right[step] as Operand]
    read(l, step)
    if (r !== l) read(r, step)
  }
  for (const kept of [...wanted, ...inputs.values()]) read(kept, -1)
  return { count, last }
}

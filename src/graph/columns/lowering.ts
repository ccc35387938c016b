import type { Graph } from '../graph.ts'
import { Operation } from '../operations.ts'
import { Instruction } from './instruction.ts'

/**
 * What a step reads: an earlier step (its number, 0 or above), or a single number (−1 − its place in `singles`).
 */
export type Operand = number

/** The part of a graph that varies, as steps of one or two operands; everything else is folded to single numbers. */
export interface Steps {
  /** What each step does; −1 for a step that stands for an input. */
  readonly does: number[]
  readonly left: Operand[]
  readonly right: Operand[]
  readonly singles: number[]
  /** The steps that stand for inputs, by path. */
  readonly inputs: Map<string, number>
  /** Where each node of the graph went, for those that were asked for or are beneath them. */
  readonly of: Map<number, Operand>
}

export const inputStep = -1
/** More operands than a graph can have, by far: 2²². */
const mostOperands = 4_194_304

/**
 * Which nodes of a graph vary with an input that varies: 1 for each. What is multiplied by a fixed 0 does not, nor does what has a fixed 0
 * above or below the line.
 */
function variesWith(
  { operation, left, right, operands, inputs, size }: Graph,
  varying: ReadonlySet<string>,
  folded: (index: number) => number,
): Uint8Array {
  const varies = new Uint8Array(size)
  const isNothing = (index: number) => varies[index] === 0 && folded(index) === 0
  for (let index = 0; index < size; index++) {
    const l = left[index] as number
    const r = right[index] as number
    switch (operation[index]) {
      case Operation.constant:
        break
      case Operation.input:
        varies[index] = varying.has(inputs[l] as string) ? 1 : 0
        break
      case Operation.sum:
        for (let place = l; place < l + r && varies[index] === 0; place++) varies[index] = varies[operands[place] as number] as number
        break
      case Operation.times:
      case Operation.over:
        varies[index] = (varies[l] === 1 || varies[r] === 1) && !isNothing(l) && !isNothing(r) ? 1 : 0
        break
      default:
        varies[index] = (varies[l] as number) | (varies[r] as number)
    }
  }
  return varies
}

/** Which nodes reach one of the asked-for nodes through nodes that vary: 1 for each. */
function reaching({ operation, left, right, operands, size }: Graph, asked: readonly number[], varies: Uint8Array): Uint8Array {
  const live = new Uint8Array(size)
  for (const index of asked) live[index] = 1
  for (let index = size - 1; index >= 0; index--) {
    if (live[index] === 0 || varies[index] === 0) continue
    const l = left[index] as number
    const r = right[index] as number
    if (operation[index] === Operation.constant || operation[index] === Operation.input) continue
    if (operation[index] === Operation.sum) for (let place = l; place < l + r; place++) live[operands[place] as number] = 1
    else {
      live[l] = 1
      live[r] = 1
    }
  }
  return live
}

const steps: Partial<Record<Operation, { both: Instruction; rightSingle: Instruction; leftSingle: Instruction }>> = {
  [Operation.plus]: { both: Instruction.plus, rightSingle: Instruction.plusBy, leftSingle: Instruction.plusBy },
  [Operation.minus]: { both: Instruction.minus, rightSingle: Instruction.minusBy, leftSingle: Instruction.ofMinus },
  [Operation.times]: { both: Instruction.times, rightSingle: Instruction.timesBy, leftSingle: Instruction.timesBy },
  [Operation.over]: { both: Instruction.over, rightSingle: Instruction.overBy, leftSingle: Instruction.ofOver },
  [Operation.min]: { both: Instruction.min, rightSingle: Instruction.minBy, leftSingle: Instruction.minBy },
  [Operation.max]: { both: Instruction.max, rightSingle: Instruction.maxBy, leftSingle: Instruction.maxBy },
}
const ofOne: Partial<Record<Operation, Instruction>> = {
  [Operation.floor]: Instruction.floor,
  [Operation.round2]: Instruction.round2,
  [Operation.squareRoot]: Instruction.squareRoot,
  [Operation.cubeRoot]: Instruction.cubeRoot,
}
const commutes = new Set<Operation>([Operation.plus, Operation.times, Operation.min, Operation.max])
/** The fixed right operand with which an operation gives back its left one, to the last bit but for the sign of a 0. */
const leavesAlone: Partial<Record<Operation, number>> = {
  [Operation.plus]: 0,
  [Operation.minus]: 0,
  [Operation.times]: 1,
  [Operation.over]: 1,
}

/**
 * Writes what varies beneath the asked-for nodes as steps. Dead nodes are left out, and so is an operation that changes nothing; what was
 * written before is not written again; what depends on no varying input is one number, which `folded` gives by node; a sum is a chain of
 * additions, its fixed terms as one number last.
 */
export function lowered(graph: Graph, varying: ReadonlySet<string>, asked: readonly number[], folded: (index: number) => number): Steps {
  const { operation, left, right, operands, inputs, size } = graph
  const varies = variesWith(graph, varying, folded)
  const live = reaching(graph, asked, varies)
  const written: Steps = { does: [], left: [], right: [], singles: [], inputs: new Map(), of: new Map() }
  const placeOf = new Map<number, number>()
  const single = (value: number): Operand => {
    // A zero keeps its sign, which a map of numbers would not.
    const key = Object.is(value, -0) ? Number.NaN : value
    const known = placeOf.get(key)
    if (known !== undefined) return -1 - known
    const place = written.singles.push(value) - 1
    placeOf.set(key, place)
    return -1 - place
  }
  const step = (does: number, l: Operand, r: Operand): Operand => {
    written.left.push(l)
    written.right.push(r)
    return written.does.push(does) - 1
  }
  const stepOf = new Map<number, Operand>()
  const onlyOnce = (does: Instruction, l: Operand, r: Operand): Operand => {
    // Both operands and the instruction, in one whole number that a float64 holds exactly.
    const key = (does * mostOperands + l + mostOperands / 2) * mostOperands + r + mostOperands / 2
    const known = stepOf.get(key)
    if (known !== undefined) return known
    const place = step(does, l, r)
    stepOf.set(key, place)
    return place
  }
  const binary = (kind: Operation, l: Operand, r: Operand): Operand => {
    const ways = steps[kind]
    if (ways === undefined) throw new Error(`operation ${kind} is not one of two operands`)
    if (l >= 0 && r >= 0) return onlyOnce(ways.both, l, r)
    if (l < 0 && commutes.has(kind)) return binary(kind, r, l)
    if (l < 0) return onlyOnce(ways.leftSingle, l, r)
    return written.singles[-1 - r] === leavesAlone[kind] ? l : onlyOnce(ways.rightSingle, l, r)
  }
  const at = (index: number): Operand => {
    const known = written.of.get(index)
    if (known !== undefined) return known
    const value = single(folded(index))
    written.of.set(index, value)
    return value
  }
  const sumOf = (first: number, count: number): Operand => {
    let total: Operand | undefined
    let fixed = 0
    for (let place = first; place < first + count; place++) {
      const operand = operands[place] as number
      if (varies[operand] === 0) fixed += folded(operand)
      else total = total === undefined ? at(operand) : binary(Operation.plus, total, at(operand))
    }
    return fixed === 0 ? (total as Operand) : binary(Operation.plus, total as Operand, single(fixed))
  }

  for (let index = 0; index < size; index++) {
    if (live[index] === 0 || varies[index] === 0) continue
    const kind = operation[index] as Operation
    const l = left[index] as number
    const r = right[index] as number
    const one = ofOne[kind]
    if (kind === Operation.input) {
      const path = inputs[l] as string
      const place = step(inputStep, 0, 0)
      written.inputs.set(path, place)
      written.of.set(index, place)
    } else if (kind === Operation.sum) written.of.set(index, sumOf(l, r))
    else if (one !== undefined) written.of.set(index, onlyOnce(one, at(l), at(l)))
    else written.of.set(index, binary(kind, at(l), at(r)))
  }
  for (const index of asked) at(index)
  return written
}

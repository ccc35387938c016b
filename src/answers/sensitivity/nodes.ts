import type { Graph } from '../../graph/graph.ts'
import { Operation } from '../../graph/operations.ts'

/** Which nodes some nodes are made of, those nodes among them: 1 for each. */
export function beneath(graph: Graph, from: readonly number[]): Uint8Array {
  const found = new Uint8Array(graph.size)
  for (const index of from) found[index] = 1
  for (let at = graph.size - 1; at >= 0; at--) if (found[at] === 1) for (const operand of operandsOf(graph, at)) found[operand] = 1
  return found
}

/** Which nodes a node is part of, itself among them: 1 for each. */
export function above(graph: Graph, index: number): Uint8Array {
  const found = new Uint8Array(graph.size)
  found[index] = 1
  for (let at = index + 1; at < graph.size; at++) if (reads(graph, at, found)) found[at] = 1
  return found
}

/** Whether a node reads one that is marked. */
export function reads(graph: Graph, index: number, marked: Uint8Array): boolean {
  return operandsOf(graph, index).some((operand) => marked[operand] === 1)
}

function operandsOf({ operation, left, right, operands }: Graph, index: number): readonly number[] {
  const [l, r] = [left[index] as number, right[index] as number]
  if (operation[index] === Operation.constant || operation[index] === Operation.input) return []
  return operation[index] === Operation.sum ? [...operands.subarray(l, l + r)] : [l, r]
}

/**
 * The inputs from which whole steps lie between them and a line. A step of 0 is none. The steps count also where one is just full, and the
 * slope at that point is that of the places themselves.
 */
export function inputsBeneathSteps(graph: Graph, values: Float64Array, line: number): Set<string> {
  const { operation, left, right, inputs } = graph
  const live = beneath(graph, [line])
  const steps: number[] = []
  for (let index = 0; index < graph.size; index++) {
    if (operation[index] !== Operation.floor || live[index] === 0) continue
    const divided = left[index] as number
    if (operation[divided] !== Operation.over || values[right[divided] as number] !== 0) steps.push(index)
  }
  if (steps.length === 0) return new Set()
  const marked = beneath(graph, steps)
  const found = new Set<string>()
  for (let index = 0; index < graph.size; index++) {
    if (marked[index] === 1 && operation[index] === Operation.input) found.add(inputs[left[index] as number] as string)
  }
  return found
}

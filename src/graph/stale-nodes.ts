import type { Graph } from './graph.ts'
import { Operation } from './operations.ts'

/** What was read before: the values of nodes, and the texts of the graph's inputs, in their order. */
interface Before {
  values: readonly unknown[]
  texts: readonly string[]
}

/** For each node of a graph 1 where it had no value before, or depends on an input whose text is another now; else 0. */
export function staleNodes({ operation, left, right, operands, size }: Graph, texts: readonly string[], before: Before): Uint8Array {
  const stale = new Uint8Array(size)
  for (let index = 0; index < size; index++) {
    const l = left[index] as number
    const r = right[index] as number
    if (before.values[index] === undefined) stale[index] = 1
    else if (operation[index] === Operation.constant) stale[index] = 0
    else if (operation[index] === Operation.input) stale[index] = texts[l] === before.texts[l] ? 0 : 1
    else if (operation[index] === Operation.sum) stale[index] = operands.subarray(l, l + r).some((operand) => stale[operand] === 1) ? 1 : 0
    else stale[index] = stale[l] === 1 || stale[r] === 1 ? 1 : 0
  }
  return stale
}

import type { Graph } from './graph.ts'
import { Operation } from './operations.ts'

/**
 * The same graph with no rounding to pence, for readers that look at how a line moves: a staircase of pence has no slope. Nodes keep their
 * places, so that lines and values of the one are lines and values of the other.
 */
export function unrounded(graph: Graph): Graph {
  const operation = graph.operation.slice(0, graph.size)
  const right = graph.right.slice(0, graph.size)
  for (let index = 0; index < graph.size; index++) {
    if (operation[index] !== Operation.round2) continue
    // The greater of a node and itself is the node.
    operation[index] = Operation.max
    right[index] = graph.left[index] as number
  }
  return Object.create(graph, { operation: { value: operation }, right: { value: right } }) as Graph
}

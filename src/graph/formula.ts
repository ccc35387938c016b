import { Expression } from './graph.ts'
import { Operation } from './operations.ts'

/** The operations that have operands. */
export type Computed = Exclude<keyof typeof Operation, 'constant' | 'input'>

/** One node as it is written: a constant, an input of the case, or an operation on other nodes. */
export type Formula = { is: 'constant'; value: string } | { is: 'input'; path: string } | { is: Computed; of: readonly Expression[] }

const names = Object.fromEntries(Object.entries(Operation).map(([name, operation]) => [operation, name])) as Record<
  Operation,
  keyof typeof Operation
>
const unary: readonly string[] = ['floor', 'round2', 'squareRoot', 'cubeRoot']

/** How a node is written: what the readers that write formulas, in words or in cells, walk. */
export function formulaOf({ graph, index }: Expression): Formula {
  const is = names[graph.operation[index] as Operation]
  const left = graph.left[index] as number
  const right = graph.right[index] as number
  if (is === 'constant') return { is, value: graph.constants[left] as string }
  if (is === 'input') return { is, path: graph.inputs[left] as string }
  const operands = is === 'sum' ? [...graph.operands.subarray(left, left + right)] : unary.includes(is) ? [left] : [left, right]
  return { is, of: operands.map((operand) => new Expression(graph, operand)) }
}

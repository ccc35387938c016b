import type { Expression, Graph } from '../graph.ts'
import { wordsAnInstruction } from './instruction.ts'
import { lowered, type Operand, type Steps } from './lowering.ts'
import { scheduled } from './schedule.ts'

/**
 * What it takes to read some lines of a graph for many values of some of its inputs side by side. Its memory is one row of numbers: the
 * columns first, `width` numbers each, then the single numbers. Every place is counted in numbers from the beginning of that row.
 */
export interface Program {
  /** How many values are worked out side by side. */
  readonly width: number
  /** Four words an instruction: what it does, the place it writes, the places it reads. */
  readonly code: Int32Array
  /** How many columns are in use at once. */
  readonly columns: number
  /** What depends on nothing that varies. */
  readonly singles: Float64Array
  /** The inputs that vary and reach something asked for: their paths, and where their columns begin. */
  readonly inputs: readonly { readonly path: string; readonly at: number }[]
  /** Where each asked-for line stands afterwards, in the order asked: a column, or a single number that nothing varying reaches. */
  readonly outputs: readonly { readonly at: number; readonly varies: boolean }[]
}

/** What a program is to read. */
export interface Reading {
  graph: Graph
  /** The inputs that vary, by path; all others keep the value that `folded` gives. */
  varying: ReadonlySet<string>
  outputs: readonly Expression[]
  /** The value of a node that depends on no varying input, as the exact reader has it. */
  folded: (index: number) => number
}

/** Columns this wide keep the values in use within a processor's nearest caches. */
export const usualWidth = 128

/**
 * Compiles a program: dead lines are left out, what varies with nothing is folded once, and a column is used again as soon as its last
 * reader has run. `width` is a multiple of 4. Source: the design, draws reader.
 */
export function program({ graph, varying, outputs, folded }: Reading, width = usualWidth): Program {
  const asked = outputs.map(({ index }) => index)
  const steps = lowered(graph, varying, asked, folded)
  const wanted = asked.map((index) => steps.of.get(index) as Operand)
  const { code, columns, columnOf } = placed(steps, scheduled(steps, wanted), wanted)
  const firstSingle = columns * width
  const placeOf = (operand: Operand) => (operand < 0 ? firstSingle - 1 - operand : (columnOf[operand] as number) * width)
  for (let word = 0; word < code.length; word += wordsAnInstruction) {
    for (let operand = word + 1; operand <= word + 3; operand++) code[operand] = placeOf(code[operand] as number)
  }
  return {
    width,
    code,
    columns,
    singles: Float64Array.from(steps.singles),
    inputs: [...steps.inputs].map(([path, step]) => ({ path, at: placeOf(step) })),
    outputs: wanted.map((operand) => ({ at: placeOf(operand), varies: operand >= 0 })),
  }
}

interface Placed {
  /** The instructions, their operands still steps and single numbers. */
  code: Int32Array
  columns: number
  columnOf: Int32Array
}

/** Gives every step a column, and frees a column with its last reader. Inputs hold theirs from the start; outputs keep theirs. */
function placed({ does, left, right, inputs }: Steps, order: readonly number[], wanted: readonly Operand[]): Placed {
  const readers = new Int32Array(does.length)
  const reads = (operand: Operand) => {
    if (operand >= 0) readers[operand] = (readers[operand] as number) + 1
  }
  for (const step of order) {
    reads(left[step] as number)
    if (right[step] !== left[step]) reads(right[step] as number)
  }
  for (const output of wanted) reads(output)
  const columnOf = new Int32Array(does.length)
  const free: number[] = []
  let columns = 0
  for (const step of inputs.values()) columnOf[step] = columns++
  const release = (operand: Operand) => {
    if (operand < 0) return
    readers[operand] = (readers[operand] as number) - 1
    if (readers[operand] === 0) free.push(columnOf[operand] as number)
  }
  const code = new Int32Array(order.length * wordsAnInstruction)
  for (const [place, step] of order.entries()) {
    const l = left[step] as number
    const r = right[step] as number
    release(l)
    if (r !== l) release(r)
    columnOf[step] = free.pop() ?? columns++
    const word = place * wordsAnInstruction
    code[word] = does[step] as number
    code[word + 1] = step
    code[word + 2] = l
    code[word + 3] = r
  }
  return { code, columns, columnOf }
}

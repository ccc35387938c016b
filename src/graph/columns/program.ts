import type { Expression, Graph } from '../graph.ts'
import { pairs, wordsAnInstruction } from './instruction.ts'
import { joined, type Line } from './joining.ts'
import { lowered, type Operand, type Steps } from './lowering.ts'
import { scheduled } from './schedule.ts'

/**
 * What it takes to read some lines of a graph for many values of some of its inputs side by side. Its memory is one row of numbers: the
 * columns first, `width` numbers each, then the single numbers. Every place is counted in numbers from the beginning of that row.
 */
export interface Program {
  /** How many values are worked out side by side. */
  readonly width: number
  /** Five words an instruction: what it does, the place it writes, the places it reads. */
  readonly code: Int32Array
  /** How many operations of the graph one reading works out: an instruction is one of them, or two. */
  readonly operations: number
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
 * reader has run. `width` is a multiple of 16. Source: the design, draws reader.
 */
export function program({ graph, varying, outputs, folded }: Reading, width = usualWidth): Program {
  const asked = outputs.map(({ index }) => index)
  const steps = lowered(graph, varying, asked, folded)
  const wanted = asked.map((index) => steps.of.get(index) as Operand)
  const lines = joined(steps, scheduled(steps, wanted), wanted)
  const { code, columns, columnOf } = placed(steps, lines, wanted)
  const firstSingle = columns * width
  const placeOf = (operand: Operand) => (operand < 0 ? firstSingle - 1 - operand : (columnOf[operand] as number) * width)
  for (let word = 0; word < code.length; word += wordsAnInstruction) {
    for (let operand = word + 1; operand < word + wordsAnInstruction; operand++) code[operand] = placeOf(code[operand] as number)
  }
  return {
    width,
    code,
    operations: lines.reduce((total, { what }) => total + (pairs.has(what) ? 2 : 1), 0),
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

/** Gives every line a column, and frees a column with its last reader. Inputs hold theirs from the start; outputs keep theirs. */
function placed({ does, inputs }: Steps, lines: readonly Line[], wanted: readonly Operand[]): Placed {
  const readers = new Int32Array(does.length)
  const reads = (operand: Operand) => {
    if (operand >= 0) readers[operand] = (readers[operand] as number) + 1
  }
  for (const { left, right, third } of lines) {
    reads(left)
    reads(right)
    reads(third)
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
  const code = new Int32Array(lines.length * wordsAnInstruction)
  for (const [place, { what, step, left, right, third }] of lines.entries()) {
    release(left)
    release(right)
    release(third)
    columnOf[step] = free.pop() ?? columns++
    code.set([what, step, left, right, third], place * wordsAnInstruction)
  }
  return { code, columns, columnOf }
}

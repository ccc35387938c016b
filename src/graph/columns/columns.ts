import type { Kernel } from './kernel.ts'
import { kernelFor } from './kernel-for.ts'
import type { Program } from './program.ts'

/** Values of one input or of one line, one for each case that is worked out side by side. */
export type Column = Float64Array

/** Reads a program for any number of values of its inputs, some columns at a time: the draws reader. */
export class Columns {
  readonly program: Program
  private readonly kernel: Kernel

  constructor(program: Program, kernel: Kernel = kernelFor(program)) {
    this.program = program
    this.kernel = kernel
  }

  /**
   * Works out every output for `count` values of the inputs, which are given by path; gives a column for each output, in the program's
   * order. `into` may hold columns from an earlier reading, to be written over. Throws where an input that varies has no column.
   */
  read(inputs: ReadonlyMap<string, Column>, count: number, into: Column[] = []): Column[] {
    const { program, kernel } = this
    const given = program.inputs.map(({ path, at }) => ({ column: columnFor(inputs, path, count), at }))
    const outputs = program.outputs.map((_, place) => usable(into[place], count))
    for (let first = 0; first < count; first += program.width) {
      const many = Math.min(program.width, count - first)
      for (const { column, at } of given) fill(kernel.memory, at, program.width, column.subarray(first, first + many))
      kernel.run()
      for (const [place, { at, varies }] of program.outputs.entries()) {
        const output = outputs[place] as Column
        if (varies) output.set(kernel.memory.subarray(at, at + many), first)
        else output.fill(kernel.memory[at] as number, first, first + many)
      }
    }
    return outputs
  }
}

function columnFor(inputs: ReadonlyMap<string, Column>, path: string, count: number): Column {
  const column = inputs.get(path)
  if (column === undefined || column.length < count) {
    throw new Error(`${path} varies and was given ${column?.length ?? 'no'} values where ${count} are worked out`)
  }
  return column
}

function usable(column: Column | undefined, count: number): Column {
  return column !== undefined && column.length >= count ? column : new Float64Array(count)
}

/** A short last block is filled up with its last value, so that nothing is worked out from what an earlier block left behind. */
function fill(memory: Float64Array, at: number, width: number, values: Column): void {
  memory.set(values, at)
  if (values.length < width) memory.fill(values.at(-1) as number, at + values.length, at + width)
}

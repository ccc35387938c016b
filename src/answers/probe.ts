import { Columns } from '../graph/columns/columns.ts'
import { program } from '../graph/columns/program.ts'
import { type Exact, nearlyFloat } from '../graph/exact.ts'
import type { Expression } from '../graph/graph.ts'
import { unrounded } from '../graph/unrounded.ts'
import type { VariedCase } from './varied.ts'

/** One quantity of the case at another value, everything else as it stands. */
export interface Point {
  path: string
  value: number
}

/** At most so many points are worked out at a time, so that memory does not grow with their number. */
const atOnce = 512

/** Reads lines of a case with one quantity at a time at another value, many such points side by side. */
export class Probe {
  private readonly columns: Columns
  private readonly centres: ReadonlyMap<string, number>

  /** `pence` says whether postings are rounded to pence, as in the answer, or left as they are, for slopes. */
  constructor(varied: VariedCase, paths: readonly string[], lines: readonly Expression[], { pence }: { pence: boolean }) {
    const { exact, method } = varied.figures
    const { graph } = method.book
    this.centres = new Map(paths.map((path) => [path, varied.centre(path)]))
    this.columns = new Columns(
      program({
        graph: pence ? graph : unrounded(graph),
        varying: new Set(paths),
        outputs: lines,
        folded: (index) => nearlyFloat(exact.values[index] as Exact),
      }),
    )
  }

  /** The first line's value at each point. */
  read(points: readonly Point[]): Float64Array {
    return this.readAll(points)[0] as Float64Array
  }

  /** Every line's values at each point. */
  readAll(points: readonly Point[]): Float64Array[] {
    const found = this.columns.program.outputs.map(() => new Float64Array(points.length))
    for (let first = 0; first < points.length; first += atOnce) {
      const some = points.slice(first, first + atOnce)
      const inputs = new Map([...this.centres].map(([path, centre]) => [path, new Float64Array(some.length).fill(centre)]))
      for (const [place, { path, value }] of some.entries()) (inputs.get(path) as Float64Array)[place] = value
      for (const [place, column] of this.columns.read(inputs, some.length).entries()) found[place]?.set(column, first)
    }
    return found
  }
}

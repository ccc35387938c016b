import { type Column, Columns } from '../../graph/columns/columns.ts'
import type { Expression } from '../../graph/graph.ts'
import type { VariedCase } from '../varied.ts'
import { has, nothing, type Subset } from './subset.ts'

/** Gives the way back to whoever else waits for this thread. */
export type Pause = () => Promise<unknown>

/** Subsets are read so many at a time, and others may go between. */
const block = 1024

/** Reads lines of a case for any subsets of its interventions, side by side as columns. */
export class SubsetReader {
  /** How many instructions one subset takes. */
  readonly instructions: number
  private readonly columns: Columns
  private readonly switches: readonly string[]
  private readonly grants: readonly { path: string; pounds: number }[]

  /** `ids` are those of the interventions that are chosen from, in the order of the bits. */
  constructor(varied: VariedCase, ids: readonly string[], lines: readonly Expression[]) {
    this.switches = ids.map(switchOf)
    this.grants = grantsOf(varied).map((path) => ({ path, pounds: varied.centre(path) }))
    const program = varied.program([...this.switches, ...this.grants.map(({ path }) => path)], lines)
    this.columns = new Columns(program)
    this.instructions = program.operations
  }

  /** The values of the lines for some subsets: a column for each line. Nothing has no grants, unless `keepingGrants`. */
  async read(subsets: readonly Subset[], pause: Pause, keepingGrants = false): Promise<Column[]> {
    const lines = this.columns.program.outputs.map(() => new Float64Array(subsets.length))
    for (let first = 0; first < subsets.length; first += block) {
      const here = subsets.slice(first, first + block)
      const read = this.columns.read(this.inputs(here, keepingGrants), here.length)
      for (const [place, column] of read.entries()) lines[place]?.set(column, first)
      await pause()
    }
    return lines
  }

  private inputs(subsets: readonly Subset[], keepingGrants: boolean): Map<string, Column> {
    const inputs = new Map(this.switches.map((path, place) => [path, Float64Array.from(subsets, (subset) => (has(subset, place) ? 1 : 0))]))
    for (const { path, pounds } of this.grants) {
      inputs.set(
        path,
        Float64Array.from(subsets, (subset) => (subset === nothing && !keepingGrants ? 0 : pounds)),
      )
    }
    return inputs
  }
}

/** The input that takes an intervention into a package or leaves it out. */
export function switchOf(id: string): string {
  return `interventions.${id}.included`
}

/** The inputs that are grants. */
export function grantsOf({ figures }: VariedCase): string[] {
  return figures.method.book.graph.inputs.filter((path) => path.startsWith('funding.'))
}

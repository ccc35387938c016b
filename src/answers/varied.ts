import { type Column, Columns } from '../graph/columns/columns.ts'
import { type Program, program } from '../graph/columns/program.ts'
import { type Exact, nearlyFloat } from '../graph/exact.ts'
import type { Expression } from '../graph/graph.ts'
import { Operation } from '../graph/operations.ts'
import { appraisal } from '../method/appraisal.ts'
import type { ReadyCase } from './appraise.ts'
import { type CheckResult, checked } from './checked.ts'
import { Figures } from './figures.ts'

/**
 * A case whose method is written so that any of its quantities can vary, and whose interventions can be switched on and off: the exact
 * figures at its centre, and programs that read its lines for many values at once. The centre has passed every check.
 */
export class VariedCase {
  readonly figures: Figures
  readonly checks: readonly CheckResult[]

  /** Throws CheckFailure where a check of the answer at the centre fails. */
  constructor({ case: complete, register }: ReadyCase) {
    this.figures = new Figures(
      complete,
      register,
      appraisal(complete, register, () => true, true),
    )
    this.checks = checked(this.figures)
  }

  /** Whether the method reads the quantity at a path; one of an intervention that is left out shapes nothing. */
  reads(path: string): boolean {
    return this.figures.method.book.graph.inputs.includes(path)
  }

  /** What an input is at the centre, as a float64. */
  centre(path: string): number {
    return this.float(this.figures.method.book.graph.input(path))
  }

  /** The value of a line at the centre, as a float64. */
  float({ index }: Expression): number {
    return nearlyFloat(this.exactly(index))
  }

  /** The exact value of a node; one that was written after the figures were read may only add and take away. */
  private exactly(index: number): Exact {
    const { exact, method } = this.figures
    const known = exact.values[index]
    if (known !== undefined) return known
    const { operation, left, right, operands } = method.book.graph
    const l = left[index] as number
    const r = right[index] as number
    if (operation[index] === Operation.plus) return this.exactly(l).plus(this.exactly(r))
    if (operation[index] === Operation.minus) return this.exactly(l).minus(this.exactly(r))
    if (operation[index] !== Operation.sum) throw new Error('a line made after the figures were read is a sum or a difference')
    return Array.from(operands.subarray(l, l + r), (operand) => this.exactly(operand)).reduce((sum, term) => sum.plus(term))
  }

  /** The program that reads some lines while some inputs vary and everything else stays at the centre. */
  program(varying: Iterable<string>, outputs: readonly Expression[], width?: number): Program {
    const folded = (index: number) => nearlyFloat(this.exactly(index))
    return program({ graph: this.figures.method.book.graph, varying: new Set(varying), outputs, folded }, width)
  }

  /** The values of some lines for many values of some inputs, given by path as columns of one length. */
  read(inputs: ReadonlyMap<string, Column>, outputs: readonly Expression[]): Column[] {
    const [first] = inputs.values()
    if (first === undefined) return outputs.map((output) => Float64Array.of(this.float(output)))
    return new Columns(this.program(inputs.keys(), outputs)).read(inputs, first.length)
  }
}

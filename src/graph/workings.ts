import { type Computed, type Formula, formulaOf } from './formula.ts'
import { Expression, type Graph } from './graph.ts'
import { Operation } from './operations.ts'

/** A formula as a cell writes it: chains of one operation are flat, so that a sum of sixty months is one SUM. */
export type CellFormula =
  | Exclude<Formula, { of: readonly Expression[] }>
  | { is: Exclude<Computed, 'plus' | 'sum'> | 'sum'; of: readonly Expression[] }

/** A formula this deep or this long is hard to follow in a cell. */
const deepest = 4
const longest = 10

/**
 * Decides which nodes get a cell of their own. Named nodes have one. Of the others those do that are used more than once, divide
 * something, or would make a formula too deep or too long to follow; all else is written inside the formula that uses it.
 */
export class Workings {
  private readonly named: ReadonlySet<number>
  private readonly apart = new Set<number>()
  private readonly uses: Int32Array
  private readonly terms = new Map<number, readonly Expression[]>()
  private readonly depth: Uint8Array
  private readonly length: Uint16Array

  constructor(graph: Graph, named: ReadonlySet<number>) {
    this.named = named
    this.uses = usesOf(graph, named)
    this.depth = new Uint8Array(graph.size)
    this.length = new Uint16Array(graph.size).fill(1)
    for (let index = 0; index < graph.size; index++) {
      if ((this.uses[index] as number) > 0 || named.has(index)) this.weigh(new Expression(graph, index))
    }
  }

  /** Whether a node is written as a reference where another formula uses it. */
  isReferred({ graph, index }: Expression): boolean {
    return this.named.has(index) || this.apart.has(index) || (graph.operation[index] as number) <= Operation.input
  }

  /** How a node's own formula is written, with chains of sums, least and greatest made flat. */
  formula(expression: Expression): CellFormula {
    const formula = formulaOf(expression)
    if (!('of' in formula)) return formula
    const of = this.terms.get(expression.index) ?? formula.of
    return { is: formula.is === 'plus' ? 'sum' : formula.is, of }
  }

  /** Gives a part of a formula a cell in every column of a row where it has one in some, so that the columns are written alike. */
  evenOut(values: readonly Expression[]): void {
    const apart = new Set<string>()
    const inline = new Map<string, Expression[]>()
    const visit = (value: Expression, place: string) => {
      const formula = this.formula(value)
      for (const [position, term] of ('of' in formula ? formula.of : []).entries()) {
        const { is } = formulaOf(term)
        const at = `${place}.${position} ${is}`
        if (this.apart.has(term.index)) apart.add(at)
        if (this.isReferred(term)) continue
        inline.set(at, [...(inline.get(at) ?? []), term])
        visit(term, at)
      }
    }
    for (const value of values) visit(value, '')
    for (const at of apart) for (const term of inline.get(at) ?? []) this.setApart(term)
  }

  private weigh(expression: Expression): void {
    const formula = formulaOf(expression)
    if (!('of' in formula)) return
    const { index } = expression
    const divisor = formula.is === 'over' ? formula.of[1] : undefined
    if (divisor !== undefined && !this.isReferred(divisor)) this.setApart(divisor)
    const kind = familyOf(formula.is)
    const all = formula.of.flatMap((term) => {
      if (kind === undefined || !this.isSpreadOut(term, kind)) return [term]
      const inner = formulaOf(term)
      return 'of' in inner && familyOf(inner.is) === kind ? (this.terms.get(term.index) ?? inner.of) : [term]
    })
    const flat = isChoice(kind) ? once(all) : all
    this.terms.set(index, flat)
    const inline = flat.filter((term) => !this.isReferred(term))
    this.measure(index, flat)
    while ((this.depth[index] as number) > deepest || (this.length[index] as number) > longest) {
      const heaviest = inline
        .filter((term) => !this.apart.has(term.index))
        .reduce<Expression | undefined>(
          (most, term) => (most === undefined || this.weight(term) > this.weight(most) ? term : most),
          undefined,
        )
      if (heaviest === undefined) break
      this.setApart(heaviest)
      this.measure(index, flat)
    }
    const isShared = (this.uses[index] as number) > 1 && !this.named.has(index)
    // A running total goes on from the total before it, so that each of its months is a cell.
    const goesOn = kind === 'sum' && flat.some((term) => this.apart.has(term.index))
    if (isShared && (goesOn || (this.depth[index] as number) > 1 || (this.length[index] as number) > 2)) this.setApart(expression)
  }

  /** Whether a term is written out in a list of its own kind. The least of some months is one range however the method shares the work. */
  private isSpreadOut(term: Expression, kind: Family): boolean {
    return !this.isReferred(term) || (isChoice(kind) && !this.named.has(term.index))
  }

  private weight({ index }: Expression): number {
    return (this.depth[index] as number) * longest + (this.length[index] as number)
  }

  private setApart({ index }: Expression): void {
    this.apart.add(index)
    this.depth[index] = 0
    this.length[index] = 1
  }

  /** References beside each other are usually one range, so that a long list of them counts as little. */
  private measure(index: number, flat: readonly Expression[]): void {
    const inline = flat.filter((term) => !this.isReferred(term))
    const references = flat.length - inline.length
    this.depth[index] = 1 + inline.reduce((most, term) => Math.max(most, this.depth[term.index] as number), 0)
    this.length[index] = Math.min(references, 6) + inline.reduce((sum, term) => sum + (this.length[term.index] as number), 0)
  }
}

/** Operations that may be written as one list of terms. */
type Family = 'sum' | 'min' | 'max'

function familyOf(operation: Computed): Family | undefined {
  if (operation === 'plus' || operation === 'sum') return 'sum'
  return operation === 'min' || operation === 'max' ? operation : undefined
}

/** Whether a list chooses one of its terms, so that a term may stand in it once or more often. */
function isChoice(kind: Family | undefined): boolean {
  return kind === 'min' || kind === 'max'
}

function once(terms: readonly Expression[]): Expression[] {
  return [...new Map(terms.map((term) => [term.index, term])).values()]
}

/** How many formulas use each node, of those that some named node rests on. */
function usesOf(graph: Graph, named: ReadonlySet<number>): Int32Array {
  const uses = new Int32Array(graph.size)
  for (let index = graph.size - 1; index >= 0; index--) {
    if (!named.has(index) && uses[index] === 0) continue
    const formula = formulaOf(new Expression(graph, index))
    if ('of' in formula) for (const operand of formula.of) uses[operand.index] = (uses[operand.index] as number) + 1
  }
  return uses
}

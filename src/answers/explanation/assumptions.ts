import type { Assumption } from '../../case/complete.ts'
import { formulaOf } from '../../graph/formula.ts'
import type { Expression } from '../../graph/graph.ts'
import { appraisal } from '../../method/appraisal.ts'
import type { Figures } from '../figures.ts'
import type { Asked } from '../line-id.ts'

/** An assumption that a figure finally rests on. */
export interface RestsOn extends Assumption {
  /** Whether it stands in the formulas; a plain 0 or 1 does not, because it changes nothing as it stands. */
  shows: boolean
}

/**
 * The quantities of the case that its figures finally rest on. The method is written once more with every quantity kept, so that a default
 * of 0 or 1 that shows in no formula is listed all the same.
 */
export class Assumptions {
  private readonly figures: Figures
  /** The method written with every quantity kept. */
  readonly whole: Figures['method']

  constructor(figures: Figures) {
    this.figures = figures
    this.whole = appraisal(figures.complete, figures.register, () => true)
  }

  /** What one figure rests on, in the order of the register. */
  of(asked: Asked): RestsOn[] {
    const shown = inputsOf(nodesIn(asked, this.figures.method))
    const all = inputsOf(nodesIn(asked, this.whole))
    return [...this.figures.register.values()]
      .filter(({ path }) => all.has(path) || shown.has(path))
      .map((assumption) => ({ ...assumption, shows: shown.has(assumption.path) }))
  }
}

/** The nodes of a figure in a method written for the same case. */
function nodesIn(asked: Asked, method: Figures['method']): Expression[] {
  if (asked.from.is === 'payback') return [...method.financial.cumulativeByMonth]
  if (asked.from.is === 'ratio') return [asked.from.over, asked.from.under].flatMap((each) => nodesIn(each, method))
  const of = asked.from.is === 'line' ? [asked.from] : asked.from.of
  return of.flatMap(({ line, place }) => method.book.lines.get(line.id)?.values[place] ?? [])
}

/** The paths of the inputs that are beneath some nodes. */
function inputsOf(nodes: readonly Expression[]): Set<string> {
  const paths = new Set<string>()
  const seen = new Set<number>()
  const waiting = [...nodes]
  for (let expression = waiting.pop(); expression !== undefined; expression = waiting.pop()) {
    if (seen.has(expression.index)) continue
    seen.add(expression.index)
    const formula = formulaOf(expression)
    if (formula.is === 'input') paths.add(formula.path)
    else if (formula.is !== 'constant') waiting.push(...formula.of)
  }
  return paths
}

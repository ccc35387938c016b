import type { CompleteCase, Register } from '../case/complete.ts'
import { type Expression, Graph } from '../graph/graph.ts'
import type { LineName } from './lines.ts'
import { type Timeline, timeline } from './timeline.ts'

/** A quantity month by month over the horizon. */
export type Series = readonly Expression[]

/** A line that a person would recognise: its owner's path, its name in the glossary, and its value for each month, year or once. */
export interface NamedLine {
  id: string
  owner: string
  name: LineName
  period: 'month' | 'year' | 'case'
  values: readonly Expression[]
}

/**
 * The formula book of one case: the graph under construction, the case's structure, its quantities as nodes, and the named lines.
 * Formulas read quantities with `given` and never see a value, so a book of the same structure serves every case with other numbers.
 */
export class Book {
  readonly graph = new Graph()
  readonly case: CompleteCase
  readonly timeline: Timeline
  readonly lines = new Map<string, NamedLine>()
  private readonly register: Register
  private readonly keep: (path: string) => boolean
  private readonly switches: boolean

  /**
   * `keep` says which inputs stay nodes even where they are plainly 0 or 1, for readers that vary them; `switches`, whether each intervention
   * can be taken out of the package by a node of its own.
   */
  constructor(complete: CompleteCase, register: Register, keep: (path: string) => boolean = () => false, switches = false) {
    this.case = complete
    this.register = register
    this.keep = keep
    this.switches = switches
    this.timeline = timeline(complete.start, complete.years)
  }

  get zero(): Expression {
    return this.graph.zero
  }

  get one(): Expression {
    return this.graph.one
  }

  get twelve(): Expression {
    return this.graph.constant(12)
  }

  constant(value: string | number): Expression {
    return this.graph.constant(value)
  }

  /** The quantity at a path of the case, as a node; a plain 0 or 1 is structure and folds. */
  given(path: string): Expression {
    const assumption = this.register.get(path)
    if (!assumption) throw new Error(`the assumptions register has no ${path}`)
    const plain = assumption.origin !== 'reference' && assumption.range === undefined && !this.keep(path)
    if (plain && assumption.value === '0') return this.zero
    if (plain && assumption.value === '1') return this.one
    return this.graph.input(path)
  }

  /** 1 while an intervention is in the package: a node at `included` where readers switch interventions on and off, and folded elsewhere. */
  present(intervention: string): Expression {
    return this.switches ? this.graph.input(`${intervention}.included`) : this.one
  }

  /** A series computed month by month. */
  series(formula: (t: number) => Expression): Series {
    return Array.from({ length: this.timeline.length }, (_, t) => formula(t))
  }

  /** A value of a series; 0 before the start. */
  at(series: Series, t: number): Expression {
    return series[t] ?? this.zero
  }

  sum(terms: readonly Expression[]): Expression {
    return this.graph.sum(terms)
  }

  /** Adds a series up by financial year. */
  byYear(series: Series): Expression[] {
    return this.timeline.financialYears.map((year) => this.sum(year.months.map((t) => this.at(series, t))))
  }

  /** One expression for each financial year of the horizon. */
  years(formula: (place: number) => Expression): Expression[] {
    return this.timeline.financialYears.map((_, place) => formula(place))
  }

  /** Names a series, `owner.name@2026-05`. */
  monthly(owner: string, name: LineName, values: Series): Series {
    return this.named(owner, name, 'month', values)
  }

  /** Names a value for each financial year, `owner.name@2026-27`. */
  yearly(owner: string, name: LineName, values: readonly Expression[]): readonly Expression[] {
    return this.named(owner, name, 'year', values)
  }

  /** Names a value of the whole case, `owner.name`. */
  whole(owner: string, name: LineName, value: Expression): Expression {
    this.named(owner, name, 'case', [value])
    return value
  }

  private named(owner: string, name: LineName, period: NamedLine['period'], values: readonly Expression[]): readonly Expression[] {
    const id = `${owner}.${name}`
    if (this.lines.has(id)) throw new Error(`two lines are named ${id}`)
    this.lines.set(id, { id, owner, name, period, values })
    return values
  }
}

import type { Assumption } from '../case/complete.ts'
import { ratio } from '../formats/figure.ts'
import { allDigits } from '../graph/arithmetic.ts'
import type { Exact } from '../graph/exact.ts'
import { appraisal } from '../method/appraisal.ts'
import { hashOf, type ReadyCase, type Workshop } from './appraise.ts'
import { assumptionBy } from './assumption-id.ts'
import { checked } from './checked.ts'
import { Assumptions, type RestsOn } from './explanation/assumptions.ts'
import { binds } from './explanation/binds.ts'
import type { Operand } from './explanation/formula.ts'
import { Names } from './explanation/names.ts'
import { sayingOfAssumption } from './explanation/of-assumption.ts'
import { saying } from './explanation/said.ts'
import { shown } from './explanation/shown.ts'
import { type Pounds, whyCashable } from './explanation/why.ts'
import { Figures } from './figures.ts'
import { type Asked, askedBy } from './line-id.ts'
import type { ModelVersion } from './model-version.ts'

/** What a figure is and how it came about, without what it finally rests on. */
export type BriefExplanation = ReturnType<Explainer['inBrief']>

/** The explanation of one figure, its figures still exact. */
export type Explained = ReturnType<Explainer['explainLine']>

/** At most so many lines are named as the next to ask for. */
const mostAsks = 24

/**
 * Whether a quantity is written out where it is a plain 0 or 1: a share of 1 and a growth of 0 are assumptions a reader should see. Not
 * those whose 0 takes away a whole piece of the formula: whole steps, a fade, a warm-up.
 */
function showsInFormulas(path: string): boolean {
  return !/\.(step|fadePerYear|warmUp\.months|optimismBias|dropOffPerMonth)$/.test(path)
}

/**
 * Explains one figure of a case: what it is, the formula in words and in figures, its operands, the assumptions it finally rests on, and
 * what holds it back. `id` is as for `askedBy`. Throws LineError for an id or a period that is not there, and CheckFailure, with no
 * number, where a check of the answer fails.
 */
export function explain(ready: ReadyCase, { model }: Pick<Workshop, 'model'>, id: string): Explained {
  return new Explainer(ready, model).explain(id)
}

/** Explains the figures of one case, as many as are asked for. */
export class Explainer {
  readonly figures: Figures
  readonly names: Names
  private readonly model: ModelVersion
  private readonly caseHash: string
  private known: Assumptions | undefined

  /** Throws CheckFailure where a check of the answer fails. */
  constructor(ready: ReadyCase, model: ModelVersion) {
    this.figures = new Figures(ready.case, ready.register, appraisal(ready.case, ready.register, showsInFormulas))
    checked(this.figures)
    this.names = new Names(this.figures.method.book)
    this.model = model
    this.caseHash = hashOf(ready.case)
  }

  private get assumptions(): Assumptions {
    this.known ??= new Assumptions(this.figures)
    return this.known
  }

  /** Explains one figure, or an assumption by its path. Throws LineError for an id or a period that is not there. */
  explain(id: string): Explained {
    const assumption = assumptionBy(this.figures, id)
    return assumption === undefined ? this.explainLine(id) : this.explainAssumption(assumption)
  }

  private explainAssumption(given: Assumption): Explained {
    const { path, value, unit } = given
    const { whole } = this.assumptions
    const shows = this.figures.method.book.graph.inputs.includes(path)
    const assumption = { ...given, shows }
    const { label, section, words, readBy } = sayingOfAssumption(this.figures, whole, assumption)
    return {
      ...{ model: { ...this.model }, caseHash: this.caseHash, line: path, label, unit, section, period: null, value, words },
      exact: /^-?[0-9.]+$/.test(value) ? value : null,
      ...{ figures: null, inShort: null, operands: [], workings: [], why: undefined, binds: [] },
      assumptions: [restsOn(assumption)],
      asks: readBy.slice(0, mostAsks),
    }
  }

  /** What a line is and its formula in words and in figures, rounded for reading. Throws LineError for an id or a period that is not there. */
  inBrief(id: string) {
    const asked = askedBy(this.figures, id)
    const { label, unit, section } = asked.meaning
    const { words, reading, workings } = saying(this.figures, this.names, asked)
    return {
      ...{ line: asked.id, owner: asked.owner, label, unit, section, period: asked.period ?? null, words, inShort: reading },
      workings: workings.map(({ number, words, reading }) => ({ working: number, words, inShort: reading })),
    }
  }

  /** Why what is avoided is not all cash, rung by rung, with amounts as `pounds` writes them. */
  why(pounds: Pounds) {
    return whyCashable(this.figures, askedBy(this.figures, 'headline.cashable'), pounds) ?? []
  }

  /** Explains a line or a total of lines. Throws LineError for an id or a period that is not there. */
  explainLine(id: string) {
    const { figures, names } = this
    const asked = askedBy(figures, id)
    const { meaning, period } = asked
    const said = saying(figures, names, asked)
    const { value } = said
    const isNumber = value !== null && typeof value !== 'string'
    const operands = said.operands.map(operand)
    return {
      model: { ...this.model },
      caseHash: this.caseHash,
      line: asked.id,
      label: meaning.label,
      unit: meaning.unit,
      section: meaning.section,
      period: period ?? null,
      value: isNumber ? shownValue(asked, value) : value,
      exact: isNumber ? allDigits(value) : null,
      words: said.words,
      figures: said.figures,
      inShort: said.reading,
      operands,
      workings: said.workings.map((working) => ({
        working: working.number,
        words: working.words,
        figures: working.figures,
        inShort: working.reading,
        exact: allDigits(working.value),
      })),
      why: whyCashable(figures, asked)?.map(({ rung, value: pounds, sentence, moves }) => ({ rung, value: pounds, sentence, moves })),
      binds: binds(figures, names, asked).map(({ kind, sentence }) => ({ kind, sentence })),
      assumptions: this.assumptions.of(asked).map(restsOn),
      asks: [...new Set(operands.flatMap(({ line, path }) => [line ?? path ?? []].flat().filter((each) => each !== asked.id)))].slice(
        0,
        mostAsks,
      ),
    }
  }
}

function restsOn({ path, value, unit, origin, source, note, range, shows }: RestsOn) {
  return { path, value, unit, origin, source, note, range: range === undefined ? undefined : { ...range }, shows }
}

function shownValue({ meaning, id }: Asked, value: Exact) {
  return id.endsWith('.bcr') ? ratio(value) : shown(value, meaning.unit)
}

function operand({ line, path, label, unit, value, role, working }: Operand) {
  return {
    line,
    path,
    label,
    value: path === undefined ? shown(value, unit) : allDigits(value),
    exact: allDigits(value),
    unit,
    role,
    working,
  }
}

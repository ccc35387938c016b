import type { Overrides } from '../case/overrides.ts'
import { CaseError } from '../case/problem.ts'
import type { ReadCase } from '../case/read-case.ts'
import type { Scenario } from '../case/scenario.ts'
import type { Paper } from '../formats/report/paper.ts'
import { pounds } from '../formats/sentences/amounts.ts'
import { answerOf, type Workshop } from './appraise.ts'
import { checkTitle } from './check-titles.ts'
import { choose } from './choose.ts'
import { compare } from './compare.ts'
import { here } from './crew/crews.ts'
import { Explainer } from './explain.ts'
import { ownerWords } from './explanation/titles.ts'
import { Figures } from './figures.ts'
import { inputTitle } from './input-titles.ts'
import { swingsOf } from './paper/swings.ts'
import { switchingOf } from './paper/switching.ts'
import { simulate } from './simulate.ts'
import type { Simulation } from './simulate-schema.ts'
import { usualSimulation } from './simulation/asked.ts'
import { rangesOf } from './simulation/ranges.ts'
import { lineValue } from './values.ts'
import { VariedCase } from './varied.ts'
import type { Warning } from './warnings/all.ts'

/** A report is drawn so many times, always with the same seed: enough for what it says to whole per cents, and quick. */
export const reportDraws = 5000
/** Packages are compared in a report up to so many interventions; there are twice as many packages for each one more. */
export const mostInterventions = 8
/** So many draws follow the packages: how often each is the best is said to a tenth. */
const packageDraws = '200'

/** What a report is asked about: a case, with the scenario that it is the central case of, where it is one. */
export interface PaperAsked {
  ready: ReadCase
  scenario?: Scenario | undefined
  /** What was set over the scenario to make the case. */
  overrides?: Overrides | undefined
  more?: readonly Warning[] | undefined
}

/**
 * Gathers everything that a business-case paper says of a case: the answer, what becomes of it over its ranges, what moves it, what would have to be
 * true, the options compared, and how each figure came about. Throws CheckFailure, and gives nothing, where any check fails, and a CaseError
 * where a variant is not legal.
 */
export async function paperOf({ ready, scenario, overrides = {}, more = [] }: PaperAsked, workshop: Workshop): Promise<Paper> {
  const { model, methods } = workshop
  const { case: complete, register } = ready
  const figures = new Figures(complete, register, methods.for(complete, register))
  const answer = answerOf(figures, model, more)
  const varied = new VariedCase(ready)
  const swings = { netCashable: swingsOf(ready, varied, 'netCashable'), npv: swingsOf(ready, varied, 'npv') }
  const switching = switchingOf(ready, model, varied, swings)
  const explainer = new Explainer(ready, model)
  return {
    complete,
    answer,
    figures,
    simulation: await simulated(ready, workshop),
    swings,
    switching,
    compared: compare(scenario ?? { case: ready.raw, variants: [] }, scenario === undefined ? {} : overrides, workshop),
    choice: await chosen(ready, workshop, varied),
    why: explainer.why(pounds),
    valueOf: (line) => lineValue(figures, line),
    explanationOf: (line) => explainer.inBrief(line),
    titleOf: (path) => inputTitle(complete, path),
    ownerTitleOf: (path) => ownerWords(complete, path),
    checkTitleOf: (id) => checkTitle(complete, id),
  }
}

async function simulated(ready: ReadCase, { model }: Workshop): Promise<Paper['simulation']> {
  if (rangesOf(ready.case, ready.register).length === 0) return { none: 'no ranges' }
  try {
    return { drawn: (await simulate(ready, { ...usualSimulation, draws: reportDraws }, { crew: here, model })) as Simulation }
  } catch (error) {
    // The answer holds without its ranges, and says so.
    if (!(error instanceof CaseError)) throw error
    return { none: 'not drawable', why: error.problems.map(({ message }) => message).join(' ') }
  }
}

async function chosen(ready: ReadCase, { model }: Workshop, varied: VariedCase): Promise<Paper['choice']> {
  const many = ready.case.interventions.filter(({ included }) => included).length
  if (many < 2) return { none: 'one or none' }
  if (many > mostInterventions) return { none: 'too many', interventions: many }
  return { chosen: await choose(ready, { draws: packageDraws }, model, undefined, varied) }
}

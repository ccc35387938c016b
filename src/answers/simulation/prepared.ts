import { follow, isFound } from '../../case/paths.ts'
import { pointerOf } from '../../case/pointer.ts'
import { CaseError } from '../../case/problem.ts'
import { type Column, Columns } from '../../graph/columns/columns.ts'
import type { Program } from '../../graph/columns/program.ts'
import { costsOf } from '../../method/credit.ts'
import { isCashCost } from '../../method/financial-case.ts'
import type { Correlation } from '../../uncertainty/copula.ts'
import type { UncertainInput } from '../../uncertainty/distribution.ts'
import { Sampler } from '../../uncertainty/sampler.ts'
import { mostKept, type SpreadData, spreadFor } from '../../uncertainty/spread.ts'
import { UnusableRanges } from '../../uncertainty/unusable-ranges.ts'
import { hashOf, type ReadyCase } from '../appraise.ts'
import { measureOf } from '../measure.ts'
import { forOption } from '../option-error.ts'
import { payback } from '../payback.ts'
import { VariedCase } from '../varied.ts'
import type { SimulationAsked } from './asked.ts'
import { rangesOf } from './ranges.ts'

/** A measure of which every draw is worked out. */
export interface DrawnMeasure {
  id: string
  label: string
  unit: string
  /** Its value where every assumption is at its centre. */
  central: number
}

/** Everything that draws need, as plain data that can be sent to a thread: worked out once for a simulation. */
export interface Prepared {
  caseHash: string
  asked: SimulationAsked
  /** The ranges that the method reads, and those that shape nothing: of an intervention that is left out. */
  inputs: readonly UncertainInput[]
  unread: readonly string[]
  correlations: readonly Correlation[]
  measures: readonly DrawnMeasure[]
  years: readonly string[]
  /** Cumulative net cash at the end of each financial year, at the centre. */
  cumulative: readonly number[]
  /** The first month of the case and how many months it has. */
  start: string
  months: number
  centralPayback: { month: string | null; status: string }
  /** Reads the measures, then cumulative cash by year, then by month, then the present value of costs. */
  draws: Program
  /** Reads the measure whose drivers are looked for. */
  drivers: Program
  driversOf: DrawnMeasure
  /** Reads net cash, then the net cash credited to each intervention. */
  parts: Program
  interventions: readonly string[]
  /** Empty spreads of the measures and of cumulative cash by year, their bins placed by the first draws where there are too many to keep. */
  spreads: readonly SpreadData[]
}

/** How many blocks of draws place the bins of the rest. */
const pilotBlocks = 4

const headlineMeasures = [
  'grossAvoided',
  'cashable',
  'cost',
  'costAllFunders',
  'grants',
  'netAvoided',
  'netCashable',
  'peakFunding',
  'npv',
  'bcr',
]

/**
 * Prepares a simulation: appraises the centre, compiles what the draws will read, and places the bins of their spreads.
 * Throws CheckFailure where the centre fails a check, CaseError where a range or a correlation cannot be drawn from, OptionError for an unknown measure.
 */
export function prepared(ready: ReadyCase, asked: SimulationAsked): Prepared {
  const varied = new VariedCase(ready)
  const { figures } = varied
  const { book, financial, economic, credits, families, costs, demands } = figures.method
  const ranges = rangesOf(ready.case, ready.register)
  const inputs = ranges.filter(({ path }) => varied.reads(path))
  const paths = inputs.map(({ path }) => path)
  const ids = [...headlineMeasures, ...demands.map(({ avoided }) => `headline.entriesAvoided.${avoided.baseline.demand.id}`)]
  // A package that costs nothing has no ratio of benefits to costs.
  const costless = figures.of(economic.fiscal.cost).isZero() && !varied.program(paths, [economic.fiscal.cost]).outputs[0]?.varies
  const measures = ids.filter((id) => id !== 'bcr' || !costless).map((id) => measureOf(varied, id))
  const driversOf = forOption('measure', asked.measure, () => measureOf(varied, asked.measure))
  const drawn = ({ id, label, unit, line }: (typeof measures)[number]): DrawnMeasure => ({ id, label, unit, central: varied.float(line) })
  const draws = varied.program(paths, [
    ...measures.map(({ line }) => line),
    ...financial.cumulative,
    ...financial.cumulativeByMonth,
    economic.fiscal.cost,
  ])
  const credited = credits.map((credit, place) => {
    const family = families[place] as (typeof families)[number]
    const paid = costsOf(family, costs).filter((cost) => isCashCost(book, cost))
    const cost = book.sum(paid.flatMap(({ postings }) => postings.cash))
    return credit.cashable.minus(cost)
  })
  const { month, status } = payback(figures)
  const preparation: Omit<Prepared, 'spreads'> = {
    caseHash: hashOf(ready.case),
    asked,
    inputs,
    unread: ranges.map(({ path }) => path).filter((path) => !varied.reads(path)),
    correlations: ready.case.correlations.map(({ between }, place) => {
      const rho = ready.register.get(`correlations.${place}.rho`)
      if (rho === undefined) throw new Error(`the assumptions register has no correlations.${place}.rho`)
      return { between, rho: rho.value }
    }),
    measures: measures.map(drawn),
    years: book.timeline.financialYears.map(({ year }) => year),
    cumulative: financial.cumulative.map((each) => varied.float(each)),
    start: book.timeline.start,
    months: book.timeline.length,
    centralPayback: { month, status },
    draws,
    drivers: varied.program(paths, [driversOf.line]),
    driversOf: drawn(driversOf),
    parts: varied.program(paths, [figures.method.headline.netCashable, ...credited]),
    interventions: families.map(({ intervention }) => intervention.id),
  }
  drawable(ready, preparation)
  return { ...preparation, spreads: emptySpreads(preparation) }
}

/** Throws CaseError of status 422 where a range or a correlation cannot be drawn from, at the range that is at fault. */
function drawable({ case: complete }: ReadyCase, preparation: Omit<Prepared, 'spreads'>): void {
  try {
    samplerOf(preparation)
  } catch (error) {
    if (!(error instanceof UnusableRanges)) throw error
    const { message, paths } = error
    const [path = ''] = paths
    const found = follow(complete, path)
    const among = preparation.correlations.filter(({ between }) => between.every((each) => paths.includes(each)))
    const problem =
      paths.length > 1
        ? {
            pointer: '/correlations',
            path: 'correlations',
            got: among.map(({ between, rho }) => `${between.join(' with ')} ${rho}`).join('; '),
            expected: 'correlations that can all hold at once',
          }
        : {
            pointer: isFound(found) ? pointerOf(found.steps) : '',
            path,
            got:
              preparation.inputs
                .filter((each) => each.path === path)
                .map(({ low, central, high }) => `low ${low}, central ${central}, high ${high}`)[0] ?? '',
            expected: 'a range that can be drawn from',
          }
    throw new CaseError(422, 'not-a-case', [{ ...problem, message }])
  }
}

/** How many measures and years have spreads. */
export function spreadCount({ measures, years }: Pick<Prepared, 'measures' | 'years'>): number {
  return measures.length + years.length
}

function emptySpreads(preparation: Omit<Prepared, 'spreads'>): SpreadData[] {
  const { asked, draws } = preparation
  const count = spreadCount(preparation)
  if (asked.draws <= mostKept) return Array.from({ length: count }, () => spreadFor(asked.draws, new Float64Array()).data)
  const sampler = samplerOf(preparation)
  const columns = new Columns(draws)
  const pilots: Column[][] = Array.from({ length: count }, () => [])
  for (let block = 0; block < sampler.blocks && block < pilotBlocks; block++) {
    const read = columns.read(inputColumns(sampler, block), sampler.length(block))
    for (const [place, pilot] of pilots.entries()) pilot.push(read[place] as Column)
  }
  return pilots.map((parts) => spreadFor(asked.draws, Float64Array.from(parts.flatMap((part) => [...part]))).data)
}

/** The sampler of a simulation. Throws UnusableRanges. */
export function samplerOf({ inputs, correlations, asked }: Pick<Prepared, 'inputs' | 'correlations' | 'asked'>): Sampler {
  return new Sampler({ inputs, correlations, seed: asked.seed, sampling: asked.sampling, draws: asked.draws })
}

/** The drawn values of one block, by path; written over `into`, columns of an earlier block, where it is given. */
export function inputColumns(sampler: Sampler, block: number, into?: readonly Column[]): ReadonlyMap<string, Column> {
  const columns = sampler.block(block, into)
  return new Map(sampler.paths.map((path, place) => [path, columns[place] as Column]))
}

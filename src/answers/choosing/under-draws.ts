import { CaseError } from '../../case/problem.ts'
import { type Column, Columns } from '../../graph/columns/columns.ts'
import type { UncertainInput } from '../../uncertainty/distribution.ts'
import { quantileSorted } from '../../uncertainty/quantiles.ts'
import { Sampler } from '../../uncertainty/sampler.ts'
import { drawsPerBlock } from '../../uncertainty/streams.ts'
import { UnusableRanges } from '../../uncertainty/unusable-ranges.ts'
import { rangesOf } from '../simulation/ranges.ts'
import type { VariedCase } from '../varied.ts'
import { asShown, type Choice, stepsOf } from './asked.ts'
import { has, nothing, type Subset } from './subset.ts'
import { grantsOf, type Pause, switchOf } from './subset-reader.ts'

/** The fate of one package over the draws. */
export interface UnderDraws {
  /** The value of the measure that it falls short of in one draw of ten. */
  p10: number
  /** The share of draws in which it is the best of the packages that are drawn. */
  best: number
  /** The share of draws in which what it costs stays within the budget. */
  withinBudget: number
}

/** What the draws are made from. */
export class Drawn {
  /** How many ranges the method reads. */
  readonly ranges: number
  /** How many instructions one package takes in one draw. */
  readonly instructions: number
  private readonly choice: Choice
  private readonly switches: readonly string[]
  private readonly grants: readonly string[]
  private readonly columns: Columns
  private readonly drawn: ReadonlyMap<string, Column>

  /** Draws every range that the method reads; nothing where there is none. Throws a CaseError where one cannot be drawn from. */
  static from(varied: VariedCase, ids: readonly string[], choice: Choice): Drawn | undefined {
    const { complete, register } = varied.figures
    const inputs = rangesOf(complete, register).filter(({ path }) => varied.reads(path))
    return inputs.length === 0 ? undefined : new Drawn(varied, ids, choice, inputs)
  }

  private constructor(varied: VariedCase, ids: readonly string[], choice: Choice, inputs: readonly UncertainInput[]) {
    const { draws, seed } = choice
    const { complete, register } = varied.figures
    const correlations = complete.correlations.map(({ between }, at) => ({
      between,
      rho: register.get(`correlations.${at}.rho`)?.value ?? '',
    }))
    this.choice = choice
    this.switches = ids.map(switchOf)
    this.grants = grantsOf(varied)
    this.ranges = inputs.length
    const paths = inputs.map(({ path }) => path)
    const program = varied.program([...this.switches, ...this.grants, ...paths], [choice.measure.line, choice.basis.line])
    this.instructions = program.operations
    this.columns = new Columns(program)
    const sampler = usable(() => new Sampler({ inputs, correlations, seed, sampling: 'random', draws }))
    const columns = new Map(paths.map((path) => [path, new Float64Array(draws)]))
    for (let block = 0; block < sampler.blocks; block++) {
      for (const [place, values] of sampler.block(block).entries()) columns.get(paths[place] as string)?.set(values, block * drawsPerBlock)
    }
    // A grant without a range is the same in every draw.
    for (const path of this.grants) if (!columns.has(path)) columns.set(path, new Float64Array(draws).fill(varied.centre(path)))
    this.drawn = columns
  }

  /**
   * What becomes of some packages, which are given in the order of ties, in the same draws for each. Memory hardly grows with their number:
   * what is best of each draw so far is kept, and no package's draws.
   */
  async of(subsets: readonly Subset[], pause: Pause): Promise<Map<Subset, UnderDraws>> {
    const { draws, measure, budget } = this.choice
    const most = budget === undefined ? Number.POSITIVE_INFINITY : budget.toNumber()
    const steps = stepsOf(measure)
    const highest = new Float64Array(draws).fill(Number.NEGATIVE_INFINITY)
    const holder = new Int32Array(draws).fill(-1)
    const fates: { p10: number; withinBudget: number }[] = []
    let outputs: Column[] = []
    for (const [place, subset] of subsets.entries()) {
      outputs = this.columns.read(this.inputs(subset), draws, outputs)
      const [values, costs] = outputs as [Column, Column]
      let within = 0
      for (let draw = 0; draw < draws; draw++) {
        if (asShown(costs[draw] as number, 100) <= most) within += 1
        const value = asShown(values[draw] as number, steps)
        if (value <= (highest[draw] as number)) continue
        highest[draw] = value
        holder[draw] = place
      }
      fates.push({ p10: quantileSorted(values.slice().sort(), 0.1), withinBudget: within / draws })
      await pause()
    }
    const times = new Float64Array(subsets.length)
    for (const place of holder) if (place >= 0) times[place] = (times[place] as number) + 1
    return new Map(
      subsets.map((subset, place) => [subset, { ...(fates[place] as (typeof fates)[number]), best: (times[place] as number) / draws }]),
    )
  }

  private inputs(subset: Subset): Map<string, Column> {
    const inputs = new Map(this.drawn)
    for (const [place, path] of this.switches.entries())
      inputs.set(path, new Float64Array(this.choice.draws).fill(has(subset, place) ? 1 : 0))
    if (subset === nothing) for (const path of this.grants) inputs.set(path, new Float64Array(this.choice.draws))
    return inputs
  }
}

/** The standard error of a share of draws. */
export function standardErrorOf(share: number, draws: number): number {
  return Math.sqrt((share * (1 - share)) / draws)
}

function usable<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof UnusableRanges)) throw error
    const [path = ''] = error.paths
    throw new CaseError(422, 'not-a-case', [{ pointer: '', path, message: error.message }])
  }
}

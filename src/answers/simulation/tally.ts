import { type Column, Columns } from '../../graph/columns/columns.ts'
import { type Moments, momentsOf } from '../../uncertainty/moments.ts'
import { type Spread, type SpreadData, spreadFrom } from '../../uncertainty/spread.ts'
import { drawsPerBlock } from '../../uncertainty/streams.ts'
import type { Blocks } from './blocks.ts'
import { inputColumns, type Prepared, samplerOf } from './prepared.ts'

/** What some blocks of draws came to, as plain data. Which thread drew which block, and when, makes no difference to what is made of it. */
export interface Tally {
  /** For each block drawn: the moments of every measure and of cumulative cash by year. */
  moments: { block: number; of: Moments[] }[]
  /** The spreads of the same. */
  spreads: SpreadData[]
  /** How many draws of each measure are 0 or above. */
  notNegative: number[]
  /** How many draws of each measure are at its central value or above. */
  reachCentral: number[]
  /** How many draws have no ratio of benefits to costs, because they cost nothing. */
  withoutRatio: number
  /**
   * How many draws have so many months up to and with the last whose cumulative cash is below 0: none is never negative, all of them
   * is not paid back within the horizon.
   */
  lastBelow: Uint32Array
}

/** Less than this below 0 is what binary arithmetic leaves of an exact 0: a ten-thousandth of a penny. */
const belowNothing = -1e-6

/** Draws block after block that nobody has taken, until none is left or all are told to stop. */
export function tallied(preparation: Prepared, blocks: Blocks): Tally {
  const sampler = samplerOf(preparation)
  const columns = new Columns(preparation.draws)
  const { measures, years, months } = preparation
  const ratio = measures.findIndex(({ id }) => id === 'headline.bcr')
  const firstMonth = measures.length + years.length
  const spreads = preparation.spreads.map((empty) => spreadFrom(structuredClone(empty)))
  const tally: Tally = {
    moments: [],
    spreads: [],
    notNegative: measures.map(() => 0),
    reachCentral: measures.map(() => 0),
    withoutRatio: 0,
    lastBelow: new Uint32Array(months + 1),
  }
  const inputs = sampler.paths.map(() => new Float64Array(drawsPerBlock))
  let outputs: Column[] = []
  for (let block = blocks.take(); block < sampler.blocks && !blocks.isStopped; block = blocks.take()) {
    const count = sampler.length(block)
    outputs = columns.read(inputColumns(sampler, block, inputs), count, outputs)
    const pvCost = outputs[firstMonth + months] as Column
    const of = outputs.slice(0, firstMonth).map((output, place) => {
      const values = place === ratio ? whereThereIsCost(output, pvCost, count) : output.subarray(0, count)
      const measure = measures[place]
      if (measure !== undefined) {
        tally.notNegative[place] = (tally.notNegative[place] as number) + countFrom(values, 0)
        tally.reachCentral[place] = (tally.reachCentral[place] as number) + countFrom(values, measure.central)
      }
      if (place === ratio) tally.withoutRatio += count - values.length
      ;(spreads[place] as Spread).add(values)
      return momentsOf(values)
    })
    tally.moments.push({ block, of })
    countLastBelow(outputs.slice(firstMonth, firstMonth + months), count, tally.lastBelow)
    blocks.done()
  }
  tally.spreads = spreads.map(({ data }) => data)
  return tally
}

function whereThereIsCost(ratios: Column, cost: Column, count: number): Column {
  const values = ratios.subarray(0, count)
  return cost.subarray(0, count).includes(0) ? values.filter((_, draw) => cost[draw] !== 0) : values
}

/** How many values are at least `least`, but for what binary arithmetic leaves of an equal one. */
function countFrom(values: Column, least: number): number {
  const from = least + belowNothing
  let count = 0
  for (let draw = 0; draw < values.length; draw++) if ((values[draw] as number) >= from) count++
  return count
}

/** For each draw, the months up to and with its last below 0, counted; month by month, so that each column is read through once. */
function countLastBelow(byMonth: readonly Column[], count: number, into: Uint32Array): void {
  const lastBelow = new Uint16Array(count)
  for (const [month, cumulative] of byMonth.entries()) {
    for (let draw = 0; draw < count; draw++) if ((cumulative[draw] as number) < belowNothing) lastBelow[draw] = month + 1
  }
  for (const months of lastBelow) into[months] = (into[months] as number) + 1
}

/** All tallies of one simulation together, the blocks of their moments in order. */
export function together(tallies: readonly Tally[]): Tally {
  const [first, ...others] = tallies
  if (first === undefined) throw new RangeError('a simulation has at least one tally')
  const spreads = first.spreads.map(spreadFrom)
  for (const other of others) for (const [place, spread] of spreads.entries()) spread.merge(spreadFrom(other.spreads[place] as SpreadData))
  return {
    moments: tallies.flatMap(({ moments }) => moments).sort((one, other) => one.block - other.block),
    spreads: spreads.map(({ data }) => data),
    notNegative: first.notNegative.map((_, place) => tallies.reduce((sum, { notNegative }) => sum + (notNegative[place] as number), 0)),
    reachCentral: first.reachCentral.map((_, place) => tallies.reduce((sum, { reachCentral }) => sum + (reachCentral[place] as number), 0)),
    withoutRatio: tallies.reduce((sum, { withoutRatio }) => sum + withoutRatio, 0),
    lastBelow: first.lastBelow.map((_, place) => tallies.reduce((sum, { lastBelow }) => sum + (lastBelow[place] as number), 0)),
  }
}

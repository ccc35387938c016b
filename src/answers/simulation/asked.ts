import type { Sampling } from '../../uncertainty/sampling.ts'

/** What a simulation is asked for besides the case. */
export interface SimulationAsked {
  /** How many times every range is drawn. */
  draws: number
  /** Any text: the same gives the same draws. */
  seed: string
  sampling: Sampling
  /** The measure whose drivers are looked for. */
  measure: string
  /** Whether drivers are looked for at all: they take longer than the draws. */
  drivers: boolean
}

/** Draws are whole numbers between these. */
export const fewestDraws = 100
export const mostDraws = 1_000_000

/** What is asked for where nothing is said. */
export const usualSimulation: SimulationAsked = {
  draws: 10_000,
  seed: '1',
  sampling: 'random',
  measure: 'netCashable',
  drivers: true,
}

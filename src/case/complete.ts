import type {
  Case,
  CostLine,
  Demand,
  EntriesEffect,
  ExitsEffect,
  Funding,
  Intervention,
  InterventionCost,
  Saving,
  WarmUp,
} from './schema.ts'

/*
 * The case after defaults: what the method reads the structure of a case from (ids, kinds, dates, whole counts). Its quantities are
 * still in the form they were given in; the method takes their values from the assumptions register, by path.
 */

type Need<T, Keys extends keyof T> = Omit<T, Keys> & { [Key in Keys]-?: NonNullable<T[Key]> }

export type CompleteWarmUp = Need<WarmUp, 'months' | 'curve'>
export type CompleteRelease = Need<NonNullable<CostLine['release']>, 'from' | 'step' | 'noticeMonths'>
export type CompleteCostLine = Omit<Need<CostLine, 'share' | 'variable' | 'funder' | 'realGrowth' | 'value'>, 'release'> & {
  release?: CompleteRelease
}
export type CompleteDemand = Omit<Need<Demand, 'growth' | 'backfill'>, 'budget' | 'costs'> & {
  budget: Need<NonNullable<Demand['budget']>, 'basis'>
  costs: CompleteCostLine[]
}
type EffectDefaults = 'id' | 'kind' | 'basis' | 'optimismBias' | 'startsAfterMonths'
export type CompleteEntriesEffect = Need<EntriesEffect, EffectDefaults | 'holdMonths' | 'fadePerYear'>
export type CompleteExitsEffect = Need<ExitsEffect, EffectDefaults>
export type CompleteEffect = CompleteEntriesEffect | CompleteExitsEffect
export type CompleteInterventionCost = Need<InterventionCost, 'funder' | 'realGrowth' | 'optimismBias' | 'redeployed'>
export type CompleteSaving = Omit<Need<Saving, 'funder' | 'realGrowth'>, 'warmUp'> & { warmUp?: CompleteWarmUp }
export type CompleteIntervention = Omit<
  Need<Intervention, 'start' | 'included' | 'childrenPerReferral'>,
  'warmUp' | 'referrals' | 'capacity' | 'programme' | 'effects' | 'costs' | 'savings'
> & {
  warmUp: CompleteWarmUp
  referrals?: Need<NonNullable<Intervention['referrals']>, 'eligible' | 'takeUp'>
  capacity?: Need<NonNullable<Intervention['capacity']>, 'waitingList' | 'dropOffPerMonth'>
  programme: Need<NonNullable<Intervention['programme']>, 'months' | 'completion' | 'partialEffect'>
  effects: CompleteEffect[]
  costs: CompleteInterventionCost[]
  savings: CompleteSaving[]
}
export type CompleteCase = Omit<
  Case,
  'body' | 'prices' | 'discounting' | 'overlap' | 'demand' | 'interventions' | 'funding' | 'correlations'
> & {
  body: string
  prices: Need<NonNullable<Case['prices']>, 'baseYear' | 'inflation'>
  discounting: Need<NonNullable<Case['discounting']>, 'timing'>
  overlap: 'independent' | 'disjoint'
  demand: CompleteDemand[]
  interventions: CompleteIntervention[]
  funding: Funding[]
  correlations: NonNullable<Case['correlations']>
}

/** One line of the assumptions register: a value the answer rests on, and where it came from. */
export interface Assumption {
  path: string
  /** A canonical decimal string, a whole number, a word or a month, always as text. */
  value: string
  unit: string
  origin: 'supplied' | 'default' | 'reference'
  source?: string
  note?: string
  range?: { low: string; high: string; shape: string }
}

/** Every assumption by its path, in the order of the case. */
export type Register = ReadonlyMap<string, Assumption>

import type { CompleteCase } from '../../case/complete.ts'
import { operationsOf } from './operations.ts'

/** The most of everything that a question may bring or take. The schema of a case has limits of its own, which these cannot raise. */
export interface Limits {
  /** Bytes of a case in JSON or YAML. */
  bodyBytes: number
  /** Objects and lists inside each other in such a text. */
  depth: number
  months: number
  interventions: number
  /** Cost lines of demands, and costs and savings of interventions, together. */
  lines: number
  draws: number
  batchRows: number
  /** Operations of one appraisal of the case: what stands in memory at once. */
  operations: number
  /** Operations of the whole question: how long it takes. */
  totalOperations: number
}

/** What holds where nobody says otherwise. */
export const usualLimits: Limits = {
  bodyBytes: 1024 * 1024,
  depth: 64,
  months: 360,
  interventions: 20,
  lines: 1800,
  draws: 1_000_000,
  batchRows: 20_000,
  operations: 2_000_000,
  totalOperations: 20_000_000,
}

/** A question that is larger than is taken, found before any work is done on it: what it is too large in, how large, and the limit. */
export class CostError extends Error {
  readonly code: 'case-too-large' | 'question-too-large'
  readonly limit: keyof Limits
  readonly got: number
  readonly most: number

  constructor(code: CostError['code'], limit: keyof Limits, message: string, got: number, most: number) {
    super(message)
    this.name = 'CostError'
    this.code = code
    this.limit = limit
    this.got = got
    this.most = most
  }
}

/** A case as far as its price goes. */
export interface Priced {
  case: CompleteCase
  register: { readonly size: number }
}

/** The price of one appraisal of a case, in operations. Throws a CostError where the case is larger than the limits allow. */
export function pricedCase({ case: complete, register }: Priced, limits: Limits): number {
  const { demand, interventions, years } = complete
  const lines = sum(demand, ({ costs }) => costs.length) + sum(interventions, ({ costs, savings }) => costs.length + savings.length)
  hold('months', 12 * years, limits, (got, most) => `The case looks ${got} months ahead; at most ${most} are taken.`)
  hold('interventions', interventions.length, limits, (got, most) => `The case has ${got} interventions; at most ${most} are taken.`)
  hold('lines', lines, limits, (got, most) => `The case has ${got} lines of costs and savings; at most ${most} are taken.`)
  const operations = operationsOf(complete, register.size)
  hold('operations', operations, limits, (got, most) => `This case would take ${got} operations; at most ${most} are done.`)
  return operations
}

/** Holds a simulation or a choice to the limit on draws. Throws a CostError. */
export function holdDraws(draws: number, limits: Limits): void {
  hold('draws', draws, limits, (got, most) => `This question asks for ${got} draws; at most ${most} are made.`, 'question-too-large')
}

/** Holds a question to the limit on the operations of the whole. Throws a CostError. `of` says what they are made of. */
export function holdTotal(operations: number, limits: Limits, of: string): void {
  const said = (got: string, most: string) => `This question would take ${got} operations (${of}); at most ${most} are done.`
  hold('totalOperations', operations, limits, said, 'question-too-large')
}

/** A whole number as people read it: 4,100,000. */
export function inThousands(number: number): string {
  return String(Math.ceil(number)).replace(/\B(?=(\d{3})+$)/g, ',')
}

function hold(
  limit: keyof Limits,
  got: number,
  limits: Limits,
  said: (got: string, most: string) => string,
  code: CostError['code'] = 'case-too-large',
): void {
  const most = limits[limit]
  if (got > most) throw new CostError(code, limit, said(inThousands(got), inThousands(most)), Math.ceil(got), most)
}

function sum<T>(list: readonly T[], of: (each: T) => number): number {
  return list.reduce((total, each) => total + of(each), 0)
}

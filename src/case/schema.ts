import Type, { type Static } from 'typebox'
import { Demand } from './demand-schema.ts'
import { Intervention } from './intervention-schema.ts'
import { choice, count, type Quantity, quantity } from './quantity.ts'
import { byYear, id, many, month, name, object, opt, party, text, year } from './schema-atoms.ts'

/** The most years that a case may look ahead. */
export const longestHorizon = 30

/*
 * The single statement of what a case may hold, with demand-schema.ts, intervention-schema.ts and effect-schema.ts. The validator, the
 * defaults, the assumptions register, the TypeScript types and the OpenAPI document are all read from it. A property with a `default` is
 * filled in by us and listed; `x-quantity` gives unit and legal ends; `x-unit` marks what else shapes the case and belongs in the register.
 */

const Funding = object(
  {
    id: id('the grant'),
    title: opt(name('the grant in plain English')),
    byYear: byYear(quantity('pounds', 'grant in this financial year'), 'cash to the body by financial year'),
  },
  { $id: 'Funding', description: 'A grant: cash to the body by financial year.' },
)

const Correlation = object(
  {
    between: Type.Array(Type.String({ maxLength: 200 }), { minItems: 2, maxItems: 2, description: 'the paths of two ranges' }),
    rho: quantity('correlation', 'rank correlation'),
  },
  { $id: 'Correlation', description: 'How two ranges move together.' },
)

const Prices = object(
  {
    baseYear: opt(year('the year whose prices are used throughout; the financial year of the start where absent')),
    inflation: opt(
      Type.Unsafe<Quantity | Record<string, Quantity>>({
        anyOf: [
          quantity('rate a year', 'general inflation, one rate for every year'),
          byYear(quantity('rate a year', 'inflation into this year'), 'by financial year; the first and the last repeat outward', 1),
        ],
        description: 'general inflation, one rate or by financial year',
        default: '0',
      }),
    ),
    deflators: opt(byYear(quantity('index', 'deflator index'), 'deflators that override the built-in series, year by year')),
    weeksPerYear: opt(quantity('weeks a year', 'weeks in a year; 365.25/7 where absent', { minimum: '52', maximum: '53' })),
  },
  { $id: 'Prices', description: 'The prices that the case is in.' },
)

const Discounting = object(
  {
    schedule: opt(choice(['green-book'], 'the Green Book schedule, unless a rate is given')),
    rate: opt(quantity('rate a year', 'one real rate for every year', { minimum: '0', maximum: '0.2' })),
    timing: opt(choice(['start', 'mid', 'end'], 'when in a year its money counts', 'start')),
  },
  { $id: 'Discounting', description: 'How the economic case is discounted.' },
)

const caseProperties = {
  title: opt(name('the case in plain English')),
  body: opt(party('the council whose cash this is', 'council')),
  notes: opt(text('anything a reader should know', 20000)),
  start: month('the first month'),
  years: count('length of the horizon', 1, longestHorizon, { unit: 'years' }),
  prices: opt(Type.Unsafe<Static<typeof Prices>>({ ...Prices, default: {} })),
  discounting: opt(Type.Unsafe<Static<typeof Discounting>>({ ...Discounting, default: {} })),
  overlap: opt(choice(['independent', 'disjoint'], 'how interventions that reach the same children combine', 'independent')),
  demand: opt(many(Demand, 20, 'what would happen anyway')),
  interventions: opt(many(Intervention, 20, 'the package')),
  funding: opt(many(Funding, 30, 'grants')),
  correlations: opt(many(Correlation, 400, 'how ranges move together')),
}

/** A case: everything an appraisal needs. */
export const Case = object(caseProperties, {
  $id: 'Case',
  description: 'A business case: demands, interventions, costs, savings and funding.',
})
export type Case = Static<typeof Case>

const Variant = object(
  {
    id: id('the variant'),
    title: opt(name('the variant in plain English')),
    description: opt(text('what changes and why')),
    set: opt(
      Type.Unsafe<Record<string, unknown>>({
        type: 'object',
        additionalProperties: true,
        description: 'new values by path, such as interventions.fft.warmUp.months; without it, the case as it stands',
      }),
    ),
  },
  { $id: 'Variant', description: 'What a variant changes.' },
)

/** A scenario file: a case with a name, and the variants to compare it with. */
export const Scenario = object(
  {
    ...caseProperties,
    id: opt(id('the scenario, unique in the library')),
    description: opt(text('what the scenario shows', 20000)),
    extends: opt(
      Type.String({
        minLength: 1,
        maxLength: 500,
        description: 'another scenario whose case is taken first: its file, or its id in the library',
      }),
    ),
    variants: opt(Type.Array(Variant, { maxItems: 100, description: 'the variants to compare with the central case' })),
  },
  { $id: 'Scenario', description: 'A case with an id, a description and variants.' },
)
export type Scenario = Static<typeof Scenario>
export type Variant = Static<typeof Variant>

export type Funding = Static<typeof Funding>

export type { CostLine, Demand } from './demand-schema.ts'
export type { EntriesEffect, ExitsEffect } from './effect-schema.ts'
export type { Intervention, InterventionCost, Saving, WarmUp } from './intervention-schema.ts'

import Type, { type Static, type TProperties, type TSchema } from 'typebox'
import { choice, count, type Quantity, quantity } from './quantity.ts'

/*
 * The single statement of what a case may hold. The validator, the defaults, the assumptions register, the TypeScript types and the
 * OpenAPI document are all read from it. A property with a `default` is filled in by us and listed; `x-quantity` gives unit and legal ends.
 */

const idPattern = '^[a-z][a-z0-9-]{0,39}$'
const id = (description: string) => Type.String({ pattern: idPattern, description, examples: ['fft'] })
const text = (description: string, maxLength = 2000) => Type.String({ maxLength, description })
const name = (description: string) => Type.String({ minLength: 1, maxLength: 200, pattern: '\\S', description })
/** Who pays: compared letter by letter, so a space at an end would make a partner of the council. */
const party = (description: string, preset?: string) =>
  Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^\\S(.*\\S)?$',
    description,
    'x-unit': 'choice',
    ...(preset === undefined ? {} : { default: preset }),
  })
export const monthPattern = '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$'
export const yearPattern = '^(19|20|21)[0-9]{2}-[0-9]{2}$'
const month = (description: string) => Type.String({ pattern: monthPattern, description: `${description} (YYYY-MM)`, 'x-unit': 'month' })
const year = (description: string) =>
  Type.String({
    pattern: yearPattern,
    format: 'financial-year',
    description: `${description} (a financial year such as 2026-27)`,
    'x-unit': 'financial year',
  })

const opt = <S extends TSchema>(schema: S) => Type.Optional(schema)
const many = <S extends TSchema>(items: S, maxItems: number, description: string) =>
  Type.Array(items, { maxItems, description, default: [] })

/** An object that refuses unknown keys and may carry a source and a note, as every object of a case may. */
const object = <P extends TProperties>(properties: P, options: Record<string, unknown> = {}) =>
  Type.Object(
    { ...properties, source: opt(text('where the figures of this object come from')), note: opt(text('anything a reader should know')) },
    { additionalProperties: false, ...options },
  )
const byYear = (value: TSchema, description: string, minProperties = 0) =>
  Type.Unsafe<Record<string, Quantity>>({
    type: 'object',
    description,
    minProperties,
    propertyNames: { pattern: yearPattern, format: 'financial-year' },
    additionalProperties: value,
  })

const WarmUp = object(
  {
    months: opt(quantity('months', 'how long referrals take to reach their full rate', { maximum: '60', default: '0' })),
    curve: opt(choice(['linear', 's-curve', 'step', 'custom'], 'the shape of the warm-up', 'linear')),
    profile: opt(
      Type.Array(quantity('proportion', 'share of the full rate in this month'), {
        minItems: 1,
        maxItems: 360,
        description: 'with curve custom: the share of the full rate month by month, then 1',
      }),
    ),
  },
  { $id: 'WarmUp', description: 'How a service reaches its full rate.' },
)

const Geometric = object(
  {
    kind: Type.Literal('geometric', { description: 'a constant chance of leaving each month', 'x-unit': 'choice' }),
    meanMonths: quantity('months', 'mean stay', { minimum: '1', maximum: '240' }),
  },
  { $id: 'GeometricStay' },
)
const Fixed = object(
  {
    kind: Type.Literal('fixed', { description: 'everyone stays equally long', 'x-unit': 'choice' }),
    months: count('length of every stay in whole months', 1, 360),
  },
  { $id: 'FixedStay' },
)

export const Release = object(
  {
    action: name('what is done to turn an empty place into cash: a contract ended, a home closed, a post left empty'),
    owner: name('who decides it'),
    from: opt(month('first month in which anything can be released')),
    step: opt(
      quantity('places', 'places that go together, such as the beds of a home; 0 for one at a time', { maximum: '1000', default: '0' }),
    ),
    noticeMonths: opt(count('months that a place must stand empty before it can go', 0, 60, { default: 0 })),
  },
  { $id: 'Release', description: 'The decision that turns an avoided cost into cash.' },
)

const CostLine = object(
  {
    id: id('the line, unique in its demand'),
    title: opt(name('the line in plain English')),
    amount: quantity('pounds', 'unit cost'),
    per: choice(['week', 'month', 'year', 'entry'], 'what the unit cost is paid for: a place for a week, month or year, or one entry'),
    share: opt(quantity('proportion', "share of the demand's children on this line", { default: '1' })),
    variable: opt(quantity('proportion', 'share of the unit cost that moves with numbers', { default: '1' })),
    funder: opt(party('who pays; the body unless said otherwise')),
    priceYear: opt(year('the prices the amount is in; the base year where absent')),
    realGrowth: opt(quantity('rate a year', 'growth of this cost above general inflation', { default: '0' })),
    value: opt(choice(['fiscal', 'economic', 'social'], 'whose money it is: a budget, the economy, or society', 'fiscal')),
    release: opt(Release),
  },
  { $id: 'CostLine', description: 'A cost that each place or entry of a demand brings.' },
)

const Budget = object(
  {
    basis: opt(
      choice(
        ['opening', 'demand', 'places'],
        'what the budget pays for: the opening numbers, demand as it comes, or listed places',
        'opening',
      ),
    ),
    places: opt(
      Type.Array(quantity('places', 'budgeted places in this case year'), {
        minItems: 1,
        maxItems: 100,
        description: 'with basis places: by case year, the last repeats',
      }),
    ),
  },
  { $id: 'Budget' },
)

const Demand = object(
  {
    id: id('the demand, unique in the case'),
    title: opt(name('the demand in plain English')),
    entriesPerYear: opt(quantity('children a year', 'entries a year at the start')),
    population: opt(quantity('children', 'children in the area; with entriesPer10000')),
    entriesPer10000: opt(quantity('per 10,000', 'entries a year for each 10,000 children; with population')),
    entriesByYear: opt(
      Type.Array(quantity('children a year', 'entries in this case year'), {
        minItems: 1,
        maxItems: 100,
        description: 'entries by case year; the last repeats, growth does not apply',
      }),
    ),
    growth: opt(quantity('rate a year', 'growth of entries by case year if nothing is done', { default: '0' })),
    opening: opt(quantity('children', 'numbers on the first day; the steady state where absent')),
    backfill: opt(quantity('proportion', 'share of places left empty that unmet need takes up', { default: '0' })),
    stay: Type.Union([Geometric, Fixed], { description: 'how long children stay' }),
    budget: opt(Type.Unsafe<Static<typeof Budget>>({ ...Budget, default: {} })),
    costs: opt(many(CostLine, 30, 'what each place or entry costs')),
  },
  { $id: 'Demand', description: 'Something the council must meet: care entry, repeat plans, re-referrals.' },
)

const Evidence = object(
  {
    design: choice(['rct', 'matched', 'before-after', 'practice', 'assumed'], 'how the effect was measured'),
    source: opt(text('the study')),
  },
  { $id: 'Evidence' },
)

const effectCommon = {
  id: opt(id("the effect; by default the demand's id, with -exits for exits")),
  title: opt(name('the effect in plain English')),
  demand: Type.String({ pattern: idPattern, description: 'the demand it acts on' }),
  basis: opt(choice(['treated', 'started', 'referred'], 'the group whose average effect the evidence measured', 'treated')),
  optimismBias: opt(quantity('proportion', 'how much of the effect to take off for optimism', { default: '0' })),
  startsAfterMonths: opt(count('months from start of the programme to the effect; the programme length where absent', 0, 60)),
  evidence: opt(Evidence),
}
const Returns = object(
  {
    share: quantity('proportion', 'share of avoided entries that come later after all'),
    afterMonths: count('how many months later', 1, 120),
  },
  { $id: 'Returns', description: 'Delayed is not avoided.' },
)
const EntriesEffect = object(
  {
    ...effectCommon,
    kind: opt(choice(['entries'], 'fewer children come in', 'entries')),
    risk: quantity('proportion', 'chance that a treated child, without help, has the event in the window'),
    windowMonths: count('months over which the risk and the effect were measured', 1, 120),
    reduction: quantity('relative change', 'relative reduction of the risk; negative for a harmful effect'),
    holdMonths: opt(count('months of full effect; the window where absent, or 0 with a fade', 0, 120)),
    fadePerYear: opt(quantity('proportion', 'share of the effect lost each year after the hold', { default: '0' })),
    returns: opt(Returns),
  },
  { $id: 'EntriesEffect' },
)
const ExitsEffect = object(
  {
    ...effectCommon,
    kind: Type.Literal('exits', { description: 'children leave earlier', 'x-unit': 'choice' }),
    chance: quantity('proportion', 'extra chance that a treated child leaves earlier; negative for a harmful effect', { minimum: '-1' }),
    monthsEarlier: count('how many months earlier', 1, 120),
  },
  { $id: 'ExitsEffect' },
)

const InterventionCost = object(
  {
    id: id('the cost, unique in its intervention'),
    title: opt(name('the cost in plain English')),
    amount: quantity('pounds', 'unit cost'),
    per: choice(['once', 'year', 'referral', 'start', 'completion'], 'what the amount is paid for'),
    month: opt(month("with per once: when it is paid; the intervention's start where absent")),
    from: opt(month("with per year: first month; the intervention's start where absent")),
    to: opt(month('with per year: last month; when the last family has left where absent')),
    funder: opt(party('who pays; the body unless said otherwise')),
    priceYear: opt(year('the prices the amount is in; the base year where absent')),
    realGrowth: opt(quantity('rate a year', 'growth of this cost above general inflation', { default: '0' })),
    optimismBias: opt(quantity('proportion', 'how much to add for optimism', { maximum: '2', default: '0' })),
    redeployed: opt(
      Type.Boolean({ default: false, description: 'existing staff moved: an economic cost, no new cash', 'x-unit': 'choice' }),
    ),
  },
  { $id: 'InterventionCost' },
)

const SavingRelease = object({ action: name('what is done'), owner: name('who decides it') }, { $id: 'SavingRelease' })
const Saving = object(
  {
    id: id('the saving, unique in its intervention'),
    title: opt(name('the saving in plain English')),
    amount: quantity('pounds', 'the saving'),
    per: choice(['once', 'year'], 'once, or every year'),
    month: opt(month("with per once: when; `from` or the intervention's start where absent")),
    from: opt(month("first month; the intervention's start where absent")),
    to: opt(month('with per year: last month')),
    warmUp: opt(WarmUp),
    release: opt(SavingRelease),
    funder: opt(party('whose saving it is; the body unless said otherwise')),
    priceYear: opt(year('the prices the amount is in; the base year where absent')),
    realGrowth: opt(quantity('rate a year', 'growth of this saving above general inflation', { default: '0' })),
  },
  { $id: 'Saving', description: 'A saving that needs no referrals: agency premium avoided, a contract ended.' },
)

const Intervention = object(
  {
    id: id('the intervention, unique in the case'),
    title: opt(name('the intervention in plain English')),
    start: opt(month('first referrals; the start of the case where absent')),
    end: opt(month('last month of referrals')),
    included: opt(Type.Boolean({ default: true, description: 'false leaves it out', 'x-unit': 'choice' })),
    warmUp: opt(Type.Unsafe<Static<typeof WarmUp>>({ ...WarmUp, default: {} })),
    referrals: opt(
      object(
        {
          perMonth: quantity('families a month', 'referrals at the full rate'),
          eligible: opt(quantity('proportion', 'share that meets the criteria', { default: '1' })),
          takeUp: opt(quantity('proportion', 'share of the eligible that accepts', { default: '1' })),
        },
        { $id: 'Referrals' },
      ),
    ),
    capacity: opt(
      object(
        {
          places: quantity('places', 'families served at the same time'),
          waitingList: opt(Type.Boolean({ default: false, description: 'whether families wait for a place', 'x-unit': 'choice' })),
          dropOffPerMonth: opt(quantity('proportion', 'share of the waiting that gives up each month', { default: '0' })),
        },
        { $id: 'Capacity' },
      ),
    ),
    programme: opt(
      object(
        {
          months: opt(count('how long a family holds a place; required with capacity', 1, 60, { default: 1 })),
          completion: opt(quantity('proportion', 'share of starts that completes', { default: '1' })),
          partialEffect: opt(quantity('proportion', 'share of the effect for those who do not complete', { default: '0' })),
        },
        { $id: 'Programme', default: {} },
      ),
    ),
    childrenPerReferral: opt(quantity('children a family', 'children in each family referred', { maximum: '20', default: '1' })),
    effects: opt(many(Type.Union([EntriesEffect, ExitsEffect]), 40, 'what it changes, at most one of each kind for a demand')),
    costs: opt(many(InterventionCost, 30, 'what it costs')),
    savings: opt(many(Saving, 30, 'what it saves directly')),
  },
  { $id: 'Intervention' },
)

const Funding = object(
  {
    id: id('the grant'),
    title: opt(name('the grant in plain English')),
    byYear: byYear(quantity('pounds', 'grant in this financial year'), 'cash to the body by financial year'),
  },
  { $id: 'Funding' },
)

const Correlation = object(
  {
    between: Type.Array(Type.String({ maxLength: 200 }), { minItems: 2, maxItems: 2, description: 'the paths of two ranges' }),
    rho: quantity('correlation', 'rank correlation'),
  },
  { $id: 'Correlation' },
)

const Prices = object(
  {
    baseYear: opt(year('the year whose prices are used throughout; the financial year of the start where absent')),
    inflation: opt(
      Type.Unsafe<Quantity | Record<string, Quantity>>({
        anyOf: [
          quantity('rate a year', 'one rate for every year'),
          byYear(quantity('rate a year', 'inflation into this year'), 'by financial year; the first and the last repeat outward', 1),
        ],
        description: 'general inflation, one rate or by financial year',
        default: '0',
      }),
    ),
    deflators: opt(byYear(quantity('index', 'deflator index'), 'deflators that override the built-in series, year by year')),
    weeksPerYear: opt(quantity('weeks a year', 'weeks in a year; 365.25/7 where absent', { minimum: '52', maximum: '53' })),
  },
  { $id: 'Prices' },
)

const Discounting = object(
  {
    schedule: opt(choice(['green-book'], 'the Green Book schedule, unless a rate is given')),
    rate: opt(quantity('rate a year', 'one real rate for every year', { minimum: '0', maximum: '0.2' })),
    timing: opt(choice(['start', 'mid', 'end'], 'when in a year its money counts', 'start')),
  },
  { $id: 'Discounting' },
)

const caseProperties = {
  title: opt(name('the case in plain English')),
  body: opt(
    Type.String({ minLength: 1, maxLength: 200, default: 'council', description: 'the council whose cash this is', 'x-unit': 'choice' }),
  ),
  notes: opt(text('anything a reader should know', 20000)),
  start: month('the first month'),
  years: count('length of the horizon', 1, 30, { unit: 'years' }),
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
    set: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      additionalProperties: true,
      description: 'new values by path, such as interventions.fft.warmUp.months',
    }),
  },
  { $id: 'Variant' },
)

/** A scenario file: a case with a name, and the variants to compare it with. */
export const Scenario = object(
  {
    ...caseProperties,
    id: opt(id('the scenario, unique in the library')),
    description: opt(text('what the scenario shows', 20000)),
    extends: opt(Type.String({ minLength: 1, maxLength: 500, description: 'another scenario whose case is taken first: its file, or its id in the library' })),
    variants: opt(Type.Array(Variant, { maxItems: 100, description: 'the variants to compare with the central case' })),
  },
  { $id: 'Scenario', description: 'A case with an id, a description and variants.' },
)
export type Scenario = Static<typeof Scenario>
export type Variant = Static<typeof Variant>

export type Demand = Static<typeof Demand>
export type CostLine = Static<typeof CostLine>
export type Intervention = Static<typeof Intervention>
export type EntriesEffect = Static<typeof EntriesEffect>
export type ExitsEffect = Static<typeof ExitsEffect>
export type InterventionCost = Static<typeof InterventionCost>
export type Saving = Static<typeof Saving>
export type WarmUp = Static<typeof WarmUp>
export type Funding = Static<typeof Funding>

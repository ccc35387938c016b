import Type, { type Static } from 'typebox'
import { choice, count, quantity } from './quantity.ts'
import { id, many, month, name, object, opt, party, year } from './schema-atoms.ts'

/* A demand: how many children come in, how long they stay, what their places cost, and what turns an empty place into cash. */

const Geometric = object(
  {
    kind: Type.Literal('geometric', { description: 'a constant chance of leaving each month', 'x-unit': 'choice' }),
    meanMonths: quantity('months', 'mean stay', { minimum: '1', maximum: '240' }),
  },
  { $id: 'GeometricStay', description: 'A stay with a constant chance of leaving each month.' },
)
const Fixed = object(
  {
    kind: Type.Literal('fixed', { description: 'everyone stays equally long', 'x-unit': 'choice' }),
    months: count('length of every stay in whole months', 1, 360),
  },
  { $id: 'FixedStay', description: 'A stay of the same length for everyone.' },
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
  { $id: 'Budget', description: 'What the budget pays for.' },
)

export const Demand = object(
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

export type Demand = Static<typeof Demand>
export type CostLine = Static<typeof CostLine>

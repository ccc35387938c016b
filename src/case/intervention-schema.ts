import Type, { type Static } from 'typebox'
import { EntriesEffect, ExitsEffect } from './effect-schema.ts'
import { choice, count, quantity } from './quantity.ts'
import { id, many, month, name, object, opt, party, year } from './schema-atoms.ts'

/* An intervention: who is reached, what it changes, what it costs and what it saves directly. */

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
  { $id: 'InterventionCost', description: 'A cost of an intervention.' },
)

const SavingRelease = object(
  { action: name('what is done'), owner: name('who decides it') },
  { $id: 'SavingRelease', description: 'The decision that turns the saving into cash.' },
)
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

export const Intervention = object(
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
        { $id: 'Referrals', description: 'Who is referred and who accepts.' },
      ),
    ),
    capacity: opt(
      object(
        {
          places: quantity('places', 'families served at the same time'),
          waitingList: opt(Type.Boolean({ default: false, description: 'whether families wait for a place', 'x-unit': 'choice' })),
          dropOffPerMonth: opt(quantity('proportion', 'share of the waiting that gives up each month', { default: '0' })),
        },
        { $id: 'Capacity', description: 'How many families can be served, and what happens to the others.' },
      ),
    ),
    programme: opt(
      object(
        {
          months: opt(count('how long a family holds a place; required with capacity', 1, 60, { default: 1 })),
          completion: opt(quantity('proportion', 'share of starts that completes', { default: '1' })),
          partialEffect: opt(quantity('proportion', 'share of the effect for those who do not complete', { default: '0' })),
        },
        { $id: 'Programme', description: 'What a family goes through.', default: {} },
      ),
    ),
    childrenPerReferral: opt(quantity('children a family', 'children in each family referred', { maximum: '20', default: '1' })),
    effects: opt(many(Type.Union([EntriesEffect, ExitsEffect]), 40, 'what it changes, at most one of each kind for a demand')),
    costs: opt(many(InterventionCost, 30, 'what it costs')),
    savings: opt(many(Saving, 30, 'what it saves directly')),
  },
  { $id: 'Intervention', description: 'An intervention: whom it reaches, what it changes, costs and saves.' },
)

export type Intervention = Static<typeof Intervention>
export type InterventionCost = Static<typeof InterventionCost>
export type Saving = Static<typeof Saving>
export type WarmUp = Static<typeof WarmUp>

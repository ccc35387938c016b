import t from 'tap'
import { answer, avoidingPlaces, type Case, caseOf, interventionOf, lineOf, plannedLine } from '../cases-for-tests.ts'

/** The cost in cash and in real money of amounts each paid once in April 2026. */
function posted(amounts: readonly string[], parts: Partial<Case> = {}) {
  const costs = amounts.map((amount, place) => ({ id: `cost${place}`, amount, per: 'once' as const }))
  const { years, headline } = answer(caseOf({ interventions: [interventionOf({ costs })], ...parts }))
  return { cash: years[0]?.cash.cost, real: years[0]?.real.cost, total: headline.cost }
}

t.test('half a penny is rounded away from zero', async (t) => {
  t.equal(posted(['0.005']).cash, '0.01')
  t.equal(posted(['0.0049999999']).cash, '0.00')
  t.equal(posted(['1.005']).cash, '1.01')
})

t.test('half a penny below zero is rounded away from zero too', async (t) => {
  // One place more, all of it in April: −0.005 of cash.
  const rise = (amount: string) => answer(avoidingPlaces([-1], {}, { costs: [plannedLine({}, { amount })] })).headline.cashable
  t.equal(rise('0.005'), '-0.01')
  t.equal(rise('0.0049999999'), '0.00')
  t.equal(rise('1.005'), '-1.01')
})

t.test('ten places first: twelve twelfths that lost a digit are still half a penny', async (t) => {
  const { years } = answer(caseOf({ interventions: [interventionOf({ costs: [{ id: 'team', amount: '0.005', per: 'year' }] })] }))
  t.equal(years[0]?.cash.cost, '0.01')
})

t.test('each line and year is posted by itself, and totals add postings', async (t) => {
  // Three times 0.004 is nothing, though together 0.012; three times 0.005 is 0.03, though together 0.015.
  t.equal(posted(['0.004', '0.004', '0.004']).total, '0.00')
  t.equal(posted(['0.005', '0.005', '0.005']).total, '0.03')
  // Half a penny in each of two years is a penny in each.
  const { headline, years } = answer(
    caseOf({ years: 2, interventions: [interventionOf({ costs: [{ id: 'team', amount: '0.005', per: 'year' }] })] }),
  )
  t.same(
    years.map(({ cash }) => cash.cost),
    ['0.01', '0.01'],
  )
  t.equal(headline.cost, '0.02')
})

t.test('a price is not rounded before it is multiplied', async (t) => {
  // A thousand referrals a month, 12,000 a year: at £0.0046 each £55.20, and not nothing; at £1.005 £12,060, and not 12,000 × £1.01.
  const each = (amount: string) =>
    answer(
      caseOf({ interventions: [interventionOf({ referrals: { perMonth: '1000' }, costs: [{ id: 'visit', amount, per: 'referral' }] })] }),
    ).headline.cost
  t.equal(each('0.0046'), '55.20')
  t.equal(each('1.005'), '12060.00')
})

t.test('each rung is posted by itself', async (t) => {
  // £0.01 with half of it fixed: half a penny on each of two rungs, so a gross of two pence.
  const { years, headline } = answer(avoidingPlaces([1], {}, { costs: [lineOf({ amount: '0.01', variable: '0.5' })] }))
  t.equal(years[0]?.cash.fixed, '0.01')
  t.equal(years[0]?.cash.unplanned, '0.01')
  t.equal(headline.grossAvoided, '0.02')
})

t.test('real and cash money are each rounded once, neither from the other', async (t) => {
  // In 2027-28 with inflation of 10%: real 0.0046 is nothing and cash 0.00506 a penny; real 0.0955 is 0.10, and cash 0.10505 is 0.11.
  const later = (amount: string) => {
    const { years } = answer(
      caseOf({
        years: 2,
        prices: { inflation: '0.1' },
        interventions: [interventionOf({ costs: [{ id: 'cost', amount, per: 'once', month: '2027-04' }] })],
      }),
    )
    return { cash: years[1]?.cash.cost, real: years[1]?.real.cost }
  }
  t.same(later('0.0046'), { cash: '0.01', real: '0.00' })
  t.same(later('0.0955'), { cash: '0.11', real: '0.10' })
})

t.test('a grant is posted by year', async (t) => {
  const funding = ['one', 'two'].map((id) => ({ id, byYear: { '2026-27': '0.005' } }))
  const { headline } = answer(caseOf({ funding }))
  t.equal(headline.grants, '0.02')
})

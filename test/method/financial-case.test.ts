import t from 'tap'
import { answer, type Case, caseOf, figuresOf, type Intervention, interventionOf, line, months } from '../cases-for-tests.ts'

type Cost = NonNullable<Intervention['costs']>[number]
const release = { action: 'end a contract', owner: 'head of workforce' }

/** Costs paid once in April 2026, and a cashable saving every year. */
function money(costs: Partial<Cost>[], saving: string, parts: Partial<Case> = {}, more: Partial<Intervention> = {}): Case {
  return caseOf({
    interventions: [
      interventionOf({
        costs: costs.map((cost, place) => ({ id: `cost${place}`, amount: '0', per: 'once', ...cost })),
        savings: [{ id: 'agency', amount: saving, per: 'year', release }],
        ...more,
      }),
    ],
    ...parts,
  })
}

const cumulative = (given: Case) => line(figuresOf(given), 'financial.cumulativeByMonth')

t.test('cost, grants and cashable make the net, and the net the cumulative', async (t) => {
  // A one-off of 600 and 240 a year against 1,200 a year and grants of 100, then 0, then 50.
  const { years, headline } = answer(
    money([{ amount: '600' }, { amount: '240', per: 'year' }], '1200', {
      years: 3,
      funding: [{ id: 'dfe', byYear: { '2026-27': '100', '2028-29': '50' } }],
    }),
  )
  t.same(
    years.map(({ cash }) => [cash.cost, cash.costOneOff, cash.grants, cash.cashable, cash.net, cash.cumulative]),
    [
      ['840.00', '600.00', '100.00', '1200.00', '460.00', '460.00'],
      ['240.00', '0.00', '0.00', '1200.00', '960.00', '1420.00'],
      ['240.00', '0.00', '50.00', '1200.00', '1010.00', '2430.00'],
    ],
  )
  t.same(
    [headline.cost, headline.grants, headline.cashable, headline.netCashable, headline.netAvoided],
    ['1320.00', '150.00', '3600.00', '2430.00', '2280.00'],
    'net avoided is 3,600 − 1,320: a grant avoids nothing',
  )
})

t.test('month by month: peak funding and payback', async (t) => {
  // 100 a month against 600 at once: −500, −400, −300, −200, −100, 0, 100, …
  const given = money([{ amount: '600' }], '1200')
  t.same(cumulative(given), ['-500', '-400', '-300', '-200', '-100', '0', '100', '200', '300', '400', '500', '600'])
  const { headline } = answer(given)
  t.equal(headline.peakFunding, '500.00')
  t.equal(headline.paybackMonth, '2026-09', 'August is the last month below zero')
  t.equal(headline.paybackStatus, 'paid-back')
})

t.test('payback counts from the last month below zero, not from the start', async (t) => {
  // 50 in April, saved back by May; 600 in July: −50 + 100 = 50 … then from July 400 − 650 = −250, −150, −50, 50.
  const given = money([{ amount: '50' }, { amount: '600', month: '2026-07' }], '1200')
  t.same(cumulative(given).slice(0, 7), ['50', '150', '250', '-250', '-150', '-50', '50'])
  const { headline } = answer(given)
  t.equal(headline.peakFunding, '250.00')
  t.equal(headline.paybackMonth, '2026-10')
})

t.test('twice in the red: payback is when it comes out for the last time', async (t) => {
  // 200 in April and 600 in July against 100 a month: −100, 0, 100, then 200 − 600 = −400, −300, −200, −100, 0.
  // It is out of the red in May, and for good only in November.
  const given = money([{ amount: '200' }, { amount: '600', month: '2026-07' }], '1200')
  t.same(cumulative(given).slice(0, 9), ['-100', '0', '100', '-400', '-300', '-200', '-100', '0', '100'])
  const { headline } = answer(given)
  t.equal(headline.paybackMonth, '2026-11')
  t.equal(headline.paybackStatus, 'paid-back')
  t.equal(headline.peakFunding, '400.00')
})

t.test('never below zero', async (t) => {
  const { headline } = answer(money([{ amount: '100' }], '1200'))
  t.equal(headline.peakFunding, '0.00')
  t.equal(headline.paybackMonth, null)
  t.equal(headline.paybackStatus, 'never-negative')
  t.equal(answer(caseOf()).headline.paybackStatus, 'never-negative', 'an empty case')
})

t.test('not paid back within the horizon', async (t) => {
  const { headline } = answer(money([{ amount: '1300' }], '1200'))
  t.equal(headline.peakFunding, '1200.00')
  t.equal(headline.paybackMonth, null)
  t.equal(headline.paybackStatus, 'not-within-horizon')
  // Below zero again in the last month.
  const again = answer(
    money(
      [
        { amount: '50', month: '2026-04' },
        { amount: '1200', month: '2027-03' },
      ],
      '1200',
    ),
  ).headline
  t.equal(again.paybackStatus, 'not-within-horizon')
})

t.test('a lost last digit is not below zero', async (t) => {
  // Twelve twelfths of 1,200 at 34 digits fall short of 1,200 by a last digit: the cumulative of March is 0 to ten places.
  const given = money([{ amount: '1200' }], '1200')
  t.ok(figuresOf(given).method.financial.cumulativeByMonth.length === 12)
  t.equal(cumulative(given)[11], '0')
  const { headline } = answer(given)
  t.equal(headline.paybackMonth, '2027-03')
  t.equal(headline.paybackStatus, 'paid-back')
})

t.test('the horizon’s last month can be the month of payback', async (t) => {
  // 1,150 at once: −50 in February, 50 in March.
  const { headline } = answer(money([{ amount: '1150' }], '1200'))
  t.equal(headline.paybackMonth, '2027-03')
})

t.test('a grant is spread evenly over its year’s months inside the horizon', async (t) => {
  // From November: five months of 2026-27 take 500, 100 each; seven of 2027-28 take 700, 100 each.
  const given = caseOf({ start: '2026-11', funding: [{ id: 'dfe', byYear: { '2026-27': '500', '2027-28': '700' } }] })
  t.same(
    cumulative(given),
    Array.from({ length: 12 }, (_, t) => String(100 * (t + 1))),
  )
  const { years } = answer(given)
  t.same(
    years.map(({ cash }) => cash.grants),
    ['500.00', '700.00'],
  )
  // Two grants in one year add up.
  const two = caseOf({ funding: ['a', 'b'].map((id) => ({ id, byYear: { '2026-27': '600' } })) })
  t.same(
    cumulative(two),
    Array.from({ length: 12 }, (_, t) => String(100 * (t + 1))),
  )
})

t.test('a partner’s cost and redeployed staff cost the body no cash', async (t) => {
  const given = money(
    [
      { amount: '100' },
      { amount: '20', funder: 'nhs' },
      { amount: '3', redeployed: true },
      { amount: '0.4', funder: 'nhs', redeployed: true },
    ],
    '0',
  )
  const { headline, years, interventions } = answer(given)
  t.equal(headline.cost, '100.00')
  t.equal(headline.costAllFunders, '123.40')
  t.equal(years[0]?.cash.costOneOff, '100.00')
  t.equal(years[0]?.cash.costAllFunders, '123.40')
  t.same(interventions[0]?.cash, { grossAvoided: '0.00', cashable: '0.00', cost: '100.00', costAllFunders: '123.40' })
  t.equal(years[0]?.real.cost, '123.40', 'all of it is a cost to the economic case')
  t.same(cumulative(given), months([12, '-100']))
})

t.test('the body by its own name', async (t) => {
  const given = money(
    [
      { amount: '100', funder: 'Leeds' },
      { amount: '20', funder: 'council' },
    ],
    '0',
    { body: 'Leeds' },
  )
  t.equal(answer(given).headline.cost, '100.00')
})

t.test('an unplanned saving and a partner’s are avoided and not cash', async (t) => {
  const { headline, years } = answer(
    caseOf({
      interventions: [
        interventionOf({
          savings: [
            { id: 'planned', amount: '100', per: 'once', release },
            { id: 'unplanned', amount: '20', per: 'once' },
            { id: 'partner', amount: '3', per: 'once', funder: 'nhs', release },
          ],
        }),
      ],
    }),
  )
  t.equal(headline.grossAvoided, '123.00')
  t.equal(headline.cashable, '100.00')
  t.same([years[0]?.cash.unplanned, years[0]?.cash.partners, years[0]?.cash.net], ['20.00', '3.00', '100.00'])
})

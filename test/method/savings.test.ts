import t from 'tap'
import { answer, caseOf, figuresOf, type Intervention, interventionOf, line, months } from '../cases-for-tests.ts'

type Saving = NonNullable<Intervention['savings']>[number]

function quantity(saving: Partial<Saving>, parts: Partial<Intervention> = {}): string[] {
  const one: Saving = { id: 'agency', amount: '1200', per: 'year', ...saving }
  return line(
    figuresOf(caseOf({ interventions: [interventionOf({ savings: [one], ...parts })] })),
    'interventions.fgc.savings.agency.quantity',
  )
}

const twelfth = '0.0833333333'

t.test('once: in its month, else from its first month, else when the intervention starts; without warm-up', async (t) => {
  const warmUp = { months: '6' }
  t.same(quantity({ per: 'once', warmUp }), ['1', ...months([11, '0'])])
  t.same(quantity({ per: 'once' }, { start: '2026-06' }), ['0', '0', '1', ...months([9, '0'])])
  t.same(quantity({ per: 'once', from: '2026-05' }, { start: '2026-06' }), ['0', '1', ...months([10, '0'])])
  t.same(quantity({ per: 'once', month: '2026-04', from: '2026-05' }, { start: '2026-06' }), ['1', ...months([11, '0'])])
})

t.test('every year: a twelfth a month, from and to as for costs', async (t) => {
  t.same(quantity({}), months([12, twelfth]))
  t.same(quantity({}, { start: '2026-06', end: '2026-08', programme: { months: 2 } }), months([2, '0'], [4, twelfth], [6, '0']))
  t.same(quantity({ from: '2026-05', to: '2026-06' }), ['0', twelfth, twelfth, ...months([9, '0'])])
})

t.test('every year: with a warm-up of its own, counted from its own first month', async (t) => {
  // Quarters of a twelfth from May: 1/48, 2/48, 3/48, 4/48; the intervention's own warm-up has no part in it.
  const own = quantity({ from: '2026-05', warmUp: { months: '3' } }, { warmUp: { months: '12' } })
  t.same(own.slice(0, 6), ['0', '0.0208333333', '0.0416666667', '0.0625', twelfth, twelfth])
  // Already half way when the case begins: from March, j = 1 in April.
  t.same(quantity({ from: '2026-03', warmUp: { months: '3' } }).slice(0, 3), ['0.0416666667', '0.0625', twelfth])
  t.same(quantity({ to: '2026-05', warmUp: { curve: 'custom', profile: ['0.5'] } }).slice(0, 3), ['0.0416666667', twelfth, '0'])
})

t.test('a saving is cash with a plan, waits for one without, and is a partner’s where a partner saves', async (t) => {
  const release = { action: 'end the agency contract', owner: 'head of workforce' }
  const rungOf = (saving: Partial<Saving>) => {
    const { years, headline, interventions } = answer(
      caseOf({ interventions: [interventionOf({ savings: [{ id: 'agency', amount: '1200', per: 'year', ...saving }] })] }),
    )
    t.equal(headline.grossAvoided, '1200.00', 'gross in any case')
    t.equal(interventions[0]?.cash.grossAvoided, '1200.00')
    t.equal(interventions[0]?.cash.cashable, headline.cashable)
    const { cashable, unplanned, partners } = years[0]?.cash ?? {}
    return { cashable, unplanned, partners }
  }
  t.same(rungOf({ release }), { cashable: '1200.00', unplanned: '0.00', partners: '0.00' })
  t.same(rungOf({}), { cashable: '0.00', unplanned: '1200.00', partners: '0.00' })
  t.same(rungOf({ funder: 'nhs', release }), { cashable: '0.00', unplanned: '0.00', partners: '1200.00' })
})

t.test('a saving in other years’ prices, growing in real terms', async (t) => {
  // 1,200 × 120 ÷ 80 = 1,800, and 1,980 a year later; in cash 10% more.
  const deflators = { '2020-21': '80', '2026-27': '120' }
  const given = caseOf({
    years: 2,
    prices: { deflators, inflation: '0.1' },
    interventions: [interventionOf({ savings: [{ id: 'agency', amount: '1200', per: 'year', priceYear: '2020-21', realGrowth: '0.1' }] })],
  })
  const { years } = answer(given)
  t.same(line(figuresOf(given), 'interventions.fgc.savings.agency.saving'), ['1800', '2178'])
  t.same(line(figuresOf(given), 'interventions.fgc.savings.agency.savingReal'), ['1800', '1980'])
  t.same(
    years.map(({ real }) => real.unplanned),
    ['1800.00', '1980.00'],
  )
  t.same(
    years.map(({ cash }) => cash.unplanned),
    ['1800.00', '2178.00'],
  )
})

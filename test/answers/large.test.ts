import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { rendered } from '../../src/formats/json.ts'

/*
 * Found by a hostile reading: at 34 digits a legal case of absurd size lost its pence, or failed its own checks. The expected values are
 * exact fractions, each with its working: python3 -c "from fractions import Fraction as F; ...", rounded half away from zero to pence.
 */
const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }
interface Answer {
  headline: { cost: string }
  years: { cash: { cost: string }; position: { budget: string } }[]
}
const answer = (given: object) => rendered(appraise(completeCase(given), { model, methods: new WrittenMethods() })) as Answer

t.test('a cost in the prices of a base year long after the case keeps its pence', async (t) => {
  // £1,000,000 in 2146-47 prices, and each year before it 1 ÷ (1 − 0.5) = 2 times as dear: × 2¹²⁰ in 2026-27.
  const far = answer({
    start: '2026-04',
    years: 1,
    prices: { baseYear: '2146-47', inflation: '-0.5' },
    interventions: [{ id: 'a', costs: [{ id: 'c', amount: 1000000, per: 'year' }] }],
  })
  t.equal(far.headline.cost, `${1_000_000n * 2n ** 120n}.00`)
})

t.test('a budget in the prices of a base year long after the case keeps its pence', async (t) => {
  // 200 places × £1,500 × (365.25 ÷ 7 ÷ 12) × 12 months × 2⁸⁰ = 300,000 × 1461/28 × 2⁸⁰ pounds = 100 × 300,000 × 1461 × 2⁸⁰ ÷ 28 pence.
  const given = {
    start: '2026-04',
    years: 1,
    prices: { baseYear: '2106-07', inflation: '-0.5' },
    demand: [
      {
        id: 'care',
        entriesPerYear: 100,
        stay: { kind: 'geometric', meanMonths: 24 },
        costs: [{ id: 'place', amount: 1500, per: 'week' }],
      },
    ],
  }
  const numerator = 100n * 300_000n * 1461n * 2n ** 80n
  const pence = (numerator * 2n + 28n) / (28n * 2n)
  t.equal(answer(given).years[0]?.position.budget, `${pence / 100n}.${String(pence % 100n).padStart(2, '0')}`)
})

t.test('the largest legal numbers together pass their checks', async (t) => {
  const most = '1000000000'
  const demand = [
    {
      id: 'care',
      entriesPerYear: most,
      growth: '0.5',
      stay: { kind: 'geometric', meanMonths: '240' },
      costs: [{ id: 'place', amount: most, per: 'week', realGrowth: '0.5', release: { action: 'end', owner: 'head', step: '1000' } }],
    },
  ]
  const effects = [{ demand: 'care', risk: '1', windowMonths: 120, reduction: '1' }]
  const interventions = [
    { id: 'a', referrals: { perMonth: most }, childrenPerReferral: '20', effects, costs: [{ id: 'c', amount: most, per: 'start' }] },
  ]
  const whole = answer({ start: '2026-04', years: 30, prices: { inflation: '0.5' }, demand, interventions })
  // 10⁹ starts a month × £10⁹ × 12 × 1.5²⁹ in the last year: 3²⁹ ÷ 2²⁹ × 12 × 10¹⁸ pounds.
  const pence = (100n * 12n * 10n ** 18n * 3n ** 29n * 2n + 2n ** 29n) / 2n ** 30n
  t.equal(whole.years[29]?.cash.cost, `${pence / 100n}.${String(pence % 100n).padStart(2, '0')}`)
})

import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import type { ModelVersion } from '../../src/answers/model-version.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase, readCase } from '../../src/case/read-case.ts'
import { rendered } from '../../src/formats/json.ts'

const model: ModelVersion = { name: 'cashable', version: '1.2.3', method: '1', referenceData: '2026-11', commit: 'abc' }

// The smallest useful case and its published answer, as the contract prints them.
const smallest = `
title: Conferencing, smallest case
start: 2026-04
years: 5
demand:
  - id: care
    entriesPerYear: 100
    stay: { kind: geometric, meanMonths: 24 }
    costs: [{ id: place, amount: 1500, per: week, release: { action: end contracts, owner: head of placements } }]
interventions:
  - id: fgc
    warmUp: { months: 6 }
    referrals: { perMonth: 10 }
    effects: [{ demand: care, risk: 0.448, windowMonths: 12, reduction: 0.192 }]
    costs: [{ id: team, amount: 300000, per: year }]
`

interface Answer {
  model: object
  caseHash: string
  resultHash: string
  headline: Record<string, unknown>
  assumptions: { path: string; value: string; origin: string }[]
  case: { demand: { costs: { amount: unknown; priceYear?: string }[] }[] }
}
const answer = (yaml: string, about = model) =>
  rendered(appraise(readCase(yaml, 'yaml'), { model: about, methods: new WrittenMethods() })) as Answer
const plain = () =>
  completeCase(readCase(smallest, 'yaml').raw).raw as never as { demand: { entriesPerYear: unknown; costs: { amount: unknown }[] }[] }

t.test('the smallest useful case', (t) => {
  const { headline } = answer(smallest)
  t.match(headline, {
    grossAvoided: '4068991.44',
    cashable: '4068991.44',
    netCashable: '2568991.44',
    paybackMonth: '2028-05',
    paybackStatus: 'paid-back',
  })
  const unplanned = answer(smallest.replace(/, release: \{.*?\}/, '')).headline
  t.match(unplanned, { grossAvoided: '4068991.44', cashable: '0.00', netCashable: '-1500000.00' })
  t.end()
})

t.test('an answer names what made it and repeats itself', (t) => {
  const first = answer(smallest)
  const second = answer(smallest)
  t.same(first, second)
  t.same(first.model, model)
  t.match(first.caseHash, /^[0-9a-f]{64}$/)
  const elsewhere = answer(smallest, { ...model, commit: 'def', version: '1.2.4' })
  t.equal(elsewhere.resultHash, first.resultHash, 'the same numbers have the same hash whatever build made them')
  t.not(answer(smallest, { ...model, method: '2' }).resultHash, first.resultHash, 'another method is another result')
  t.not(answer(smallest.replace('1500', '1501')).resultHash, first.resultHash)
  const again = answer(JSON.stringify((first as unknown as { case: object }).case))
  t.same([again.caseHash, again.resultHash], [first.caseHash, first.resultHash], "an answer's own case gives the same answer")
  t.end()
})

t.test('one case in other words has one hash', (t) => {
  const hash = (change: (given: ReturnType<typeof plain>) => void) => {
    const given = plain()
    change(given)
    return (rendered(appraise(completeCase(given), { model, methods: new WrittenMethods() })) as Answer).caseHash
  }
  const usual = answer(smallest).caseHash
  t.equal(
    hash(() => {}),
    usual,
    'plain objects',
  )
  t.equal(
    hash((given) => Object.assign(given.demand[0]?.costs[0] ?? {}, { amount: '1500.00' })),
    usual,
    'a decimal string with trailing zeros',
  )
  t.equal(
    hash((given) => Object.assign(given.demand[0] ?? {}, { growth: 0 })),
    usual,
    'a default written out',
  )
  t.not(
    hash((given) => Object.assign(given.demand[0] ?? {}, { growth: '0.01' })),
    usual,
  )
  t.end()
})

t.test('a range answers with its central value, a reference with its figure and price year', (t) => {
  const ranged = answer(smallest.replace('reduction: 0.192', 'reduction: { central: 0.192, low: 0.1, high: 0.25 }'))
  t.equal(ranged.headline.grossAvoided, '4068991.44')
  // The agency fostering price of about £820 a week, in 2020-21 prices, needs a base year with a deflator.
  const referred = answer(
    smallest.replace('amount: 1500', 'amount: { ref: ifa-week-2020 }').replace('years: 5', 'years: 5\nprices: { baseYear: 2020-21 }'),
  )
  const line = referred.assumptions.find(({ path }) => path === 'demand.care.costs.place.amount')
  t.match(line, { value: '820', origin: 'reference' })
  t.equal(referred.case.demand[0]?.costs[0]?.priceYear, '2020-21')
  // £4,068,991.44 × 820 ÷ 1,500 = £2,224,381.987; each of five postings may round by half a penny.
  t.ok(Math.abs(Number(referred.headline.grossAvoided) - 2224381.987) < 0.03, String(referred.headline.grossAvoided))
  t.end()
})

t.test('an excellent economic case can lose cash every year, and the answer says so', (t) => {
  // The whole of the line is a partner's: £1,500 × 365.25/7 a year is avoided for somebody else.
  const partner = answer(smallest.replace('per: week, release', 'per: week, funder: health, release')).headline
  t.match(partner, { cashable: '0.00', netCashable: '-1500000.00', paybackMonth: null, paybackStatus: 'not-within-horizon' })
  t.equal(partner.npv, answer(smallest).headline.npv, 'worth the same to everybody together')
  t.end()
})

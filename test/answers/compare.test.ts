import t from 'tap'
import { compare } from '../../src/answers/compare.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { readScenario } from '../../src/case/scenario.ts'
import type { Unrendered } from '../../src/formats/json.ts'
import { rendered } from '../../src/formats/json.ts'
import { answer, type Case } from '../cases-for-tests.ts'
import { grossByHand, smallest } from '../cli/cashable.ts'
import { pence } from './packages-for-tests.ts'

const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }
const scenario = `${smallest}funding: [{ id: dfe, byYear: { '2026-27': 50000 } }]
variants:
  - id: dearer
    title: Places cost twice as much
    set: { demand.care.costs.place.amount: 3000 }
  - id: late
    set: { interventions.fgc.warmUp.months: 18, interventions.fgc.referrals.perMonth: 4 }
  - id: shorter
    set: { years: 3 }
  - id: dear-team
    set: { interventions.fgc.costs.team.amount: 900000 }
  - id: same
  - id: slow
    set: { interventions.fgc.warmUp.months: 12 }
`

function compared(text = scenario, overrides = {}) {
  const made = compare(readScenario(text, 'yaml'), overrides, { model, methods: new WrittenMethods() })
  return { made, read: rendered(made as unknown as Unrendered) as typeof made }
}

/** The case of the text, changed. */
function caseWith(change: (given: Case) => void): Case {
  const { case: given } = readScenario(scenario, 'yaml')
  const copy = structuredClone(given)
  change(copy)
  return copy
}

const minus = (one: string, other: string) => String(pence(one) - pence(other))

t.test('each column is the appraisal of its case, and each difference that of two appraisals', async (t) => {
  const { read } = compared()
  const central = answer(caseWith(() => {}))
  const byId = (id: string) => read.variants.find((each) => each.id === id) as (typeof read.variants)[number]
  const cases = {
    dearer: caseWith(({ demand }) => Object.assign(demand?.[0]?.costs?.[0] ?? {}, { amount: 3000 })),
    late: caseWith(({ interventions }) => Object.assign(interventions?.[0] ?? {}, { warmUp: { months: 18 }, referrals: { perMonth: 4 } })),
    shorter: caseWith((given) => Object.assign(given, { years: 3 })),
    'dear-team': caseWith(({ interventions }) => Object.assign(interventions?.[0]?.costs?.[0] ?? {}, { amount: 900000 })),
    same: caseWith(() => {}),
    slow: caseWith(({ interventions }) => Object.assign(interventions?.[0] ?? {}, { warmUp: { months: 12 } })),
  }
  t.same(
    read.variants.map(({ id }) => id),
    Object.keys(cases),
  )
  for (const [id, given] of Object.entries(cases)) {
    const alone = answer(given)
    const { headline, difference, years, caseHash, resultHash, checksPassed } = byId(id)
    t.same(headline, alone.headline, id)
    t.equal(caseHash, alone.caseHash)
    t.equal(resultHash, alone.resultHash)
    t.equal(checksPassed, alone.checks.length)
    const got = difference as unknown as Record<string, string>
    for (const name of [
      'grossAvoided',
      'cashable',
      'cost',
      'costAllFunders',
      'grants',
      'netAvoided',
      'netCashable',
      'peakFunding',
      'npv',
    ] as const)
      t.equal(String(pence(got[name] as string)), minus(alone.headline[name], central.headline[name]), `${id} ${name}`)
    for (const year of years) {
      const own = alone.years.find((each) => each.year === year.year)
      const before = central.years.find((each) => each.year === year.year)
      t.same(year.position, own?.position)
      t.equal(String(pence(String(year.difference?.gap))), minus(own?.position.gap ?? '', before?.position.gap ?? ''))
      t.equal(String(pence(String(year.difference?.net))), minus(own?.cash.net ?? '', before?.cash.net ?? ''))
    }
  }
  t.equal(byId('shorter').years.length, 3)
  t.same(read.years, ['2026-27', '2027-28', '2028-29', '2029-30', '2030-31'], 'every year of any of them')
})

t.test('doing nothing costs nothing, avoids nothing and has no grant', async (t) => {
  const { read } = compared()
  const { headline, difference, years, checksPassed } = read.doNothing
  const money = ['grossAvoided', 'cashable', 'cost', 'costAllFunders', 'grants', 'netAvoided', 'netCashable', 'peakFunding', 'npv'] as const
  for (const name of money) t.equal(String(headline[name]), '0.00', name)
  t.equal(headline.bcr, null)
  t.ok(checksPassed > 20)
  for (const name of money) t.equal(pence(String(difference[name])), -pence(String(read.central.headline[name])), name)
  for (const [place, year] of years.entries()) {
    t.equal(String(year.position.withPackage), String(year.position.doNothing), 'spending as if nothing were done')
    t.equal(String(year.position.doNothing), String(read.central.years[place]?.position.doNothing))
    t.equal(String(year.net), '0.00')
  }
  for (const value of Object.values(read.central.difference).filter((each) => typeof each === 'string')) t.match(value, /^0\.0+$/)
})

t.test('the hand-worked effect of a variant: places that cost twice as much are worth twice as much', async (t) => {
  const { read } = compared()
  const dearer = read.variants[0]
  t.equal(String(read.central.headline.grossAvoided), grossByHand(1500))
  t.equal(String(dearer?.headline.grossAvoided), grossByHand(3000))
  t.equal(pence(String(dearer?.difference.grossAvoided)), pence(grossByHand(3000)) - pence(grossByHand(1500)))
})

t.test('each variant says what it sets and what that does to net cashable', async (t) => {
  const { read } = compared()
  const [dearer, late, , dearTeam, same, slow] = read.variants
  t.same(dearer?.set, { 'demand.care.costs.place.amount': 3000 })
  t.match(
    dearer?.sentence,
    /^It changes unit cost \(place, care\) from £1,500 to £3,000 a week\. Net cashable rises by £4,068,991, from £2,618,991 to £6,687,983\.$/,
  )
  t.match(late?.sentence, /reach their full rate \(fgc\) from 6 to 18 months; .*from 10 to 4 families a month\. Net cashable falls by £/)
  t.match(dearTeam?.sentence, /: it no longer pays for itself in cash\.$/)
  t.match(same?.sentence, /^It changes no value that an answer rests on\. Net cashable stays at £2,618,991\.$/)
  t.match(
    read.central.sentence,
    /^Against doing nothing, the package avoids £4,068,991 of cost, of which £4,068,991 is cash, has £50,000 of grants, and costs the body £1,500,000: net cashable £2,618,991\.$/,
  )
  const monthsOf = (month: string | null | undefined) => Number(month?.slice(0, 4)) * 12 + Number(month?.slice(5))
  const later = monthsOf(slow?.headline.paybackMonth) - monthsOf(read.central.headline.paybackMonth)
  t.ok(later > 0, 'paid back later')
  t.equal(slow?.difference.paybackMonths, later)
  t.equal(dearTeam?.difference.paybackMonths, null, 'never paid back, so there is no difference')
})

t.test('a bare case is compared with doing nothing alone; values set are set over all of them', async (t) => {
  const bare = compared(smallest)
  t.same(bare.read.variants, [])
  t.equal(String(bare.read.central.headline.netCashable), '2568991.44', 'as the contract has it')
  const set = compared(scenario, { 'demand.care.backfill': '1' })
  t.equal(String(set.read.central.headline.cashable), '0.00')
  t.equal(String(set.read.variants[0]?.headline.cashable), '0.00')
  t.not(set.made.resultHash, compared().made.resultHash)
  t.equal(compared().made.resultHash, compared().made.resultHash)
  t.throws(() => compared(scenario, { 'demand.nobody.backfill': '1' }), { code: 'wrong-path' })
  t.throws(() => compared(scenario, { 'demand.care.backfill': '2' }), { code: 'not-a-case' })
})

t.test('an amount that replaces a built-in one is told with the price year of each, and counts are told in words', async (t) => {
  const text = `${smallest.replace('amount: 1500', 'amount: { ref: ifa-week-2020 }')}prices: { baseYear: 2024-25 }
variants:
  - id: dearer
    set: { demand.care.costs.place.amount: 1200 }
  - id: notice
    set: { demand.care.costs.place.release.noticeMonths: 12, overlap: disjoint }
`
  const { read } = compared(text)
  const [dearer, notice] = read.variants
  // The built-in fee of £820 a week is in the prices of 2020-21; one that a case gives is in those of its base year.
  t.match(dearer?.sentence, /^It changes unit cost \(place, care\) from £820 a week in 2020-21 prices to £1,200 a week in 2024-25 prices\./)
  t.match(
    dearer?.changes.find(({ path }) => path.endsWith('.amount')),
    { from: '820', to: '1200', fromPriceYear: '2020-21', toPriceYear: '2024-25' },
  )
  t.match(notice?.sentence, /months that a place must stand empty before it can go \(place, care\) from \d+ to 12 months/)
  t.match(notice?.sentence, /how interventions that reach the same children combine from independent to disjoint/)
})

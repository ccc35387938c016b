import fc from 'fast-check'
import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import { type BreakEvenAsked, breakEven } from '../../src/answers/break-even.ts'
import { measureOf } from '../../src/answers/measure.ts'
import { quantitiesRead, type ReadQuantity } from '../../src/answers/sensitivity/quantities.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { VariedCase } from '../../src/answers/varied.ts'
import { CaseError } from '../../src/case/problem.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { rendered, type Unrendered } from '../../src/formats/json.ts'
import { type Case, caseOf, certainEffect, demandOf, interventionOf, plannedLine } from '../cases-for-tests.ts'
import { property, so } from '../properties/property.ts'
import { anyCase } from '../properties/random-cases.ts'

const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }
const methods = new WrittenMethods()

interface Place {
  value: string
  change: string
  relativeChange: string | null
  measure: string
  difference: string
  set: Record<string, string>
  problem?: string
  whole: { value: string; measure: string }[]
  sentence: string
}
interface Shown {
  path: string
  sentence: string
  crossings: (Place & { direction: string; inRange: boolean | null })[]
  jumps: { below: { value: string; measure: string }; above: { value: string; measure: string }; direction: string }[]
  stretches: { from: string; to: string; measure: string }[]
  closest: Place | null
  unmoved: { from: string; to: string; measure: string } | null
}
const even = (given: object, asked: Partial<BreakEvenAsked> & { path: string }) =>
  rendered(breakEven(completeCase(given), { model }, { measure: 'netCashable', ...asked }) as unknown as Unrendered) as Shown
const headline = (given: object, set: Record<string, string>) =>
  rendered(appraise(completeCase(given, { overrides: set }), { model, methods }).headline) as Record<string, string>

/**
 * £100 for each entry avoided, all of it cash, while ten come in a month; £40 for each referral, and £1,200 once. In pounds over the year,
 * r referrals a month make 12 × (100 × min(r, 10) − 40 r) − 1,200: 720 r − 1,200 up to ten, and 10,800 − 480 r from there.
 */
const hump = caseOf({
  demand: [demandOf({ costs: [plannedLine({}, { per: 'entry' })] })],
  interventions: [
    interventionOf({
      referrals: { perMonth: { central: '8', low: '5', high: '15' } },
      effects: [certainEffect()],
      costs: [
        { id: 'each', amount: '40', per: 'start' },
        { id: 'team', amount: '1200', per: 'once' },
      ],
    }),
  ],
})
const perMonth = 'interventions.fgc.referrals.perMonth'

t.test('two crossings of a hump, worked out by hand', async (t) => {
  const { crossings, closest, jumps, stretches } = even(hump, { path: perMonth })
  t.equal(crossings.length, 2)
  const [first, second] = crossings
  t.ok(Math.abs(Number(first?.value) - 1200 / 720) < 1e-4, `1,200 ÷ 720, ${first?.value}`)
  t.equal(second?.value, '22.5', '10,800 ÷ 480')
  t.match(first, { direction: 'rising', measure: '0.00', difference: '0.00', inRange: false })
  t.match(second, { direction: 'falling', change: '14.5', relativeChange: '1.8125', inRange: false })
  t.match(second?.sentence, /may rise to 22\.5 families a month \(central 8 families a month\) before net cashable is nil/)
  t.same([closest, jumps, stretches], [null, [], []])
})

t.test('two crossings a hair on either side of a peak, the peak itself, and just above it', async (t) => {
  // At ten referrals 6,000. A penny less: 7,199.99 ÷ 720 and 4,800.01 ÷ 480.
  const below = even(hump, { path: perMonth, target: '5999.99' })
  t.same(
    below.crossings.map(({ value }) => Number(value).toFixed(3)),
    ['10.000', '10.000'],
  )
  t.ok(Number(below.crossings[0]?.value) < 10 && Number(below.crossings[1]?.value) > 10)
  const at = even(hump, { path: perMonth, target: '6000' })
  t.match(at.crossings, [{ value: '10', measure: '6000.00', direction: 'touching', inRange: true }])
  const over = even(hump, { path: perMonth, target: '6000.01' })
  t.same(over.crossings, [])
  t.match(over.closest, { value: /^(10|9\.99999\d*|10\.00000\d*)$/, measure: '6000.00', difference: '-0.01' })
  t.match(
    over.sentence,
    /^Referrals at the full rate \(fgc\) cannot bring net cashable to £6,000\.01 by itself\. Of all values from 0 to 1,000,000,000 families a month, 10 families a month brings it closest, to £6,000\.$/,
  )
})

t.test('the price at which net cash is nil', async (t) => {
  // Six thousand entries' worth of slack at eight a month: 12 × 100 × 8 − 1,200 = 8,400 for 96 starts is £87.50 a start.
  const found = even(hump, { path: 'interventions.fgc.costs.each.amount' })
  t.match(found.crossings, [
    { value: '87.5', change: '47.5', relativeChange: '1.1875', measure: '0.00', direction: 'falling', inRange: null },
  ])
  t.same(even(hump, { path: 'fgc.each.amount' }), found, 'a short path is the same')
  t.same(even(hump, { path: 'fgc.each.amount', low: '90', high: '100' }).crossings, [], 'not between ends that leave it out')
  t.match(even(hump, { path: 'fgc.each.amount', low: '90', high: '100' }).closest, { value: '90', measure: '-240.00' })
})

t.test('whole steps: a jump over the target is told with both sides, and is no crossing', async (t) => {
  // Places of six months' stay, one for each referral a month, go four at a time at £100 a month: 4 → 4,800, less → 0.
  const given = caseOf({
    demand: [demandOf({ costs: [plannedLine({ step: '4' })] })],
    interventions: [
      interventionOf({
        referrals: { perMonth: '5' },
        effects: [{ kind: 'exits', demand: 'care', chance: '1', monthsEarlier: 1, startsAfterMonths: 0 }],
      }),
    ],
  })
  const found = even(given, { path: perMonth, measure: 'cashable', target: '1000', high: '7' })
  t.same(found.crossings, [])
  t.match(found.jumps, [{ below: { measure: '0.00' }, above: { measure: '4800.00' }, direction: 'rising' }])
  const [jump] = found.jumps
  t.ok(Math.abs(Number(jump?.below.value) - 4) < 1e-7 && Math.abs(Number(jump?.above.value) - 4) < 1e-7, JSON.stringify(jump))
  t.ok(Math.abs(Number(jump?.above.value) - Number(jump?.below.value)) < 1.5e-10)
  t.equal(headline(given, { [perMonth]: String(jump?.below.value) }).cashable, '0.00')
  t.equal(headline(given, { [perMonth]: String(jump?.above.value) }).cashable, '4800.00')
  t.match(found.closest, { measure: '0.00', difference: '-1000.00' })
})

t.test('a stretch at the target is told as a stretch', async (t) => {
  // Ten families a month and as many places as they need or more: £100 × 120.
  const given = caseOf({
    interventions: [
      interventionOf({
        referrals: { perMonth: '10' },
        capacity: { places: '25' },
        programme: { months: 1 },
        costs: [{ id: 'each', amount: '100', per: 'start' }],
      }),
    ],
  })
  const asked = { path: 'interventions.fgc.capacity.places', measure: 'cost' }
  const { crossings, stretches } = even(given, { ...asked, target: '12000' })
  t.same(crossings, [])
  t.match(stretches, [{ to: '1000000000', measure: '12000.00' }])
  // A month's cost is £1,000 to the penny, and the year's £12,000, from 1,000 − half a penny over the twelve: 12,000 × f ÷ 10 ≥ 11,999.995.
  const from = Number(stretches[0]?.from)
  t.ok(from >= 9.999995 && from <= 10, `${from}`)
  t.match(even(given, { ...asked, target: '6000' }), { crossings: [{ value: '5', change: '-20', relativeChange: '-0.8' }], stretches: [] })
  t.match(even(given, { ...asked, measure: 'grants' }), { stretches: [{ from: '0', to: '1000000000' }] }, 'what it does not move at all')
  const none = even(given, { ...asked, measure: 'grants', target: '1' })
  t.equal(none.closest, null, 'none is nearer than another')
  t.match(none.unmoved, { from: '0', to: '1000000000', measure: '0.00' })
  t.match(none.sentence, /makes no difference: grants.* stays at £0, whatever it is from 0 to 1,000,000,000 places\.$/)
})

t.test('places are told in whole ones too', async (t) => {
  // Ten families a month for one month each, £100 a start: f places cost 1,200 f. For £9,000 that is 7.5: 7 → 8,400 and 8 → 9,600.
  const given = caseOf({
    interventions: [
      interventionOf({
        referrals: { perMonth: '10' },
        capacity: { places: '5' },
        programme: { months: 1 },
        costs: [{ id: 'each', amount: '100', per: 'start' }],
      }),
    ],
  })
  const { crossings } = even(given, { path: 'interventions.fgc.capacity.places', measure: 'cost', target: '9000' })
  t.match(crossings, [
    {
      value: '7.5',
      whole: [
        { value: '7', measure: '8400.00' },
        { value: '8', measure: '9600.00' },
      ],
    },
  ])
  t.match(crossings[0]?.sentence, / In whole places, at 7 it is £8,400 and at 8 it is £9,600\.$/)
  t.same(
    even(given, { path: 'interventions.fgc.referrals.perMonth', measure: 'cost', target: '4500' }).crossings[0]?.whole,
    [],
    'a rate is no count',
  )
})

t.test('a built-in figure keeps its price year: what to set says so, and setting it hits the target', async (t) => {
  const given = {
    ...hump,
    demand: [demandOf({ costs: [plannedLine({}, { amount: { ref: 'ifa-week-2020' }, per: 'week', share: '0.01' })] })],
    prices: { baseYear: '2024-25' },
  }
  const [found] = even(given, { path: 'demand.care.costs.place.amount' }).crossings
  t.equal(found?.set['demand.care.costs.place.priceYear'], '2020-21')
  t.ok(Math.abs(Number(headline(given, found?.set ?? {}).netCashable)) <= 0.01)
  t.notOk(Math.abs(Number(headline(given, { 'demand.care.costs.place.amount': found?.value ?? '' }).netCashable)) <= 0.01, 'not without it')
})

property(
  'what is found, set and appraised anew, is the target to a penny',
  fc.tuple(
    anyCase,
    fc.integer({ min: 0, max: 1000 }),
    fc.constantFrom('netCashable', 'cashable', 'grossAvoided', 'cost', 'npv', 'peakFunding'),
    fc.integer({ min: 41, max: 159 }),
  ),
  ([given, pick, name, percent]) => {
    const ready = completeCase(given)
    const quantities = quantitiesRead(new VariedCase(ready)).filter(({ centre }) => centre !== 0)
    if (quantities.length === 0) return
    const { path, centre, least, most } = quantities[pick % quantities.length] as ReadQuantity
    const ends = [centre * 0.4, centre * 1.6].sort((one, other) => one - other).map((end) => Math.min(most, Math.max(least, end)))
    const [low, high] = ends.map((end) => end.toFixed(10).replace(/\.?0+$/, '')) as [string, string]
    const value = Math.min(Number(high), Math.max(Number(low), (centre * percent) / 100))
    // A figure that it takes somewhere is one that must be found.
    const register = new Map(ready.register)
    register.set(path, { ...(register.get(path) as NonNullable<ReturnType<typeof register.get>>), value: value.toFixed(10) })
    const there = new VariedCase({ case: ready.case, register })
    const target = measureOf(there, name)
      .figure(there.float(measureOf(there, name).line))
      .toString()
    const found = even(given, { path, measure: name, target, low, high })
    const told = `${name} = ${target} at ${path} = ${value}: ${JSON.stringify({ ...found, model: undefined })}`
    so(found.crossings.length + found.stretches.length > 0 || found.jumps.length > 0 || found.closest?.difference === '0.00', told)
    for (const each of found.crossings) {
      so(Math.abs(Number(each.difference)) <= 0.01, told)
      if (each.problem !== undefined) continue
      try {
        const anew = Number(headline(given, each.set)[name])
        so(Math.abs(anew - Number(target)) <= 0.011, `${told} anew ${anew}`)
      } catch (error) {
        if (!(error instanceof CaseError)) throw error
        so(false, `refused without a word: ${error.message}`)
      }
    }
    for (const { from, to } of found.stretches) {
      for (const end of [from, to]) so(Math.abs(Number(headline(given, { [path]: end })[name]) - Number(target)) <= 0.011, told)
    }
  },
  40,
)

t.test('what cannot be sought is refused, with what can', async (t) => {
  const refused = (asked: Partial<BreakEvenAsked> & { path: string }, wanted: { code: string; option: string; message: RegExp }) =>
    t.throws(() => even(hump, asked), wanted, JSON.stringify(asked))
  const quantity = (path: string, message: RegExp) => refused({ path }, { code: 'not-a-quantity', option: 'path', message })
  refused(
    { path: 'fgc.eech.amount' },
    { code: 'unknown-path', option: 'path', message: /Did you mean interventions\.fgc\.costs\.each\.amount\?/ },
  )
  refused({ path: '' }, { code: 'unknown-path', option: 'path', message: /no path/ })
  quantity('years', /years is a whole number that shapes the case/)
  quantity('start', /a choice, a date or a year/)
  quantity('interventions.fgc.effects.care.windowMonths', /Set it to one value after another/)
  quantity('interventions.fgc.costs', /Ask for one of them, such as interventions\.fgc\.costs\.each\.amount/)
  quantity('title', /a text/)
  quantity('interventions.fgc.capacity.places', /the case leaves it out; give it a value first/)
  quantity('prices.weeksPerYear', /365\.25 ÷ 7/)
  const option = (asked: Partial<BreakEvenAsked>, name: string, message: RegExp) =>
    refused({ path: perMonth, ...asked }, { code: 'wrong-option', option: name, message })
  option({ target: 'nil' }, 'target', /not a decimal/)
  option({ low: '-1' }, 'low', /0 to 1000000000/)
  option({ low: '9', high: '9' }, 'low', /9 is not below 9/)
  option({ high: '1e9' }, 'high', /not a decimal/)
  refused({ path: perMonth, measure: 'npw' }, { code: 'unknown-line', option: 'measure', message: /npv/ })
})

t.test('Green Book 2003, Box 15: the switching value', async (t) => {
  /*
   * £1,000,000 now against a saving every year for ten years from year 1, at 3.5%: 1,000,000 ÷ Σ 1.035⁻ᵏ = 120,241.3679, a fall of 19.839% from 150,000.
   */
  const box: Case = caseOf({
    start: '2003-04',
    years: 11,
    interventions: [
      interventionOf({
        costs: [{ id: 'outlay', amount: '1000000', per: 'once' }],
        savings: [{ id: 'saving', amount: '150000', per: 'year', from: '2004-04' }],
      }),
    ],
  })
  const { crossings } = even(box, { path: 'interventions.fgc.savings.saving.amount', measure: 'npv' })
  t.equal(crossings.length, 1)
  t.equal(Number(crossings[0]?.value).toFixed(2), '120241.37', 'as printed')
  t.equal((Number(crossings[0]?.relativeChange) * 100).toFixed(3), '-19.839')
  // A saving of a whole number of pence is posted every year, so that a penny of it moves the present value by eight: 0.02 is the nearest to 0,
  // and a penny less makes −0.07, as test/published/green-book.test.ts works out.
  t.match(crossings[0], { measure: '0.02', difference: '0.02' })
  t.equal(headline(box, crossings[0]?.set ?? {}).npv, '0.02')
})

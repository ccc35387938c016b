import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import { measureOf } from '../../src/answers/measure.ts'
import { quantitiesRead, type ReadQuantity } from '../../src/answers/sensitivity/quantities.ts'
import { type SlopeOf, slopesOf } from '../../src/answers/sensitivity/slopes.ts'
import { sensitivity, withSlopes } from '../../src/answers/sensitivity.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { VariedCase } from '../../src/answers/varied.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { readScenario } from '../../src/case/scenario.ts'
import { rendered, type Unrendered } from '../../src/formats/json.ts'
import { readExactly } from '../../src/graph/exact.ts'
import { unrounded } from '../../src/graph/unrounded.ts'
import { answer, type Case, caseOf, certainEffect, demandOf, exactNumber, interventionOf, plannedLine, ready } from '../cases-for-tests.ts'
import { property, so } from '../properties/property.ts'
import { anyCase } from '../properties/random-cases.ts'

const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }

interface Shown {
  measure: { value: string }
  assumptions: {
    path: string
    slope: {
      derivative: string
      perPercent: string
      perPercentOf: string
      averaged: boolean
      elasticity: string | null
      rank: number | null
      stepped: boolean
      kink: { below: string | null; above: string | null; why: string } | null
      set?: Record<string, string>
    }
  }[]
  tornado: {
    path: string
    low: string
    high: string
    atLow: string
    atHigh: string
    swing: string
    oneWay: boolean
    setLow?: Record<string, string>
    setHigh?: Record<string, string>
  }[]
  withoutRange: Shown['tornado']
}
const sensitive = (given: Case, measure = 'netCashable') =>
  rendered(sensitivity(completeCase(given), { model }, measure) as unknown as Unrendered) as Shown
const slopeAt = (shown: Shown, path: string) => {
  const found = shown.assumptions.find((each) => each.path === path)
  if (found === undefined) throw new Error(`${path} is not among ${shown.assumptions.map((each) => each.path).join(', ')}`)
  return found.slope
}
const near = (text: string | null | undefined, expected: number, part = 1e-6) =>
  Math.abs(Number(text) - expected) <= part * Math.max(1, Math.abs(expected))

/** Families who come each month cost £100 each, as many as have a place for their one month: min(10, 10) × 100 × 12 = 12,000 a year. */
const justFull = caseOf({
  interventions: [
    interventionOf({
      referrals: { perMonth: '10' },
      capacity: { places: '10' },
      programme: { months: 1 },
      costs: [{ id: 'each', amount: '100', per: 'start' }],
    }),
  ],
})

t.test('slopes worked out by hand', async (t) => {
  // 120 families × £100 with a tenth of bias and £5,000 once: 120 × 100 × 1.1 + 5,000 = 18,200 = cost.
  const given = caseOf({
    interventions: [
      interventionOf({
        referrals: { perMonth: '10', eligible: '0.5' },
        costs: [
          { id: 'each', amount: '100', per: 'referral', optimismBias: '0.1' },
          { id: 'once', amount: '5000', per: 'once' },
        ],
      }),
    ],
  })
  const shown = sensitive(given, 'headline.cost')
  t.equal(shown.measure.value, '18200.00')
  const at = (path: string) => slopeAt(shown, `interventions.fgc.${path}`)
  t.equal(at('costs.each.amount').derivative, '132', '120 × 1.1')
  t.equal(at('costs.each.amount').perPercent, '132.00')
  t.equal(at('costs.each.amount').elasticity, '0.7253', '13,200 ÷ 18,200')
  t.equal(at('costs.each.optimismBias').derivative, '12000', '120 × 100')
  t.equal(at('referrals.perMonth').derivative, '1320', '12 × 100 × 1.1')
  t.equal(at('costs.once.amount').derivative, '1')
  t.equal(at('referrals.eligible').derivative, '0', 'a referral is paid for whether or not it is eligible')
  t.equal(at('referrals.eligible').rank, null)
  t.same(
    ['referrals.perMonth', 'costs.each.amount', 'costs.each.optimismBias', 'costs.once.amount'].map((path) => at(path).rank),
    [1, 1, 4, 3],
    '1% of each: 132, 132, 12 and 50; alike ones share a rank',
  )
  t.equal(at('costs.once.realGrowth').elasticity, null, 'there is no per cent of 0')
})

t.test('a capacity that just binds: a fall and a rise do different things', async (t) => {
  const shown = sensitive(justFull, 'cost')
  for (const path of ['capacity.places', 'referrals.perMonth']) {
    const { kink, derivative } = slopeAt(shown, `interventions.fgc.${path}`)
    t.ok(near(kink?.below, 1200), `${path}: one fewer is 12 families at £100 less, ${kink?.below}`)
    t.equal(kink?.above, '0', 'one more finds the other full')
    t.equal(derivative, '0', 'the slope is that of a rise')
    t.match(kink?.why, /“Families who start” \(fgc\) in 2026-04: the families who could start just fill the places/)
  }
  t.equal(slopeAt(shown, 'interventions.fgc.costs.each.amount').kink, null)
})

t.test('a share of just 1: the cap is on one side only', async (t) => {
  // Ten children a month are treated with an effect that is certain, and ten come in: every entry is avoided, and no more could be.
  const given = caseOf({
    demand: [demandOf({ costs: [plannedLine({}, { per: 'entry' })] })],
    interventions: [interventionOf({ referrals: { perMonth: '10' }, effects: [certainEffect()] })],
  })
  const shown = sensitive(given, 'demand.care.entriesAvoided')
  t.equal(shown.measure.value, '120.000000')
  const { kink } = slopeAt(shown, 'interventions.fgc.referrals.perMonth')
  t.ok(near(kink?.below, 12), `one fewer a month is twelve more in the year: ${kink?.below}`)
  t.equal(kink?.above, '0')
  t.match(kink?.why, /the cap of 1 is just reached/)
  const reduction = slopeAt(shown, 'interventions.fgc.effects.care.reduction')
  t.equal(reduction.kink, null, '1 is the legal end: there is the one side only')
  t.ok(near(reduction.derivative, 120), 'and the slope is its own')
  t.match(reduction, { perPercentOf: 'less', perPercent: '-1.200000' }, '1% more than 1 is not legal; 1% less avoids 1.2 fewer of 120')
})

t.test('whole steps: jumps within a tenth are told, and left out of the slope', async (t) => {
  // Four places of six months' stay are avoided in every month and go four at a time; a tenth fewer, and none can go.
  const given = (perMonth: string) =>
    caseOf({
      demand: [demandOf({ costs: [plannedLine({ step: '4' })] })],
      interventions: [
        interventionOf({
          referrals: { perMonth },
          effects: [{ kind: 'exits', demand: 'care', chance: '1', monthsEarlier: 1, startsAfterMonths: 0 }],
        }),
      ],
    })
  const all = Number(answer(given('4')).headline.cashable)
  t.equal(all, 4800, 'four places, £100 a month, twelve months')
  t.equal(answer(given('3.6')).headline.cashable, '0.00')
  const slope = slopeAt(sensitive(given('4'), 'cashable'), 'interventions.fgc.referrals.perMonth')
  t.equal(slope.derivative, '0')
  t.equal(slope.stepped, true)
  t.match(slope, { averaged: true, perPercentOf: 'more' }, 'told in the same row, beside a derivative of 0')
  t.ok(near(slope.kink?.below, all / 0.4), `${slope.kink?.below}`)
  t.equal(slope.kink?.above, '0')
  t.match(slope.kink?.why, /whole steps of 4 \(place, care\)/)
  t.ok(near(slope.perPercent, (all / 0.8) * 0.04), 'so that 1% is not called nothing: half the average of the two sides')
})

property(
  'a slope is what the exact reader finds on both sides, or the two sides are told apart',
  fc.tuple(anyCase, fc.constantFrom('netCashable', 'cashable', 'npv', 'grossAvoided'), fc.integer({ min: 0, max: 1000 })),
  ([given, name, pick]) => {
    const varied = new VariedCase(ready(given))
    const measure = measureOf(varied, name === 'npv' ? 'economic.fiscal.npv' : name)
    const quantities = quantitiesRead(varied)
    const found = slopesOf(varied, measure, quantities)
    const { graph } = varied.figures.method.book
    const bare = unrounded(graph)
    const read = (path: string, value: string) =>
      readExactly(bare, (input) => {
        const text = input === path ? value : (varied.figures.register.get(input)?.value as string)
        return text === 'true' ? '1' : text === 'false' ? '0' : text
      }).of(measure.line)
    const { grossAvoided, cost, grants } = varied.figures.method.headline
    const size = Math.max(1, ...[grossAvoided, cost, grants].map((each) => Math.abs(varied.float(each))))
    for (let turn = 0; turn < Math.min(5, quantities.length); turn++) {
      const place = (pick + turn * 7) % quantities.length
      const { path, centre, least, most, assumption } = quantities[place] as ReadQuantity
      const slope = found[place] as SlopeOf
      if (path.endsWith('.release.step') && centre === 0) continue
      const way = exactNumber(1e-7 * (centre === 0 ? 1 : Math.abs(centre)))
      const at = exactNumber(assumption.value)
      const [low, high] = [at.minus(way), at.plus(way)]
      const middle = read(path, at.toFixed())
      const falls = low.lessThan(least) ? undefined : middle.minus(read(path, low.toFixed())).dividedBy(way).toNumber()
      const rises = high.greaterThan(most) ? undefined : read(path, high.toFixed()).minus(middle).dividedBy(way).toNumber()
      const alike = (one: number, other: number) =>
        Math.abs(one - other) <= 3e-4 * Math.max(Math.abs(one), Math.abs(other)) + (1e-6 * size) / Math.max(Math.abs(centre), 0.01)
      const told = `${name} by ${path} = ${centre}: ${falls} and ${rises}, told ${JSON.stringify(slope)}`
      if (slope.stepped) {
        if (falls !== undefined && rises !== undefined && alike(falls, rises)) so(alike(slope.derivative, rises), told)
        continue
      }
      if (falls === undefined || rises === undefined) so(alike(slope.derivative, (falls ?? rises) as number), told)
      else if (alike(falls, rises)) so(alike(slope.derivative, rises) && alike(slope.derivative, falls), told)
      else so(slope.sides !== undefined && alike(Number(slope.sides.below), falls) && alike(Number(slope.sides.above), rises), told)
    }
  },
  30,
)

t.test('the ends of every tornado are the answers with those values set', async (t) => {
  const folder = join(import.meta.dirname, '..', '..', 'scenarios')
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  const methods = new WrittenMethods()
  let compared = 0
  for (const file of readdirSync(folder)) {
    const scenario = readScenario(text(file), 'yaml', { load: (name) => ({ text: text(name), format: 'yaml', name }), name: file })
    const shown = rendered(sensitivity(completeCase(scenario.case), { model }, 'netCashable') as unknown as Unrendered) as Shown
    const at = (path: string, value: string) =>
      appraise(completeCase(scenario.case, { overrides: { [path]: value } }), { model, methods }).headline.netCashable.toString()
    const swings = shown.tornado.map(({ swing }) => Number(swing))
    t.same(
      swings,
      [...swings].sort((one, other) => other - one),
      `${file}: longest first`,
    )
    for (const { path, low, high, atLow, atHigh, swing } of shown.tornado.slice(0, 3)) {
      t.equal(atLow, at(path, low), `${file} ${path} = ${low}`)
      t.equal(atHigh, at(path, high), `${file} ${path} = ${high}`)
      const span = [Number(atLow), Number(atHigh), Number(shown.measure.value)]
      t.equal(swing, (Math.max(...span) - Math.min(...span)).toFixed(2))
      compared += 2
    }
  }
  t.ok(compared > 60, `${compared} ends`)
})

t.test('the ends of a built-in figure are reproduced by what is to be set, its price year with it', async (t) => {
  const methods = new WrittenMethods()
  const given = caseOf({
    demand: [demandOf({ costs: [plannedLine({}, { amount: { ref: 'ifa-week-2020' }, per: 'week' })] })],
    interventions: [interventionOf({ referrals: { perMonth: '2' }, effects: [certainEffect()] })],
    prices: { baseYear: '2024-25' },
  })
  const shown = sensitive(given)
  const amount = 'demand.care.costs.place.amount'
  const bar = shown.withoutRange.find(({ path }) => path === amount)
  const net = (overrides: Record<string, string>) =>
    appraise(completeCase(given, { overrides }), { model, methods }).headline.netCashable.toString()
  t.same(bar?.setLow, { [amount]: '738', 'demand.care.costs.place.priceYear': '2020-21' }, '820 less a tenth, in its own prices')
  t.equal(net(bar?.setLow ?? {}), bar?.atLow)
  t.equal(net(bar?.setHigh ?? {}), bar?.atHigh)
  t.not(net({ [amount]: '738' }), bar?.atLow, 'the amount alone is in the prices of the case')
  const { set } = slopeAt(shown, amount)
  t.same(set, { [amount]: '820', 'demand.care.costs.place.priceYear': '2020-21' })
  t.equal(net(set ?? {}), shown.measure.value)
  t.ok(
    shown.withoutRange.every(({ path, setLow }) => (setLow === undefined) === (path !== amount)),
    'only where it is needed',
  )
})

t.test('a measure that turns between the ends is said to', async (t) => {
  // Net cash rises with referrals while there are entries to avoid, and falls after: see the hump in break-even.test.ts.
  const given = caseOf({
    demand: [demandOf({ costs: [plannedLine({}, { per: 'entry' })] })],
    interventions: [
      interventionOf({
        referrals: { perMonth: { central: '8', low: '5', high: '15' } },
        effects: [certainEffect()],
        costs: [{ id: 'each', amount: { central: '40', low: '30', high: '50' }, per: 'start' }],
      }),
    ],
  })
  const { tornado, withoutRange } = sensitive(given)
  t.equal(tornado.find(({ path }) => path.endsWith('perMonth'))?.oneWay, false)
  t.equal(tornado.find(({ path }) => path.endsWith('amount'))?.oneWay, true)
  t.notOk(
    withoutRange.some(({ path }) => tornado.some((bar) => bar.path === path)),
    'an assumption stands in one list',
  )
  t.match(
    withoutRange.find(({ path }) => path === 'demand.care.costs.place.amount'),
    { low: '90', high: '110' },
  )
  t.match(
    withoutRange.find(({ path }) => path === 'demand.care.costs.place.share'),
    { low: '0.9', high: '1' },
    'within what is legal',
  )
})

t.test('slopes are written into the register of an answer, and nothing else of it moves', async (t) => {
  const given = completeCase(justFull)
  const plain = appraise(given, { model, methods: new WrittenMethods() })
  const sloped = withSlopes(plain, given, 'cost')
  t.equal(sloped.resultHash, plain.resultHash)
  const written = rendered(sloped as unknown as Unrendered) as unknown as Shown
  t.same(
    written.assumptions.filter(({ slope }) => slope !== undefined).map(({ path, slope }) => ({ path, slope })),
    sensitive(justFull, 'cost').assumptions.map(({ path, slope }) => ({ path, slope })),
  )
  t.notMatch(JSON.stringify(rendered(plain as unknown as Unrendered)), /"slope"/)
})

t.test('a measure that is no figure is refused by the name of the option', async (t) => {
  t.throws(() => sensitive(justFull, 'netCash'), { code: 'unknown-line', option: 'measure', message: /netCashable/ })
  t.throws(() => withSlopes({} as never, completeCase(justFull), 'why'), { code: 'unknown-line', option: 'slopes', message: /why/ })
  t.equal(sensitive(justFull, 'interventions.fgc.starts').measure.value, '120.000000', 'a flow is its sum over the horizon')
})

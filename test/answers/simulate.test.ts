import { ok } from 'node:assert'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { here, threadedCrew } from '../../src/answers/crew/crews.ts'
import { simulate } from '../../src/answers/simulate.ts'
import type { Simulation } from '../../src/answers/simulate-schema.ts'
import { type SimulationAsked, usualSimulation } from '../../src/answers/simulation/asked.ts'
import { CaseError } from '../../src/case/problem.ts'
import { readScenario } from '../../src/case/scenario.ts'
import { answer, type Case, caseOf, interventionOf, ready } from '../cases-for-tests.ts'
import { model } from '../http/service.ts'

/** Simulates a case here, on this thread, unless another crew is given. */
async function simulated(given: Case, asked: Partial<SimulationAsked> = {}, crew = here): Promise<Simulation> {
  return (await simulate(ready(given), { ...usualSimulation, draws: 4000, ...asked }, { crew, model })) as Simulation
}

const measure = (simulation: Simulation, id: string) => {
  const found = simulation.measures.find((each) => each.id === `headline.${id}`)
  ok(found, `there is no measure ${id}`)
  return found
}
const uniform = (low: number, high: number) => ({
  central: String((low + high) / 2),
  low: String(low),
  high: String(high),
  shape: 'uniform' as const,
})
/** An intervention that costs something once, in the first month. */
const costing = (id: string, amount: string | object) =>
  interventionOf({ id, costs: [{ id: 'set-up', amount: amount as never, per: 'once' }] })

/** A statistic is within so many of its standard errors of what it should be. */
function near(
  t: { ok: (value: unknown, message: string) => unknown },
  got: string | number | null | undefined,
  expected: number,
  error: number,
  what: string,
) {
  const apart = Math.abs(Number(got) - expected)
  t.ok(apart <= 4.5 * error, `${what}: ${got} for ${expected}, ${(apart / error).toFixed(2)} standard errors away`)
}

t.test('net cash is less one uniform cost: mean, spread, quantiles and chances by hand', async (t) => {
  // Net = grant 60,000 − U(40,000, 100,000): mean −10,000; deviation 60,000 ÷ √12; nil or better with chance 20,000 ÷ 60,000.
  const given = caseOf({
    interventions: [costing('fgc', uniform(40_000, 100_000))],
    funding: [{ id: 'dfe', byYear: { '2026-27': '60000' } }],
  })
  for (const draws of [4000, 30_000]) {
    const simulation = await simulated(given, { draws, drivers: false })
    const net = measure(simulation, 'netCashable')
    const deviation = 60_000 / Math.sqrt(12)
    t.equal(net.central, '-10000.00')
    t.equal(net.draws, draws)
    near(t, net.mean, -10_000, deviation / Math.sqrt(draws), 'mean')
    near(t, net.standardError, deviation / Math.sqrt(draws), deviation / Math.sqrt(draws) / Math.sqrt(2 * draws), 'standard error')
    // The variance of a sample from a uniform distribution: σ⁴ (1.8 − (n − 3)/(n − 1)) ÷ n, so that of σ is about a quarter of 0.8 σ² ÷ n.
    near(t, net.standardDeviation, deviation, deviation * Math.sqrt(0.2 / draws), 'standard deviation')
    for (const [key, p] of [
      ['p5', 0.05],
      ['p25', 0.25],
      ['p50', 0.5],
      ['p95', 0.95],
    ] as const) {
      near(t, net.quantiles?.[key], -40_000 + 60_000 * p, 60_000 * Math.sqrt((p * (1 - p)) / draws), key)
    }
    t.ok(Number(net.resolution) <= 60_000 / 16_384, `bins of ${net.resolution}`)
    near(t, net.reachesCentral, 0.5, Math.sqrt(0.25 / draws), 'half the draws reach the middle')
    const { netCashableNotNegative, paysBackWithinHorizon } = simulation.chances
    near(t, netCashableNotNegative.share, 1 / 3, Math.sqrt(2 / 9 / draws), 'nil or better')
    near(t, netCashableNotNegative.standardError, Math.sqrt(2 / 9 / draws), 0.0002, 'its standard error')
    // The grant comes month by month, so that the cost of the first month is back at the end exactly where net cash is nil or better.
    t.equal(paysBackWithinHorizon.share, netCashableNotNegative.share)
    t.equal(simulation.fan.length, 1)
    t.same(simulation.fan[0]?.quantiles, net.quantiles, 'after one year cumulative cash is net cash')
    const { edges = [], counts = [], below = 0, above = 0 } = net.histogram ?? {}
    t.equal(
      counts.reduce((sum, each) => sum + each, below + above),
      draws,
      'every draw is in the histogram',
    )
    t.equal(edges.length, counts.length + 1)
  }
})

t.test('when the money is back: month by month', async (t) => {
  // £12,000 of grant is £1,000 a month. A cost of U(0, 12,000) in April is back in the month whose grant makes up its last pound.
  const given = caseOf({
    interventions: [costing('fgc', uniform(0, 12_000))],
    funding: [{ id: 'dfe', byYear: { '2026-27': '12000' } }],
  })
  const { payback } = await simulated(given, { draws: 12_000, drivers: false })
  t.equal(payback.central.month, '2026-09', '£6,000 is back when the sixth £1,000 has come, in September')
  near(t, payback.neverNegative.share, 1 / 12, Math.sqrt(11 / 144 / 12_000), 'below £1,000 it is never negative')
  t.equal(Number(payback.notWithinHorizon.share), 0)
  t.equal(payback.quantiles.p5, null, 'never negative')
  t.equal(payback.quantiles.p10, '2026-05', '£1,200 is back when the second £1,000 has come')
  t.equal(payback.quantiles.p90, '2027-02', '£10,800 when the eleventh has')
  t.equal(payback.quantiles.p95, '2027-03')
  const half = await simulated(
    caseOf({ interventions: [costing('fgc', uniform(6000, 18_000))], funding: [{ id: 'dfe', byYear: { '2026-27': '12000' } }] }),
    { draws: 4000, drivers: false },
  )
  near(t, half.payback.notWithinHorizon.share, 0.5, Math.sqrt(0.25 / 4000), 'above £12,000 it is not back')
  t.equal(half.payback.quantiles.p75, null)
})

t.test('ranges of no width give the answer itself, and so does a case without ranges', async (t) => {
  const folder = new URL('../../scenarios/', import.meta.url)
  const text = readFileSync(new URL('la5-package.yaml', folder), 'utf8')
  const central = readScenario(text, 'yaml', { name: 'la5-package.yaml' }).case
  const narrow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(narrow)
    if (typeof value !== 'object' || value === null) return value
    const inner = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, narrow(item)]))
    return 'central' in inner ? { ...inner, low: inner.central, high: inner.central } : inner
  }
  const given = narrow(central) as Case
  const { headline } = answer(given)
  const simulation = await simulated(given, { draws: 200 })
  t.equal(simulation.ranges.length, 45)
  for (const { id, central, mean, quantiles, standardDeviation, minimum, maximum } of simulation.measures) {
    const [, name = '', demand] = id.split('.')
    const expected = demand === undefined ? headline[name as 'cost'] : headline.entriesAvoided[demand]
    t.equal(central, expected, id)
    t.same([mean, quantiles?.p5, quantiles?.p50, quantiles?.p95, minimum, maximum], new Array(6).fill(expected), id)
    t.equal(Number(standardDeviation), 0, id)
  }
  t.equal(Number(simulation.parts.sumOfStandardDeviations), 0)
  t.equal(simulation.parts.lessThanItsParts, null)
  const without = await simulated(caseOf({ interventions: [costing('fgc', '500')] }), { draws: 100 })
  t.match(without, { ranges: [], drivers: { method: 'none', inputs: [] } })
  t.equal(measure(without, 'netCashable').mean, '-500.00')
  t.match(without.inWords[0], /-?−£500 in every one of 100 draws/)
})

t.test('the same seed gives the same bytes by any crew, and another seed gives others', async (t) => {
  const given = caseOf({ years: 2, interventions: [costing('fgc', uniform(1, 9)), costing('fft', { central: '5', low: '2', high: '30' })] })
  const crew = threadedCrew({ threads: 2 })
  t.teardown(() => crew.close())
  for (const asked of [{ draws: 5000 }, { draws: 25_000, sampling: 'latin-hypercube' as const, seed: 'another' }]) {
    const alone = await simulated(given, asked)
    t.same(await simulated(given, asked, crew), alone)
    t.equal(JSON.stringify(await simulated(given, asked)), JSON.stringify(alone))
  }
  t.not((await simulated(given, { seed: '2' })).resultHash, (await simulated(given)).resultHash)
})

t.test('adding a range does not reshuffle the others', async (t) => {
  const one = caseOf({ interventions: [costing('fgc', uniform(0, 100_000)), costing('fft', '7')] })
  const two = caseOf({ interventions: [costing('fgc', uniform(0, 100_000)), costing('fft', { central: '7', low: '7', high: '7.000001' })] })
  t.equal(measure(await simulated(one), 'netCashable').mean, measure(await simulated(two), 'netCashable').mean)
})

t.test('the drivers of a sum are shares of its variance, by Sobol or, where ranges move together, by regression', async (t) => {
  // Variances of uniform costs go as the squares of their widths: 1 to 9 makes a tenth and nine tenths.
  const given = caseOf({ interventions: [costing('fgc', uniform(0, 10_000)), costing('fft', uniform(0, 30_000)), costing('sure', '5')] })
  const { drivers } = await simulated(given)
  t.match(drivers, { method: 'sobol', measure: { id: 'headline.netCashable' }, draws: 2048 })
  const [larger, smaller] = drivers.inputs
  t.equal(larger?.path, 'interventions.fft.costs.set-up.amount')
  near(t, larger?.first, 0.9, Number(larger?.firstError), 'alone')
  near(t, larger?.total, 0.9, Number(larger?.totalError), 'in all')
  near(t, smaller?.total, 0.1, Number(smaller?.totalError), 'in all')
  t.ok(Number(larger?.totalError) < 0.1)

  const between: [string, string] = ['interventions.fgc.costs.set-up.amount', 'interventions.fft.costs.set-up.amount']
  const together = await simulated({ ...given, correlations: [{ between, rho: '0' }] })
  t.equal(together.drivers.method, 'regression')
  near(t, together.drivers.explained, 1, 1e-6, 'a sum is a straight line')
  t.ok(Math.abs(Number(together.drivers.inputs[0]?.share) - 0.9) < 0.02, `${together.drivers.inputs[0]?.share}`)
  t.equal((await simulated(given, { drivers: false })).drivers.method, 'none')
  const npv = await simulated(given, { measure: 'npv' })
  t.equal(npv.drivers.measure.id, 'headline.npv')
})

t.test('two like parts that know nothing of each other are spread √2 times one, and not twice', async (t) => {
  const { parts } = await simulated(caseOf({ interventions: [costing('fgc', uniform(0, 1000)), costing('fft', uniform(0, 1000))] }))
  // 1 − √2 ÷ 2 = 0.2929.
  t.ok(Math.abs(Number(parts.lessThanItsParts) - (1 - Math.SQRT1_2)) < 0.02, `${parts.lessThanItsParts}`)
  t.equal(parts.draws, 2048)
  near(t, parts.interventions[0]?.standardDeviation, 1000 / Math.sqrt(12), (1000 / Math.sqrt(12)) * Math.sqrt(0.2 / 2048), 'one')
  const between: [string, string] = ['interventions.fgc.costs.set-up.amount', 'interventions.fft.costs.set-up.amount']
  const same = await simulated({
    ...caseOf({ interventions: [costing('fgc', uniform(0, 1000)), costing('fft', uniform(0, 1000))] }),
    correlations: [{ between, rho: '1' }],
  })
  t.ok(Number(same.parts.lessThanItsParts) < 1e-4, 'parts that turn out alike spread the package as far as their sum')
})

t.test('a product of lognormals has the quantiles of a lognormal', async (t) => {
  // The cost is the amount × (1 + 0.5): its median is 1.5 × √(500 × 2,000), and σ is ln(2,000 ÷ 500) ÷ (2 × 1.96).
  const amount = { central: '1000', low: '500', high: '2000', shape: 'lognormal' as const }
  const given = caseOf({
    interventions: [interventionOf({ costs: [{ id: 'team', amount, per: 'once', optimismBias: '0.5' }] })],
  })
  const cost = measure(await simulated(given, { draws: 20_000 }), 'cost')
  const sigma = Math.log(2) / 1.959963984540054
  const quantile = (z: number) => 1500 * Math.exp(sigma * z)
  // The standard error of a quantile is √(p (1 − p) ÷ n) over the density there.
  const error = (z: number, p: number) =>
    (Math.sqrt((p * (1 - p)) / 20_000) * quantile(z) * sigma * Math.sqrt(2 * Math.PI)) / Math.exp((-z * z) / 2)
  near(t, cost.quantiles?.p50, quantile(0), error(0, 0.5), 'P50')
  near(t, cost.quantiles?.p5, quantile(-1.6448536), error(-1.6448536, 0.05), 'P5')
  near(t, cost.quantiles?.p95, quantile(1.6448536), error(1.6448536, 0.95), 'P95')
  near(t, cost.mean, 1500 * Math.exp((sigma * sigma) / 2), Number(cost.standardError), 'mean')
})

t.test('ranges that cannot be drawn from are told at their place', async (t) => {
  const three = caseOf({
    interventions: ['a', 'b', 'c'].map((id) => costing(id, uniform(0, 10))),
    correlations: ['a b 0.9', 'b c 0.9', 'a c -0.9'].map((text) => {
      const [one = '', other = '', rho = ''] = text.split(' ')
      return {
        between: [`interventions.${one}.costs.set-up.amount`, `interventions.${other}.costs.set-up.amount`] as [string, string],
        rho,
      }
    }),
  })
  const refused = await simulated(three).then(
    () => undefined,
    (error: unknown) => error,
  )
  t.ok(refused instanceof CaseError)
  t.match((refused as CaseError).problems[0]?.message, /contradict/)
  t.match((refused as CaseError).problems[0], {
    pointer: '/correlations',
    path: 'correlations',
    got: /a\.costs\.set-up\.amount with .*-0\.9/,
    expected: /all hold/,
  })
})

t.test('a range cut off at what is legal, one off its middle, and one of an intervention that is left out are told', async (t) => {
  const share = { central: '0.9', low: '0.7', high: '1', shape: 'normal' as const }
  const simulation = await simulated(
    caseOf({
      interventions: [
        interventionOf({ referrals: { perMonth: '1', takeUp: share }, costs: [{ id: 'fee', amount: '10', per: 'start' }] }),
        { ...costing('out', uniform(0, 10)), included: false },
      ],
    }),
  )
  t.same(simulation.unread, ['interventions.out.costs.set-up.amount'])
  // Normal with mean 0.85 and 95% between 0.7 and 1: 2.5% lie above 1.
  t.match(simulation.ranges, [{ path: 'interventions.fgc.referrals.takeUp', cutOff: '0.025000', note: /0\.85/ }])
})

t.test('it stops when it is told to, and tells how far it has come', async (t) => {
  const given = caseOf({ years: 10, interventions: [costing('fgc', uniform(0, 10))] })
  const stopping = new AbortController()
  const stopped = simulate(
    ready(given),
    { ...usualSimulation, draws: 1_000_000, drivers: false },
    { crew: threaded(t), model, signal: stopping.signal },
  )
  setTimeout(() => stopping.abort(new Error('the client went away')), 300)
  await t.rejects(stopped, { message: 'the client went away' })
  const told: { done: number; of: number }[] = []
  await simulate(ready(given), { ...usualSimulation, draws: 2000 }, { crew: here, model, progress: (each) => told.push(each) })
  t.same(told.at(-1), { done: 2000, of: 2000 })
})

function threaded(t: { teardown: (work: () => unknown) => void }) {
  const crew = threadedCrew({ threads: 1 })
  t.teardown(() => crew.close())
  return crew
}

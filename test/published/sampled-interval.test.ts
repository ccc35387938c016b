import t from 'tap'
import { here } from '../../src/answers/crew/crews.ts'
import { simulate } from '../../src/answers/simulate.ts'
import type { Simulation } from '../../src/answers/simulate-schema.ts'
import { usualSimulation } from '../../src/answers/simulation/asked.ts'
import { caseOf, demandOf, interventionOf, ready } from '../cases-for-tests.ts'
import { model } from '../http/service.ts'

/*
 * The Family Group Conference trial (England, 2020 to 2022): 36.2% against 44.8% looked after at 12 months, and from families as units and arms of
 * 755 a risk ratio of 0.81 with a 95% interval of 0.71 to 0.91. A reduction given with that interval must come out with it: a hundred families
 * referred once avoid 100 × 0.448 × reduction entries in the twelve months that follow.
 */

const draws = 20_000

t.test('what a trial’s interval makes of avoided entries is covered by the draws', async (t) => {
  for (const shape of ['normal', 'lognormal'] as const) {
    const reduction = { central: '0.19', low: '0.09', high: '0.29', shape }
    const given = caseOf({
      years: 2,
      demand: [demandOf({ entriesPerYear: '12000' })],
      interventions: [
        interventionOf({
          end: '2026-04',
          referrals: { perMonth: '100' },
          effects: [{ demand: 'care', risk: '0.448', windowMonths: 12, reduction, startsAfterMonths: 0 }],
        }),
      ],
    })
    const simulation = (await simulate(ready(given), { ...usualSimulation, draws, drivers: false }, { crew: here, model })) as Simulation
    const avoided = simulation.measures.find(({ id }) => id === 'headline.entriesAvoided.care')
    t.ok(Math.abs(Number(avoided?.central) - 44.8 * 0.19) < 1e-6, 'at the centre 8.512 children')
    // The 5th and 95th of a hundred lie 1.644854 ÷ 1.959964 of the way from the middle of the interval to its ends; a lognormal's on its logarithms.
    const way = 1.6448536269514722 / 1.959963984540054
    const log = shape === 'lognormal'
    const [low, high] = [0.09, 0.29].map((end) => (log ? Math.log(end) : end)) as [number, number]
    const at = (z: number) => {
      const point = (low + high) / 2 + (z * (high - low)) / 2
      return 44.8 * (log ? Math.exp(point) : point)
    }
    // The standard error of the 5th of a hundred: √(0.05 × 0.95 ÷ draws) over the density there, 0.10314 over one standard deviation.
    const deviation = (high - low) / 2 / 1.959963984540054
    const error = (Math.sqrt((0.05 * 0.95) / draws) / 0.10313564) * deviation
    for (const [key, z] of [
      ['p5', -way],
      ['p50', 0],
      ['p95', way],
    ] as const) {
      const width = 44.8 * error * (log ? at(z) / 44.8 : 1)
      const got = Number(avoided?.quantiles?.[key])
      t.ok(Math.abs(got - at(z)) < 4.5 * width, `${shape} ${key}: ${got} for ${at(z).toFixed(4)}`)
    }
  }
})

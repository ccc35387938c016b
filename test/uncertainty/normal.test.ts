import fc from 'fast-check'
import t from 'tap'
import { normalDensity, normalProbability, normalQuantile } from '../../src/uncertainty/normal.ts'
import { near } from './numbers.ts'

t.test('the normal probability: known values in every part and both tails', async (t) => {
  // python3 -c "import mpmath as m; m.mp.dps=30; [print(m.nstr(m.ncdf(z),18)) for z in (-30,-8,-5.7,-3,-1,-0.3,0.5,2,5)]"
  const known: [string, string][] = [
    ['-30', '4.90671392714818706e-198'],
    ['-8', '6.22096057427178412e-16'],
    ['-5.7', '5.99037140106352819e-9'],
    ['-3', '0.00134989803163009453'],
    ['-1', '0.158655253931457051'],
    ['-0.3', '0.382088577811047367'],
    ['0.5', '0.691462461274013104'],
    ['2', '0.977249868051820793'],
    ['5', '0.999999713348428121'],
  ]
  for (const [z, expected] of known)
    t.ok(near(normalProbability(Number(z)), Number(expected), 1e-15), `${z}: ${normalProbability(Number(z))}`)
  t.equal(normalProbability(0), 0.5)
  t.equal(normalProbability(-50), 0)
  t.equal(normalProbability(50), 1)
})

t.test('the normal quantile: known values in every part and both tails', async (t) => {
  // python3 -c "from scipy.stats import norm; print([norm.ppf(u) for u in (1e-16,1e-10,0.0001,0.025,0.07,0.2,0.6,0.975,0.999999)])"
  const known: [string, string][] = [
    ['1e-16', '-8.222082216130435'],
    ['1e-10', '-6.361340902404056'],
    ['0.0001', '-3.7190164854556804'],
    ['0.025', '-1.9599639845400545'],
    ['0.07', '-1.4757910281791706'],
    ['0.2', '-0.8416212335729142'],
    ['0.6', '0.2533471031357997'],
    ['0.975', '1.959963984540054'],
    ['0.999999', '4.753424308817087'],
  ]
  for (const [u, expected] of known) t.ok(near(normalQuantile(Number(u)), Number(expected), 2e-15), `${u}: ${normalQuantile(Number(u))}`)
  t.equal(normalQuantile(0.5), 0)
})

t.test('each undoes the other, mirrors itself and never falls', async (t) => {
  fc.assert(
    fc.property(fc.double({ min: -37, max: 0, noNaN: true }), (z) => near(normalQuantile(normalProbability(z)), z, 1e-13) || z > -1e-3),
    { numRuns: 2000, seed: 7 },
  )
  fc.assert(
    fc.property(fc.double({ min: 0, max: 37, noNaN: true }), (z) => Math.abs(normalProbability(-z) + normalProbability(z) - 1) < 3e-16),
    { numRuns: 2000, seed: 8 },
  )
  let last = Number.NEGATIVE_INFINITY
  for (let step = 1; step < 100_000; step++) {
    const z = normalQuantile(step / 100_000)
    if (!(z > last)) t.fail(`falls at ${step}`)
    last = z
  }
})

t.test('the density is the slope of the probability', async (t) => {
  for (const z of [-4, -1, -0.2, 0, 0.9, 3]) {
    const slope = (normalProbability(z + 1e-5) - normalProbability(z - 1e-5)) / 2e-5
    t.ok(near(normalDensity(z), slope, 1e-6), `${z}: ${normalDensity(z)} and ${slope}`)
  }
})

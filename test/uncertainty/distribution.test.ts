import fc from 'fast-check'
import t, { type Test } from 'tap'
import { shapes } from '../../src/case/quantity.ts'
import { distributionOf, type UncertainInput } from '../../src/uncertainty/distribution.ts'
import { UnusableRanges } from '../../src/uncertainty/unusable-ranges.ts'

function range(shape: UncertainInput['shape'], low: string, central: string, high: string, minimum = '-1000000', maximum = '1000000') {
  return distributionOf({ path: 'demand.care.stay', shape, low, central, high, minimum, maximum })
}

function holds(t: Test, { distribution }: ReturnType<typeof range>, known: Record<string, number>, width: number) {
  for (const [u, expected] of Object.entries(known)) {
    const got = distribution.quantile(Number(u))
    t.ok(Math.abs(got - expected) <= 1e-8 * width, `${u}: ${got}, expected ${expected}`)
  }
}

t.test('pert, with central anywhere from low to high', async (t) => {
  // for c in (15,20,37,60,90): a=1+4*(c-15)/75; [15+75*scipy.stats.beta.ppf(u,a,6-a) for u in (1e-12,0.001,0.05,0.0625,0.3,0.5,0.7,0.95,0.999,1-1e-9)]
  const chances = ['1e-12', '0.001', '0.05', '0.0625', '0.3', '0.5', '0.7', '0.95', '0.999', '0.999999999']
  const known: Record<string, number[]> = {
    15: [
      15.000000000015, 15.015006003602522, 15.765466373475862, 15.961856781194257, 20.163756367887174, 24.708707752790687,
      31.04976858025329, 48.80397962602058, 71.16085176367815, 88.81133011237773,
    ],
    20: [
      15.000000005763926, 15.073567048227803, 16.672067600758954, 17.009046387167594, 22.899447127643608, 28.359773648889096,
      35.40432269104265, 53.491126040829336, 74.31751482052576, 89.16172306706704,
    ],
    37: [
      15.000076550284032, 16.073018136544274, 21.97765813781176, 22.813608408993694, 33.48973205351669, 40.95289468300046,
      49.18721902017894, 66.53305542657273, 82.05222208990666, 89.79062972640098,
    ],
    60: [
      15.011902785267774, 20.425332218222838, 33.416130042068275, 34.8325792539285, 49.73432169008215, 58.08968984982752, 66.07089949036643,
      79.55396595879293, 87.85387183241905, 89.98963326236546,
    ],
    90: [
      15.298580377915123, 33.83914823632185, 56.19602037397941, 58.07618831238881, 73.9502314197467, 80.29129224720931, 84.83624363211283,
      89.23453362652414, 89.98499399639748, 89.999999985,
    ],
  }
  for (const [central, values] of Object.entries(known)) {
    holds(t, range('pert', '15', central, '90'), Object.fromEntries(chances.map((u, place) => [u, values[place] as number])), 75)
  }
})

t.test('pert has the mean (low + 4 central + high) ÷ 6', async (t) => {
  const { distribution } = range('pert', '10', '12', '30')
  let sum = 0
  for (let step = 0; step < 100_000; step++) sum += distribution.quantile((step + 0.5) / 100_000)
  t.ok(Math.abs(sum / 100_000 - (10 + 48 + 30) / 6) < 1e-4, `${sum / 100_000}`)
})

t.test('triangular and uniform', async (t) => {
  // [scipy.stats.triang.ppf(u,0.25,10,20) for u in (0.001,0.2,0.25,0.5,0.99)]
  const known = { 0.001: 10.316227766016837, 0.2: 14.47213595499958, 0.25: 15, 0.5: 17.75255128608411, 0.99: 28.26794919243112 }
  holds(t, range('triangular', '10', '15', '30'), known, 1e-4)
  holds(t, range('triangular', '10', '10', '30'), { 0.75: 20 }, 1e-4) // 30 − 20 √(1 − ¾)
  holds(t, range('triangular', '10', '30', '30'), { 0.25: 20 }, 1e-4) // 10 + 20 √¼
  holds(t, range('uniform', '-10', '0', '30'), { 0.25: 0, 0.5: 10 }, 1e-4)
})

t.test('normal: low and high are the 95% interval', async (t) => {
  // sd=(9-1)/(2*norm.ppf(.975)); [scipy.stats.norm.ppf(u,5,sd) for u in (0.001,0.025,0.5,0.9)]
  const known = { 0.001: -1.306712430520502, 0.025: 1, 0.5: 5, 0.9: 7.615459417934851, 0.975: 9 }
  const { distribution, note } = range('normal', '1', '5', '9')
  holds(t, { distribution }, known, 1e-5)
  t.equal(distribution.truncated, 0)
  t.equal(note, undefined)
})

t.test('normal and lognormal are cut off at the ends of the legal domain, and say how much', async (t) => {
  // a=(0-5)/sd; b=(10-5)/sd; norm.cdf(a)+norm.sf(b); [truncnorm.ppf(u,a,b,5,sd) for u in (1e-9,0.001,0.1,0.5,0.9,0.9999)]
  const normal = range('normal', '1', '5', '9', '0', '10')
  const known = { 1e-9: 1.0139826400745733e-7, 0.001: 0.09572018229727686, 0.1: 2.4496609555165927, 0.9: 7.550339044483407 }
  holds(t, normal, { ...known, 0.9999: 9.98992134882847 }, 1e-4)
  t.ok(Math.abs(normal.distribution.truncated - 0.014287407697654802) < 1e-15)
  // s=(log(180)-log(20))/(2*norm.ppf(.975)); m=sqrt(20*180); F=lambda x: norm.cdf(log(x/m)/s); lo,hi=F(10),F(200)
  // lo+1-hi; [lognorm.ppf(lo+u*(hi-lo),s,scale=m) for u in (0.001,0.1,0.5,0.9,0.999)]
  const lognormal = range('lognormal', '20', '60', '180', '10', '200')
  const cut = { 0.001: 11.592412422440505, 0.1: 29.163654585744737, 0.5: 59.364166942317915, 0.9: 117.85815808070063 }
  holds(t, lognormal, { ...cut, 0.999: 197.31398250391632 }, 1e-4)
  t.ok(Math.abs(lognormal.distribution.truncated - 0.016554996566283675) < 1e-15)
})

t.test('lognormal: low and high are the 95% interval, and the median is their geometric middle', async (t) => {
  // [scipy.stats.lognorm.ppf(u,s,scale=m) for u in (0.001,0.025,0.5,0.8,0.975,0.999)], s and m as above
  const known = { 0.001: 10.614135154229077, 0.025: 20, 0.5: 60, 0.8: 96.16791680374513, 0.975: 180, 0.999: 339.17035610439 }
  const { distribution, note } = range('lognormal', '20', '60', '180', '0')
  holds(t, { distribution }, known, 1e-4)
  t.equal(note, undefined)
})

t.test('says where draws centre elsewhere than the point answer', async (t) => {
  t.equal(
    range('normal', '10', '12', '20').note,
    'Half of the draws lie below 15, the middle of low and high, because they are the ends of a 95% interval; the point answer uses 12.',
  )
  t.match(range('lognormal', '20', '100', '180').note, /below 60, the geometric middle of low and high/)
  t.match(range('lognormal', '0.0000001', '0.0000002', '0.0000002').note, /uses 0\.0000002\./, 'no exponents')
  t.equal(range('lognormal', '1', '1.73', '3').note, undefined, '√3 written with two digits')
  for (const shape of ['pert', 'triangular', 'uniform'] as const) t.equal(range(shape, '10', '11', '20').note, undefined, shape)
})

t.test('a range of one value is that value, whatever its shape', async (t) => {
  for (const shape of shapes) {
    const { distribution } = range(shape, '0.3', '0.3', '0.3')
    for (const u of [1e-16, 0.5, 1 - 1e-16]) t.equal(distribution.quantile(u), 0.3, shape)
    t.equal(distribution.truncated, 0)
  }
})

t.test('what cannot be drawn from is refused by its path', async (t) => {
  const refused = (low: string, central: string, high: string, shape: UncertainInput['shape'], message: RegExp, minimum = '-5') => {
    const error = t.throws(() => range(shape, low, central, high, minimum, '100')) as unknown as UnusableRanges
    t.ok(error instanceof UnusableRanges)
    t.same(error.paths, ['demand.care.stay'])
    t.match(error.message, message)
  }
  refused('3', '2', '4', 'pert', /^demand\.care\.stay: a range runs from low by central to high, within -5 to 100; this one has low 3/)
  refused('1', '5', '4', 'pert', /central 5/)
  refused('1', '2', '101', 'uniform', /high 101/)
  refused('-6', '2', '4', 'normal', /low -6/)
  refused('0', '2', '4', 'lognormal', /the low end of a lognormal range must be above 0, and this one is 0/)
  refused('x', '2', '4', 'pert', /low x/)
})

t.test('every shape never falls, and stays within its ends', async (t) => {
  const decimal = fc.integer({ min: 1, max: 1_000_000 }).map((value) => value / 1000)
  fc.assert(
    fc.property(fc.constantFrom(...shapes), fc.array(decimal, { minLength: 3, maxLength: 3 }), (shape, ends) => {
      const [low, central, high] = ends.sort((a, b) => a - b).map(String) as [string, string, string]
      const { distribution } = range(shape, low, central, high, '0', '1000')
      const bounded = shape !== 'normal' && shape !== 'lognormal'
      const [least, most] = bounded ? [Number(low), Number(high)] : [0, 1000]
      let last = least
      for (let step = 0; step <= 600; step++) {
        const u = step === 0 ? 2 ** -53 : step === 600 ? 1 - 2 ** -53 : step / 600
        const value = distribution.quantile(u)
        if (!(value >= last && value <= most)) return false
        last = value
      }
      return true
    }),
    { numRuns: 150, seed: 7 },
  )
  t.pass()
})

import t from 'tap'
import { impliedMonths, impliedPrices, impliedPriceYear } from '../../src/case/implied.ts'
import { type Loose, read, whole } from './whole-case.ts'

/* What the method takes where the case is silent is listed as taken by default, and what the case says is listed as it says it. */

const { case: theCase } = read(whole())
const [fft] = theCase.interventions as [(typeof theCase.interventions)[0]]

t.test('what is said is not taken', async (t) => {
  const { register } = read(whole())
  const line = (path: string) => {
    const { value, origin } = register.get(`interventions.fft.${path}`) ?? {}
    return [value, origin]
  }
  t.same(line('costs.set-up.month'), ['2026-05', 'supplied'])
  t.same(line('costs.team.from'), ['2026-06', 'supplied'])
  t.same(line('costs.team.to'), ['2029-06', 'supplied'])
  t.same(line('savings.agency.from'), ['2026-09', 'supplied'])
  t.same(line('savings.agency.to'), ['2030-03', 'supplied'])
  t.same(line('savings.contract.month'), ['2027-01', 'supplied'])
  t.same(register.get('prices.weeksPerYear')?.value, '52.1')
})

t.test('what is paid for each family has no months', async (t) => {
  for (const per of ['referral', 'start', 'completion']) {
    const { register } = read(whole((c: Loose) => c.interventions[0].costs.push({ id: 'x', amount: 1, per })))
    t.ok(register.has('interventions.fft.costs.x.amount'))
    for (const key of ['month', 'from', 'to']) t.notOk(register.has(`interventions.fft.costs.x.${key}`), `${per}: ${key}`)
  }
})

t.test('nothing is taken where all is said', async (t) => {
  t.strictSame(impliedPrices(theCase), [])
  t.strictSame(impliedPriceYear(theCase, { priceYear: '2023-24' }), [])
  t.strictSame(impliedMonths(theCase, fft, { per: 'start' }), [])
  t.strictSame(impliedMonths(theCase, fft, { per: 'once', month: '2026-05' }), [])
  t.strictSame(impliedMonths(theCase, fft, { per: 'year', from: '2026-05', to: '2026-06' }), [])
})

t.test('where only one end is said, the other is taken', async (t) => {
  // The last referral is in 2029-03 and a family stays five months: the last leaves in 2029-07.
  const unit = 'month'
  t.strictSame(impliedMonths(theCase, fft, { per: 'year', to: '2028-01' }), [{ key: 'from', value: '2026-07', unit }])
  t.strictSame(impliedMonths(theCase, fft, { per: 'year', from: '2026-05' }), [{ key: 'to', value: '2029-07', unit }])
  t.strictSame(impliedMonths(theCase, fft, { per: 'once' }), [{ key: 'month', value: '2026-07', unit }])
  t.strictSame(impliedMonths(theCase, fft, { per: 'once', from: '2026-09' }), [{ key: 'month', value: '2026-09', unit }])
  const { end: _, ...endless } = fft
  // Five years from 2026-04 end with 2031-03.
  t.strictSame(impliedMonths(theCase, endless, { per: 'year', from: '2026-05' }), [{ key: 'to', value: '2031-03', unit }])
})

import t from 'tap'
import { caseOf, figuresOf, type Intervention, interventionOf, line, months } from '../cases-for-tests.ts'

/** The warm-up of one intervention over a year from April 2026. */
function reached(parts: Partial<Intervention>): string[] {
  return line(figuresOf(caseOf({ interventions: [interventionOf(parts)] })), 'interventions.fgc.warmUp')
}

t.test('without a warm-up the full rate is reached at once', async (t) => {
  t.same(reached({}), months([12, '1']))
  for (const curve of ['linear', 's-curve', 'step'] as const) t.same(reached({ warmUp: { curve } }), months([12, '1']), curve)
})

t.test('linear: x = (j + 1) ÷ (W + 1)', async (t) => {
  // W = 3: quarters. W = 1.5: 1 ÷ 2.5, 2 ÷ 2.5, then over 1.
  t.same(reached({ warmUp: { months: '3' } }), ['0.25', '0.5', '0.75', ...months([9, '1'])])
  t.same(reached({ warmUp: { months: '1.5' } }), ['0.4', '0.8', ...months([10, '1'])])
})

t.test('s-curve: 3x² − 2x³', async (t) => {
  // x = ¼: 3/16 − 2/64 = 0.15625; x = ½: 3/4 − 2/8 = 0.5; x = ¾: 27/16 − 54/64 = 0.84375.
  t.same(reached({ warmUp: { months: '3', curve: 's-curve' } }), ['0.15625', '0.5', '0.84375', ...months([9, '1'])])
})

t.test('step: nothing for W months, and part of a month where W is not whole', async (t) => {
  t.same(reached({ warmUp: { months: '2', curve: 'step' } }), [...months([2, '0']), ...months([10, '1'])])
  // W = 2.5: j + 1 − W is −1.5, −0.5, 0.5, 1.5.
  t.same(reached({ warmUp: { months: '2.5', curve: 'step' } }), ['0', '0', '0.5', ...months([9, '1'])])
})

t.test('custom: the profile, then 1', async (t) => {
  t.same(reached({ warmUp: { curve: 'custom', profile: ['0.2', '0.9', '0.5'] } }), ['0.2', '0.9', '0.5', ...months([9, '1'])])
})

t.test('a range is read at its central value, 0 among them', async (t) => {
  const range = (central: string) => ({ central, low: '0', high: '9' })
  t.same(reached({ warmUp: { months: range('3') } }), reached({ warmUp: { months: '3' } }))
  for (const curve of ['linear', 's-curve', 'step'] as const)
    t.same(reached({ warmUp: { months: range('0'), curve } }), months([12, '1']), curve)
})

t.test('nothing before the first referral and after the last', async (t) => {
  t.same(reached({ start: '2026-06', end: '2026-08', warmUp: { months: '3' } }), ['0', '0', '0.25', '0.5', '0.75', ...months([7, '0'])])
  t.same(reached({ start: '2027-04' }), months([12, '0']), 'a start after the horizon')
  t.same(reached({ start: '2026-01', end: '2026-03' }), months([12, '0']), 'an end before it')
})

t.test('a start before the case: months count from the real start', async (t) => {
  // February 2026 is two months before: j = 2 in April.
  t.same(reached({ start: '2026-02', warmUp: { months: '3' } }), ['0.75', ...months([11, '1'])])
  t.same(reached({ start: '2026-02', warmUp: { curve: 'custom', profile: ['0.1', '0.2', '0.3', '0.4'] } }), [
    '0.3',
    '0.4',
    ...months([10, '1']),
  ])
})

import t from 'tap'
import {
  answer,
  avoidingPlaces,
  type CostLine,
  caseOf,
  certainEffect,
  type Demand,
  demandOf,
  interventionOf,
  lineOf,
  plannedLine,
} from '../cases-for-tests.ts'

/** The position of one line over a year in which eight of sixty places are avoided. */
function position(costs: CostLine[], places: string) {
  const demand: Partial<Demand> = { costs, budget: { basis: 'places', places: [places] } }
  return answer(avoidingPlaces(new Array<number>(12).fill(8), {}, demand)).years[0]?.position
}

t.test('fewer places budgeted than filled', async (t) => {
  // 50 budgeted of 60, half of the children on the line, a fifth of the cost fixed, £1,200 a place and year.
  // Budget 50 × ½ × 1,200 = 30,000. Without the package (50 + 10 × 0.8) × ½ × 1,200 = 34,800.
  // Four places avoided, all absorbed by the five unfunded: 4 × 0.8 × 1,200 = 3,840 less.
  const half = { share: '0.5', variable: '0.8' }
  t.same(position([plannedLine({}, half)], '50'), { budget: '30000.00', doNothing: '34800.00', withPackage: '30960.00', gap: '-960.00' })
  // 57 budgeted: 34,200; (57 + 3 × 0.8) × 600 = 35,640; absorbed 1.5 and released 2.5, in all 4 × 0.8 × 1,200 = 3,840.
  const released = { budget: '34200.00', doNothing: '35640.00', withPackage: '31800.00', gap: '2400.00' }
  t.same(position([plannedLine({}, half)], '57'), released)
  // With no plan the 2.5 stand empty and are still paid for: absorbed 1.5 × 0.8 × 1,200 = 1,440.
  t.same(position([lineOf(half)], '57'), { ...released, withPackage: '34200.00', gap: '0.00' })
})

t.test('more places budgeted than filled: the gap counts what nobody fills', async (t) => {
  // 70 × 1,200 = 84,000; (70 − 10) × 1,200 = 72,000; 8 released: 9,600.
  t.same(position([plannedLine()], '70'), { budget: '84000.00', doNothing: '72000.00', withPackage: '62400.00', gap: '21600.00' })
  // Half of it fixed: (70 − 10 × ½) × 1,200 = 78,000; 8 × ½ × 1,200 = 4,800.
  t.same(position([plannedLine({}, { variable: '0.5' })], '70'), {
    budget: '84000.00',
    doNothing: '78000.00',
    withPackage: '73200.00',
    gap: '10800.00',
  })
})

t.test('the body’s fiscal lines alone', async (t) => {
  const own = plannedLine()
  const others = [lineOf({ id: 'partner', funder: 'nhs' }), lineOf({ id: 'value', value: 'social' })]
  t.same(position([own, ...others], '60'), position([own], '60'))
  const none = { budget: '0.00', doNothing: '0.00', withPackage: '0.00', gap: '0.00' }
  t.same(position(others, '60'), none)
})

t.test('a line per entry sets entries against budgeted entries', async (t) => {
  // The second year: 12 a month against 10 budgeted, at £100: 12,000 and 14,400. 5 avoided: 2 absorbed, 3 released, 6,000 less.
  const { years } = answer(
    caseOf({
      years: 2,
      demand: [demandOf({ growth: '0.2', costs: [plannedLine({}, { per: 'entry' })] })],
      interventions: [interventionOf({ referrals: { perMonth: '5' }, effects: [certainEffect()] })],
    }),
  )
  t.same(years[0]?.position, { budget: '12000.00', doNothing: '12000.00', withPackage: '6000.00', gap: '6000.00' })
  t.same(years[1]?.position, { budget: '12000.00', doNothing: '14400.00', withPackage: '8400.00', gap: '3600.00' })
})

t.test('in cash money', async (t) => {
  // 60 × 1,200 × 1.1 in the second year.
  const { years } = answer(caseOf({ years: 2, prices: { inflation: '0.1' }, demand: [demandOf({ costs: [lineOf()] })] }))
  t.same(
    years.map(({ position }) => position.budget),
    ['72000.00', '79200.00'],
  )
})

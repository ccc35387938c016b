import t from 'tap'
import {
  avoidingPlaces,
  type Case,
  type CostLine,
  caseOf,
  certainEffect,
  type Demand,
  demandOf,
  figuresOf,
  interventionOf,
  line,
  lineOf,
  plannedLine,
} from '../cases-for-tests.ts'

/*
 * Sixty places are filled if nothing is done: ten children a month for six months each. The package avoids exactly the places listed.
 */

function settled(places: readonly number[], costs: CostLine, demand: Partial<Demand> = {}, parts: Partial<Case> = {}) {
  const figures = figuresOf(avoidingPlaces(places, parts, { costs: [costs], ...demand }))
  const of = (name: string) => line(figures, `demand.care.costs.${costs.id}.${name}`).slice(0, places.length)
  return {
    avoided: of('avoided'),
    pressure: of('pressure'),
    backfilled: of('backfilledPlaces'),
    absorbed: of('absorbedPlaces'),
    empty: of('emptyPlaces'),
    released: of('releasedPlaces'),
  }
}

const texts = (numbers: readonly number[]) => numbers.map(String)

t.test('backfill first, then growth that the budget does not fund, then what stands empty', async (t) => {
  // 8 avoided: a quarter, 2, is backfilled; 57 places are budgeted of 60, so 3 are absorbed; 3 stand empty.
  const budget: Partial<Demand> = { backfill: '0.25', budget: { basis: 'places', places: ['57'] } }
  const { avoided, pressure, backfilled, absorbed, empty, released } = settled([8, 4, 2, 0], plannedLine(), budget)
  t.same(avoided, ['8', '4', '2', '0'])
  t.same(pressure, ['3', '3', '3', '3'])
  t.same(backfilled, ['2', '1', '0.5', '0'])
  t.same(absorbed, ['3', '3', '1.5', '0'], 'and no more is absorbed than is left')
  t.same(empty, ['3', '0', '0', '0'])
  t.same(released, ['3', '0', '0', '0'])
})

t.test('the line’s share of places and of pressure', async (t) => {
  // Half of 8, and half of 60 − 57.
  const half = settled([8], plannedLine({}, { share: '0.5' }), { budget: { basis: 'places', places: ['57'] } })
  t.same(half.avoided, ['4'])
  t.same(half.pressure, ['1.5'])
  t.same(half.absorbed, ['1.5'])
  t.same(half.released, ['2.5'])
})

t.test('a budget above demand presses on nothing', async (t) => {
  const { pressure, released } = settled([8], plannedLine(), { budget: { basis: 'places', places: ['70'] } })
  t.same(pressure, ['0'])
  t.same(released, ['8'])
})

t.test('growth presses on a budget of the opening, and not on a budget of demand', async (t) => {
  // In the second year 11 a month come: after six months 66 places, of which 6 are unfunded.
  const growing = { growth: '0.1' }
  const places = new Array<number>(18).fill(8)
  const opening = settled(places, plannedLine(), growing, { years: 2 })
  t.same(opening.pressure.slice(10), ['0', '0', '1', '2', '3', '4', '5', '6'])
  t.same(opening.absorbed.slice(10), ['0', '0', '1', '2', '3', '4', '5', '6'])
  t.same(opening.released.slice(10), ['8', '8', '7', '6', '5', '4', '3', '2'])
  const demand = settled(places, plannedLine(), { ...growing, budget: { basis: 'demand' } }, { years: 2 })
  t.same(demand.released.slice(10), new Array(8).fill('8'))
})

t.test('a rise in numbers is neither backfilled nor absorbed, and costs at once, plan or no plan', async (t) => {
  const budget: Partial<Demand> = { backfill: '0.25', budget: { basis: 'places', places: ['57'] } }
  for (const costs of [
    lineOf(),
    plannedLine(),
    plannedLine({ from: '2026-12' }),
    plannedLine({ noticeMonths: 6 }),
    plannedLine({ step: '4' }),
  ]) {
    const { backfilled, absorbed, empty, released } = settled([-4, -1], costs, budget)
    t.same(backfilled, ['0', '0'])
    t.same(absorbed, ['0', '0'])
    t.same(empty, ['-4', '-1'])
    t.same(released, ['-4', '-1'])
  }
})

t.test('with no plan nothing is released', async (t) => {
  const { empty, released } = settled([8, 8, -2], lineOf())
  t.same(empty, ['8', '8', '-2'])
  t.same(released, ['0', '0', '-2'])
})

t.test('notice: only what has stood empty throughout, and nothing stood empty before the case', async (t) => {
  // The least of this month and the two before it, where months before the case count as 0.
  const empty = [1, 3, 2, 5, 5, 6, 0, 4, 4, 4]
  t.same(settled(empty, plannedLine({ noticeMonths: 2 })).released, texts([0, 0, 1, 2, 2, 5, 0, 0, 0, 4]))
  t.same(settled(empty, plannedLine({ noticeMonths: 0 })).released, texts(empty))
  t.same(settled(empty, plannedLine({ noticeMonths: 20 })).released, texts([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
})

t.test('notice: a rise costs at once and starts the count again', async (t) => {
  const empty = [2, 2, 2, -1, 2, 2, 2]
  t.same(settled(empty, plannedLine({ noticeMonths: 2 })).released, texts([0, 0, 2, -1, 0, 0, 2]))
})

t.test('whole steps: a home of four closes when four places are empty', async (t) => {
  const empty = [3, 4, 7, 8, 9, 0, -3]
  t.same(settled(empty, plannedLine({ step: '4' })).released, texts([0, 4, 4, 8, 8, 0, -3]))
  t.same(settled(empty, plannedLine({ step: '2.5' })).released, texts([2.5, 2.5, 5, 7.5, 7.5, 0, -3]))
})

t.test('notice and steps together', async (t) => {
  // The least of two months, in fours: 0, 3, 4, 7, 8, 5, 5.
  const empty = [3, 4, 7, 8, 9, 5, 5]
  t.same(settled(empty, plannedLine({ step: '4', noticeMonths: 1 })).released, texts([0, 0, 4, 4, 8, 4, 4]))
})

t.test('a whole step is not lost to a last digit', async (t) => {
  // 4 × 0.75 × (1 ÷ 0.75) is 4, and 3.999…9 at 34 digits, because 1 ÷ 0.75 is 1.333…3.
  const step4 = (perMonth: string) => {
    const effect = {
      kind: 'exits' as const,
      demand: 'care',
      basis: 'referred' as const,
      chance: '1',
      monthsEarlier: 1,
      startsAfterMonths: 0,
    }
    const figures = figuresOf(
      caseOf({
        demand: [demandOf({ costs: [plannedLine({ step: '4' })] })],
        interventions: [interventionOf({ referrals: { perMonth, takeUp: '0.75' }, effects: [effect] })],
      }),
    )
    t.ok(figures.method.demands[0]?.avoided.stock.every((value) => figures.of(value).lessThan(perMonth)))
    return line(figures, 'demand.care.costs.place.releasedPlaces')[0]
  }
  t.equal(step4('4'), '4')
  t.equal(step4('3.99999'), '0')
})

t.test('a step that is a range is a step, or none where its central value is 0', async (t) => {
  const range = (central: string) => ({ central, low: '0', high: '8' })
  t.same(settled([3, 4, 7], plannedLine({ step: range('4') })).released, texts([0, 4, 4]))
  t.same(settled([3, 4, 7], plannedLine({ step: range('0') })).released, texts([3, 4, 7]))
})

t.test('before its first month a plan releases nothing, and notice may have run by then', async (t) => {
  const empty = [5, 5, 5, 5, 5]
  t.same(settled(empty, plannedLine({ from: '2026-07' })).released, texts([0, 0, 0, 5, 5]))
  t.same(settled(empty, plannedLine({ from: '2026-07', noticeMonths: 2 })).released, texts([0, 0, 0, 5, 5]))
  t.same(settled(empty, plannedLine({ from: '2026-07', noticeMonths: 4 })).released, texts([0, 0, 0, 0, 5]))
  t.same(settled([5, -2, 5, 5, 5], plannedLine({ from: '2026-07', noticeMonths: 1 })).released, texts([0, -2, 0, 5, 5]))
  t.same(settled(empty, plannedLine({ from: '2025-01' })).released, texts(empty), 'a plan already open')
  t.same(settled(empty, plannedLine({ from: '2030-01' })).released, texts([0, 0, 0, 0, 0]), 'a plan that never opens')
})

t.test('a line per entry settles entries against the entries the budget pays for', async (t) => {
  // Ten a month are budgeted of 12 in the second year; 5 are avoided, 1 of them backfilled: 2 absorbed, 2 left.
  const costs = plannedLine({}, { per: 'entry' })
  const figures = figuresOf(
    caseOf({
      years: 2,
      demand: [demandOf({ growth: '0.2', backfill: '0.2', costs: [costs] })],
      interventions: [interventionOf({ referrals: { perMonth: '5' }, effects: [certainEffect()] })],
    }),
  )
  const of = (name: string) => line(figures, `demand.care.costs.place.${name}`)
  for (const [name, first, second] of [
    ['avoided', '5', '5'],
    ['pressure', '0', '2'],
    ['backfilledPlaces', '1', '1'],
    ['absorbedPlaces', '0', '2'],
    ['emptyPlaces', '4', '2'],
    ['releasedPlaces', '4', '2'],
  ] as const) {
    t.same([of(name)[11], of(name)[12]], [first, second], name)
  }
})

import fc from 'fast-check'
import t from 'tap'
import { type CostAndEffect, frontier } from '../../src/answers/choosing/frontier.ts'
import { property, so } from '../properties/property.ts'

const options = (costs: readonly number[], effects: readonly number[]): CostAndEffect[] =>
  costs.map((cost, place) => ({ cost, effect: effects[place] as number }))

t.test('the published example', async (t) => {
  /*
   * In the order of cost:      A 5,000   B 10,000   C 12,000   D 25,000   E 35,000   F 55,000
   * with effects               1         2          1.5        3          4          5
   * C costs 2,000 more than B and gives 0.5 less: dominated by B.
   * Of the others, what each step costs for each unit gained:
   *   A → B  5,000 ÷ 1 = 5,000;  B → D  15,000 ÷ 1 = 15,000;  D → E  10,000 ÷ 1 = 10,000;  E → F  20,000 ÷ 1 = 20,000.
   * The step to D (15,000) costs more than the step beyond it (10,000): D is extendedly dominated by B and E. Without it:
   *   A → B  5,000;  B → E  25,000 ÷ 2 = 12,500;  E → F  20,000. They rise, so A, B, E and F are the frontier.
   */
  const found = frontier(options([5000, 10000, 12000, 25000, 35000, 55000], [1, 2, 1.5, 3, 4, 5]))
  t.same(found, [
    { status: 'frontier', by: [] },
    { status: 'frontier', by: [], step: { from: 0, cost: 5000, effect: 1, ratio: 5000 } },
    { status: 'dominated', by: [1] },
    { status: 'extendedly-dominated', by: [1, 4] },
    { status: 'frontier', by: [], step: { from: 1, cost: 25000, effect: 2, ratio: 12500 } },
    { status: 'frontier', by: [], step: { from: 4, cost: 20000, effect: 1, ratio: 20000 } },
  ])
})

t.test('edges: none, one, the same twice, a straight line, a cost that gives nothing', async (t) => {
  const statuses = (costs: number[], effects: number[]) => frontier(options(costs, effects)).map(({ status }) => status)
  t.same(frontier([]), [])
  t.same(statuses([7], [-3]), ['frontier'])
  t.same(statuses([7, 7], [2, 2]), ['frontier', 'dominated'], 'the first stands for both')
  t.same(statuses([7, 7], [2, 3]), ['dominated', 'frontier'])
  t.same(statuses([0, 1, 2], [0, 10, 20]), ['frontier', 'frontier', 'frontier'], 'a step that costs as much as the next is not above it')
  t.same(statuses([0, 5], [0, 0]), ['frontier', 'dominated'])
  t.same(statuses([55000, 5000], [5, 1]), ['frontier', 'frontier'], 'in any order')
})

/** Whole numbers, so that the definitions can be worked out without rounding. */
const someOptions = fc.array(fc.record({ cost: fc.integer({ min: 0, max: 30 }), effect: fc.integer({ min: -10, max: 20 }) }), {
  minLength: 1,
  maxLength: 12,
})

property(
  'each option stands as its definition says',
  someOptions,
  (all) => {
    const dominates = (b: CostAndEffect, a: CostAndEffect, isEarlier: boolean) =>
      b.cost <= a.cost && b.effect >= a.effect && (b.cost < a.cost || b.effect > a.effect || isEarlier)
    for (const [place, { status }] of frontier(all).entries()) {
      const a = all[place] as CostAndEffect
      const isDominated = all.some((b, other) => other !== place && dominates(b, a, other < place))
      // Some part of b and the rest of c costs no more and gives more: a lies below the line between them.
      const isBelow = all.some((b) =>
        all.some(
          (c) =>
            b.cost < a.cost && a.cost < c.cost && (a.effect - b.effect) * (c.cost - b.cost) < (c.effect - b.effect) * (a.cost - b.cost),
        ),
      )
      const expected = isDominated ? 'dominated' : isBelow ? 'extendedly-dominated' : 'frontier'
      so(status === expected, `${JSON.stringify(a)} of ${JSON.stringify(all)} is ${status}, not ${expected}`)
    }
  },
  500,
)

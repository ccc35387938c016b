import { Decimal } from 'decimal.js'
import t from 'tap'
import { quadrature } from '../../src/method/quadrature.ts'

const Wide = Decimal.clone({ precision: 60 })

t.test('the moments ∫ xᵏ dx = 1 ÷ (k + 1) on 0 … 1, to 40 places', async (t) => {
  for (let degree = 0; degree <= 19; degree++) {
    const rule = quadrature(degree)
    t.equal(rule.length, Math.floor(degree / 2) + 1, `${rule.length} points for degree ${degree}`)
    for (let k = 0; k <= degree; k++) {
      const moment = rule.reduce((sum, { at, weight }) => sum.plus(new Wide(weight).times(new Wide(at).pow(k))), new Wide(0))
      t.ok(
        moment
          .minus(new Wide(1).dividedBy(k + 1))
          .abs()
          .lessThan('1e-40'),
        `the moment of x^${k} with degree ${degree}`,
      )
    }
  }
})

t.test('the rules are no finer than they say: one degree more is not exact', async (t) => {
  for (const degree of [1, 3, 5]) {
    const moment = quadrature(degree).reduce(
      (sum, { at, weight }) => sum.plus(new Wide(weight).times(new Wide(at).pow(degree + 1))),
      new Wide(0),
    )
    t.ok(
      moment
        .minus(new Wide(1).dividedBy(degree + 2))
        .abs()
        .greaterThan('1e-6'),
    )
  }
})

t.test('points stand inside 0 … 1 and mirror each other', async (t) => {
  for (let degree = 1; degree <= 19; degree += 2) {
    const rule = quadrature(degree)
    for (const [place, { at, weight }] of rule.entries()) {
      t.ok(Number(at) > 0 && Number(at) < 1 && Number(weight) > 0)
      const mirror = rule[rule.length - 1 - place]
      t.equal(new Wide(at).plus(mirror?.at ?? 0).toFixed(), '1')
      t.equal(weight, mirror?.weight)
    }
  }
})

t.test('there is a rule for twenty interventions and no more', async (t) => {
  t.equal(quadrature(19).length, 10)
  t.throws(() => quadrature(20), new RangeError('no quadrature rule for a polynomial of degree 20'))
})

import fc from 'fast-check'
import t from 'tap'
import { operationsOf } from '../../src/answers/cost/operations.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { loadLibrary } from '../../src/http/library.ts'
import { appraisal } from '../../src/method/appraisal.ts'
import { scenarios } from '../http/service.ts'
import { anyCase } from '../properties/random-cases.ts'
import { everyWay, largeCase, largestShape, type Shape, shapes } from './large-cases.ts'

/*
 * The price of a case against the graph that is then written for it: as an appraisal writes it, and, what is larger, with every quantity an
 * input and every intervention to be switched, as the other questions write it.
 */

const silent = { warn() {}, error() {}, info() {} } as never

function sizes(given: object): { price: number; plain: number; varied: number } {
  const { case: complete, register } = completeCase(given)
  return {
    price: operationsOf(complete, register.size),
    plain: appraisal(complete, register).book.graph.size,
    varied: appraisal(complete, register, () => true, true).book.graph.size,
  }
}

t.test('no scenario of the library is priced below its size, nor above two and a half times what an appraisal takes', async (t) => {
  const { scenarios: library } = loadLibrary(scenarios, silent)
  t.ok(library.length >= 18)
  for (const { id, case: given } of library) {
    const { price, plain, varied } = sizes(given)
    t.ok(price >= varied, `${id}: ${price} for ${varied}`)
    t.ok(price <= 2.5 * plain, `${id}: ${price} for ${plain}`)
  }
})

t.test('no random case is priced below its size', async (t) => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const { price, varied } = sizes(given)
      return price >= varied
    }),
    { numRuns: 300, seed: 20 },
  )
  t.pass()
})

t.test('a case in which nothing folds is priced between its size and two and a half times that', async (t) => {
  const acting = shapes.filter(({ interventions, acts, ways }) => interventions > 0 && acts > 0 && ways < 512)
  fc.assert(
    fc.property(acting, (shape) => {
      const { price, varied } = sizes(largeCase(shape))
      return price >= varied && price <= 2.5 * varied
    }),
    { numRuns: 60, seed: 21 },
  )
  t.pass()
})

t.test('the most of one thing at a time is priced above its size, whatever it is the most of', async (t) => {
  const few: Shape = { ...largestShape, years: 10, demands: 1, lines: 2, interventions: 2, acts: 1, costs: 1, savings: 1 }
  const most: Partial<Shape>[] = [
    { demands: 20 },
    { lines: 30 },
    { interventions: 20 },
    { costs: 30 },
    { savings: 30 },
    { years: 30 },
    { interventions: 20, overlap: 'disjoint' },
    { ways: 0 },
    { ways: everyWay },
    { ways: 0, interventions: 20, lines: 0 },
  ]
  for (const shape of most) {
    const { price, varied } = sizes(largeCase({ ...few, ...shape }))
    t.ok(price >= varied && price <= 2.5 * varied, `${JSON.stringify(shape)}: ${price} for ${varied}`)
  }
})

t.test('a base year far from the case is priced, since prices are compounded over every year between', async (t) => {
  const given = { ...largeCase({ ...largestShape, years: 30, demands: 1, lines: 10, interventions: 1, acts: 1, costs: 0, savings: 0 }) }
  const near = sizes(given)
  const byYear = Object.fromEntries(
    Array.from({ length: 165 }, (_, place) => [`${2026 + place}-${String((27 + place) % 100).padStart(2, '0')}`, `0.0${1 + (place % 9)}`]),
  )
  // Thirty-one years, each divided by the 134 to 164 years up to 2190-91, of which none is shared: 31 × 149 = 4,619 products more.
  const listed = sizes({ ...given, prices: { inflation: byYear, baseYear: '2190-91' } })
  t.ok(listed.varied - near.varied > 4_500)
  t.ok(listed.price >= listed.varied, `${listed.price} for ${listed.varied}`)
  // Eleven lines of which each compounds over 160 years.
  const long = sizes({ ...given, prices: { inflation: '0.02', baseYear: '1966-67' } })
  t.ok(long.price >= long.varied, `${long.price} for ${long.varied}`)
})

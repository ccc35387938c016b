import t from 'tap'
import { sample } from '../../src/uncertainty/sampling.ts'
import { correlation } from './numbers.ts'

function drawn(sampling: 'random' | 'latin-hypercube', path: string, block: number, length: number): Float64Array {
  const numbers = new Float64Array(length)
  sample(sampling, 'seed', path, block, numbers)
  return numbers
}

t.test('latin hypercube: one number in each stratum, in a full block and in a short one', async (t) => {
  for (const length of [1, 2, 7, 100, 1024]) {
    const numbers = drawn('latin-hypercube', 'a', 3, length)
    const strata = [...numbers].map((u) => Math.floor(u * length)).sort((a, b) => a - b)
    t.same(strata, [...strata.keys()], `${length} draws`)
    t.ok(numbers.every((u) => u > 0 && u < 1))
  }
})

t.test('each path and block has an order of its own', async (t) => {
  const [a, b, c] = [drawn('latin-hypercube', 'a', 0, 1024), drawn('latin-hypercube', 'b', 0, 1024), drawn('latin-hypercube', 'a', 1, 1024)]
  const within = 4 / Math.sqrt(1024)
  t.ok(Math.abs(correlation(a, b)) < within)
  t.ok(Math.abs(correlation(a, c)) < within)
  const upwards = Float64Array.from(a.keys())
  t.ok(Math.abs(correlation(a, upwards)) < within, 'and the order is shuffled')
})

t.test('the shuffle gives every order as often', async (t) => {
  // 3,000 blocks of three draws: six orders, 500 of each expected; scipy.stats.chi2.ppf(0.999, 5) = 20.52
  const counts = new Map<string, number>()
  for (let block = 0; block < 3000; block++) {
    const order = [...drawn('latin-hypercube', 'a', block, 3)].map((u) => Math.floor(u * 3)).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  t.equal(counts.size, 6)
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0)
  t.ok(chiSquare < 20.52, `${chiSquare}`)
})

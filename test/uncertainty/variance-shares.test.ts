import t from 'tap'
import { PairedSampler } from '../../src/uncertainty/paired-sampler.ts'
import { centreOf, type Evaluate, shareSums, sharesOf, varianceShares } from '../../src/uncertainty/variance-shares.ts'
import { near, range } from './numbers.ts'

const inputs = ['x1', 'x2', 'x3'].map((path) => range(path, 'uniform', '-3.141592653589793', '0', '3.141592653589793'))

/** Ishigami and Homma (1990), a = 7, b = 0.1. */
const ishigami: Evaluate = ([a, b, c], count) =>
  Float64Array.from({ length: count }, (_, draw) => {
    const [x, y, z] = [a?.[draw], b?.[draw], c?.[draw]] as [number, number, number]
    return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x)
  })

t.test('the Ishigami function has its published indices, within four standard errors', async (t) => {
  const source = new PairedSampler({ inputs, seed: 'ishigami', draws: 30_000 })
  const shares = varianceShares(source, ishigami)
  // V = a²/8 + bπ⁴/5 + b²π⁸/18 + ½; V1 = ½ (1 + bπ⁴/5)²; V2 = a²/8; V13 = b²π⁸ (1/18 − 1/50)
  const expected = { x1: [0.3139, 0.5576], x2: [0.4424, 0.4424], x3: [0, 0.2437] } as const
  for (const { path, first, firstError, total, totalError } of shares) {
    const [one, all] = expected[path as keyof typeof expected]
    t.ok(Math.abs((first as number) - one) < 4 * (firstError as number) + 5e-5, `${path} first ${first} ± ${firstError}`)
    t.ok(Math.abs((total as number) - all) < 4 * (totalError as number) + 5e-5, `${path} total ${total} ± ${totalError}`)
    t.ok((firstError as number) < 0.02 && (totalError as number) < 0.02, 'and the errors are small')
  }
})

t.test('stated errors are those that other seeds show', async (t) => {
  const runs = Array.from({ length: 30 }, (_, run) =>
    varianceShares(new PairedSampler({ inputs, seed: `run ${run}`, draws: 2000 }), ishigami),
  )
  for (const place of [0, 1, 2]) {
    for (const order of ['first', 'total'] as const) {
      const values = runs.map((shares) => shares[place]?.[order] as number)
      const mean = values.reduce((sum, value) => sum + value, 0) / 30
      const found = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 29)
      const stated = Math.sqrt(runs.reduce((sum, shares) => sum + (shares[place]?.[`${order}Error`] as number) ** 2, 0) / 30)
      // The scatter of 30 runs is itself known to one part in √58, about 13%.
      t.ok(near(stated, found, 0.5), `${order} of x${place + 1}: stated ${stated}, found ${found}`)
    }
  }
})

t.test('a sum: shares are those of the variances, even on a mean that is a thousand times larger', async (t) => {
  // Uniform widths 1, 2 and 3 have variances 1, 4 and 9 twelfths: shares 1/14, 4/14, 9/14, first and total alike.
  const sums = [1, 2, 3].map((width) => range(`w${width}`, 'uniform', '1000', '1000', String(1000 + width)))
  const shares = varianceShares(new PairedSampler({ inputs: sums, seed: 's', draws: 20_000 }), (columns, count) =>
    Float64Array.from({ length: count }, (_, draw) => columns.reduce((sum, column) => sum + (column[draw] as number), 0)),
  )
  for (const [place, { first, firstError, total, totalError }] of shares.entries()) {
    const expected = (place + 1) ** 2 / 14
    t.ok(Math.abs((first as number) - expected) < 4 * (firstError as number), `${first} ± ${firstError}`)
    t.ok(Math.abs((total as number) - expected) < 4 * (totalError as number), `${total} ± ${totalError}`)
    t.ok((firstError as number) < 0.02)
  }
})

t.test('blocks worked out apart give the same bytes, and a reused result does no harm', async (t) => {
  const source = new PairedSampler({ inputs, seed: 'apart', draws: 3000 })
  const memory = new Float64Array(1024)
  const reusing: Evaluate = (columns, count) => {
    memory.set(ishigami(columns, count))
    return memory
  }
  const centre = centreOf(source, reusing)
  const blocks = [2, 1, 0].map((block) => shareSums(source.block(block), reusing, centre)).reverse()
  t.same(sharesOf(source.paths, blocks), varianceShares(source, ishigami))
})

t.test('a measure that never varies has no variance to share, and no ranges have no shares', async (t) => {
  const source = new PairedSampler({ inputs, seed: 'flat', draws: 1000 })
  for (const share of varianceShares(source, (_, count) => new Float64Array(count).fill(0.1))) {
    t.match(share, { first: null, firstError: null, total: null, totalError: null })
  }
  t.same(
    varianceShares(new PairedSampler({ inputs: [], seed: 'none', draws: 10 }), () => new Float64Array(10)),
    [],
  )
})

import t from 'tap'
import { PairedSampler } from '../../src/uncertainty/paired-sampler.ts'
import { Sampler } from '../../src/uncertainty/sampler.ts'
import { UnusableRanges } from '../../src/uncertainty/unusable-ranges.ts'
import { allDraws, correlation, range, same } from './numbers.ts'

const entries = range('demand.care.entriesPerYear', 'pert', '20', '30', '60')
const reduction = range('interventions.fgc.effects.care.reduction', 'normal', '0.1', '0.2', '0.3', '0')
const price = range('demand.care.costs.ifa.amount', 'lognormal', '800', '1000', '1250', '0')
const stay = range('demand.care.stay.months', 'triangular', '6', '24', '36')
const options = { correlations: [], seed: 'a seed', sampling: 'random' as const, draws: 3000 }

t.test('adding, leaving out or moving a range does not change the draws of the others', async (t) => {
  for (const sampling of ['random', 'latin-hypercube'] as const) {
    const few = allDraws(new Sampler({ ...options, sampling, inputs: [entries, price] }))
    const more = allDraws(new Sampler({ ...options, sampling, inputs: [stay, price, reduction, entries] }))
    t.ok(same(more[3], few[0]))
    t.ok(same(more[1], few[1]))
  }
})

t.test('blocks can be made in any order and by anybody', async (t) => {
  const inputs = [entries, reduction, price]
  const forward = new Sampler({ ...options, inputs })
  const backward = new Sampler({ ...options, inputs })
  const made = [0, 1, 2].map((block) => forward.block(block))
  for (const block of [2, 0, 1, 0]) t.ok(backward.block(block).every((column, place) => same(column, made[block]?.[place])))
  t.same(
    made.map((columns) => columns.map(({ length }) => length)),
    [
      [1024, 1024, 1024],
      [1024, 1024, 1024],
      [952, 952, 952],
    ],
  )
  const into = inputs.map(() => new Float64Array(1024))
  t.ok(
    backward.block(2, into).every((column, place) => same(column, made[2]?.[place])),
    'and into memory that is there',
  )
  t.equal(into[0]?.[0], made[2]?.[0]?.[0])
  t.throws(() => forward.block(3), new RangeError('there is no block 3 of 3'))
  t.throws(() => forward.block(-1), RangeError)
})

t.test('1,000 random draws are the first 1,000 of 10,000', async (t) => {
  const inputs = [entries, price]
  const correlations = [{ between: [entries.path, price.path], rho: '0.5' }]
  const few = allDraws(new Sampler({ ...options, inputs, correlations, draws: 1000 }))
  const many = allDraws(new Sampler({ ...options, inputs, correlations, draws: 10_000 }))
  for (const [place, column] of few.entries()) t.ok(same(column, many[place]?.subarray(0, 1000)))
})

t.test('says what was cut off and where draws centre elsewhere', async (t) => {
  const cut = { ...reduction, low: '0', central: '0.1', high: '0.3' }
  const far = { ...price, path: 'far' }
  const { notes, truncations, paths, blocks } = new Sampler({ ...options, inputs: [entries, cut, far] })
  t.same(paths, [entries.path, cut.path, 'far'])
  t.equal(blocks, 3)
  t.same(
    notes.map(({ path }) => path),
    [cut.path],
  )
  t.match(notes[0]?.note, /below 0\.15, the middle of low and high/)
  t.equal(truncations.length, 1)
  t.equal(truncations[0]?.path, cut.path)
  t.ok(Math.abs((truncations[0]?.probability as number) - 0.025) < 1e-12, 'low is the 2.5% end and the legal minimum')
  const drawn = allDraws(new Sampler({ ...options, inputs: [cut] }))[0] as Float64Array
  t.ok(drawn.every((value) => value >= 0))
})

t.test('a path twice, or no draws, is refused', async (t) => {
  t.throws(() => new Sampler({ ...options, inputs: [entries, entries] }), UnusableRanges)
  for (const draws of [0, 1.5, Number.NaN]) t.throws(() => new Sampler({ ...options, inputs: [entries], draws }), TypeError)
})

t.test('two samples that know nothing of each other', async (t) => {
  const paired = new PairedSampler({ inputs: [entries, stay], seed: 'a seed', draws: 10_000 })
  const single = new Sampler({ ...options, inputs: [entries, stay], draws: 10_000 })
  const expected = single.block(4)
  t.ok(paired.block(4).first.every((column, place) => same(column, expected[place])))
  const first = allDraws({ blocks: paired.blocks, block: (block) => paired.block(block).first })
  const second = allDraws({ blocks: paired.blocks, block: (block) => paired.block(block).second })
  for (const one of first) for (const other of second) t.ok(Math.abs(correlation(one, other)) < 4 / Math.sqrt(10_000))
})

import fc from 'fast-check'
import t from 'tap'
import { drawsPerBlock, uniforms } from '../../src/uncertainty/streams.ts'
import { correlation } from './numbers.ts'

function stream(seed: string, path: string, block: number, length = drawsPerBlock): Float64Array {
  const numbers = new Float64Array(length)
  uniforms(seed, path, block, numbers)
  return numbers
}

t.test('the numbers of an independent implementation', async (t) => {
  // In Python: hashlib.sha256(b'["seed","demand.care.entriesPerYear",3]'), its first 16 bytes as four little-endian words s01 s00 s11 s10;
  // xoroshiro128+ (24, 16, 37) on whole integers of 64 bits; the lower word of each sum >> 6, two to a number: ((a << 26 | b) * 2 + 1) / 2**53.
  t.same(
    [...stream('seed', 'demand.care.entriesPerYear', 3, 4)],
    [0.11705129506357304, 0.5805446532790873, 0.014746041428061907, 0.06719790670234393],
  )
  t.same([...stream('', '', 0, 2)], [0.498545728065647, 0.09684572208020314])
})

t.test('a shorter block begins a longer one, and seed, path and block each make another stream', async (t) => {
  t.same([...stream('1', 'a', 0, 10)], [...stream('1', 'a', 0, 500)].slice(0, 10))
  const firsts = [stream('1', 'a', 0, 1), stream('2', 'a', 0, 1), stream('1', 'b', 0, 1), stream('1', 'a', 1, 1), stream('1a', '', 0, 1)]
  t.equal(new Set(firsts.map(([first]) => first)).size, 5)
})

t.test('strictly between 0 and 1, odd multiples of 2⁻⁵³', async (t) => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (seed, path, block) =>
      stream(seed, path, block, 200).every((u) => u > 0 && u < 1 && (u * 2 ** 53) % 2 === 1),
    ),
    { numRuns: 100, seed: 7 },
  )
  t.pass()
})

t.test('even: chi-square over 256 cells, and Kolmogorov and Smirnov', async (t) => {
  const numbers = Array.from({ length: 100 }, (_, block) => [...stream('even', 'path', block)]).flat()
  const cells = new Float64Array(256)
  for (const u of numbers) cells[Math.floor(u * 256)] = (cells[Math.floor(u * 256)] as number) + 1
  const expected = numbers.length / 256
  const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // scipy.stats.chi2.ppf([0.0005, 0.9995], 255) = 186.85, 335.69
  t.ok(chiSquare > 186.85 && chiSquare < 335.69, `${chiSquare}`)
  const sorted = Float64Array.from(numbers).sort()
  const apart = sorted.reduce((most, u, place) => Math.max(most, u - place / sorted.length, (place + 1) / sorted.length - u), 0)
  // scipy.stats.kstwobign.ppf(0.999) = 1.9495
  t.ok(apart * Math.sqrt(sorted.length) < 1.9495, `${apart}`)
})

t.test('streams of neighbouring paths and blocks, and neighbours in a stream, are not correlated', async (t) => {
  const long = (path: string, offset: number) =>
    Float64Array.from(Array.from({ length: 50 }, (_, block) => [...stream('s', path, block + offset)]).flat())
  const a = long('costs.0', 0)
  const within = 4 / Math.sqrt(a.length)
  t.ok(Math.abs(correlation(a, long('costs.1', 0))) < within)
  t.ok(Math.abs(correlation(a, long('costs.0', 1000))) < within)
  t.ok(Math.abs(correlation(a.subarray(1), a.subarray(0, -1))) < within)
})

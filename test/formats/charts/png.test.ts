import { inflateSync } from 'node:zlib'
import t from 'tap'
import { ladderOf } from '../../../src/formats/charts/answer-data.ts'
import { ladderChart } from '../../../src/formats/charts/ladder.ts'
import { pngOf } from '../../../src/formats/charts/png.ts'
import { answersOf, scenarios } from './every-chart.ts'

/* A chart as a PNG, read by the letter of its format: its size, and its pixels. */

/** The size of a PNG of eight bits a channel, and its pixels as bytes of red, green, blue (and opacity), its filters undone. */
function pixelsOf(png: Uint8Array) {
  const bytes = Buffer.from(png)
  const [width, height, depth, colour] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[24], bytes[25]]
  const channels = colour === 6 ? 4 : 3
  const data: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  const raw = inflateSync(Buffer.concat(data))
  const row = width * channels
  const pixels = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)] as number
    for (let x = 0; x < row; x++) {
      const left = x < channels ? 0 : (pixels[y * row + x - channels] as number)
      const up = y === 0 ? 0 : (pixels[(y - 1) * row + x] as number)
      const corner = x < channels || y === 0 ? 0 : (pixels[(y - 1) * row + x - channels] as number)
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner
      const added = [0, left, up, (left + up) >> 1, paeth][filter] as number
      pixels[y * row + x] = (raw[y * (row + 1) + 1 + x] as number) + added
    }
  }
  const at = (x: number, y: number) => [...pixels.subarray(y * row + x * channels, y * row + x * channels + 3)]
  return { width, height, depth, at }
}

t.test('a ladder as a PNG', async (t) => {
  const given = scenarios.get('minimal')
  if (given === undefined) throw new Error('there is no smallest case')
  const svg = ladderChart('ladder', ladderOf(answersOf(given).answer))
  const { width, height, depth, at } = pixelsOf(await pngOf(svg, 1440))
  // The chart is 720 by 380.
  t.same([width, height, depth], [1440, 760, 8])
  t.same(at(3, 3), [255, 255, 255], 'white paper')
  // Two bars and nothing between but a dotted line: a quarter and three quarters across are within them, in their middle.
  t.same(at(454, 500), [0x17, 0x40, 0x6d], 'the first bar')
  t.same(at(1046, 500), [0x17, 0x40, 0x6d], 'the second')
  const dark = (x0: number, x1: number, y0: number, y1: number) => {
    let sum = 0
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += (at(x, y)[0] as number) < 100 ? 1 : 0
    return sum
  }
  // Below the axis, at 350 of 380, there are only the names of the bars.
  t.ok(dark(300, 600, 706, 756) > 300, 'there is a name under the first bar')
  t.ok(dark(0, 60, 0, 760) > 200, 'there are amounts at the left')
})

t.test('the same bytes whatever the machine, and no more than a narrow one needs', async (t) => {
  const data = { avoided: { label: 'a', pounds: 1 }, rungs: [], cash: { label: 'b', pounds: 1 } }
  const svg = ladderChart('ladder', data, 'narrow')
  t.same(await pngOf(svg, 360), await pngOf(svg, 360))
  t.equal(pixelsOf(await pngOf(svg, 360)).width, 360)
  await t.rejects(pngOf('no picture', 100))
})

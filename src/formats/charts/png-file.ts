import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'

/** An image: red, green, blue and opacity of each pixel as a byte each, row after row from the top. */
export interface Image {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const bytesAPixel = 4
/** Eight bits a channel, with opacity, packed by deflate, rows as they are, not interlaced. */
const kind = [8, 6, 0, 0, 0]
/** Charts are even surfaces: packing them harder saves a fifth of their size and takes twice as long. */
const level = 3

/**
 * An image as a PNG file. It is packed on a thread of Node's own, so that the thread that asks can go on: an encoder that packs where it is
 * called takes an eighth of the time of a paper. Source: PNG specification (W3C), third edition.
 */
export async function pngFile({ width, height, pixels }: Image): Promise<Uint8Array> {
  const row = width * bytesAPixel
  // Each row begins with the number of its filter: 0 for none.
  const rows = Buffer.alloc((row + 1) * height)
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1)
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const packed = await promisify(deflate)(rows, { level })
  return Buffer.concat([
    Buffer.from(signature),
    chunk('IHDR', Buffer.concat([size, Buffer.from(kind)])),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A part of the file: how long it is, its name, its bytes, and a check sum of both. */
function chunk(name: string, bytes: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(bytes.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

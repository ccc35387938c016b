import { inflateRawSync } from 'node:zlib'

/*
 * What a workbook would unpack to, read from the directory at the end of the zip file before anything is unpacked. The reader of the workbook unpacks
 * no part further than its directory says, so that these limits hold for what it really does.
 */

/** The largest workbook that is unpacked: the template filled with the largest legal case has a few megabytes. */
export const unpackedLimit = 24 * 1024 * 1024
/** A workbook of the template has some thirty parts. */
export const partLimit = 300

/** One part of a zip file, as its directory has it. */
export interface Part {
  name: string
  packed: number
  unpacked: number
  method: number
  offset: number
}

/** A file that is no zip file, or one that is not unpacked. `isTooLarge` tells the two apart. */
export class ZipFault extends Error {
  readonly isTooLarge: boolean

  constructor(message: string, isTooLarge = false) {
    super(message)
    this.name = 'ZipFault'
    this.isTooLarge = isTooLarge
  }
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const longMark = 0x07064b50
const endLength = 22
const entryLength = 46

/** The parts of a zip file. Throws a ZipFault where it is none, is cut off, is in the 64-bit form, names a part twice, or unpacks to too much. */
export function partsOf(bytes: Buffer): Part[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1 || end + endLength > bytes.length || bytes.readUInt32LE(end) !== endMark)
    throw new ZipFault('the file is cut off, or is no zip file')
  // The 64-bit form has a directory of its own, which would be read in place of this one.
  if (end >= 20 && bytes.readUInt32LE(end - 20) === longMark)
    throw new ZipFault('it is in the 64-bit form of a zip file, which is not read')
  const count = bytes.readUInt16LE(end + 10)
  if (count > partLimit) throw new ZipFault(`it has ${count} parts, and at most ${partLimit} are read`, true)
  const parts: Part[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let read = 0; read < count; read += 1) {
    if (at + entryLength > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw new ZipFault('its directory of parts is damaged')
    const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number]
    const name = bytes.toString('utf8', at + entryLength, at + entryLength + lengths[0])
    parts.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += entryLength + lengths[0] + lengths[1] + lengths[2]
  }
  checked(parts, bytes.length)
  return parts
}

function checked(parts: readonly Part[], length: number): void {
  if (new Set(parts.map(({ name }) => name.toLowerCase())).size < parts.length) throw new ZipFault('it has two parts of the same name')
  for (const { name, packed, unpacked, method, offset } of parts) {
    const isOutside = offset + packed > length
    const isUnsaid = unpacked === 0 && packed > 2
    if (isOutside || isUnsaid || (packed === 0 && unpacked > 0) || (method !== 0 && method !== 8))
      throw new ZipFault('its directory of parts is damaged')
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|\\|:/.test(name)) throw new ZipFault('one of its parts points outside the file')
    if (method === 0 && packed !== unpacked) throw new ZipFault('its directory of parts is damaged')
  }
  const total = parts.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (total > unpackedLimit) {
    const megabytes = Math.ceil(total / 1024 / 1024)
    throw new ZipFault(`it unpacks to ${megabytes} MB, and at most ${unpackedLimit / 1024 / 1024} MB are read`, true)
  }
}

/** One part, unpacked no further than its directory says. Throws where it would go further. */
export function unpacked(bytes: Buffer, { packed, unpacked: most, method, offset }: Part): Buffer {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const data = bytes.subarray(start, start + packed)
  return method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, most) })
}

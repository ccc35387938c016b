import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endLength = 22
const entryLength = 46
const localLength = 30
const deflated = 8
/** The first day that a zip file can tell of: the same file has the same bytes whenever it is written. */
const noTime = 0x00210000

/** One entry of the directory at the end of a zip file: its head, its name and what follows, and the packed bytes it stands for. */
interface Entry {
  head: Buffer
  name: Buffer
  tail: Buffer
  packed: Buffer
}

/**
 * A zip file with some of its parts written anew; the others keep their bytes as they are packed. `edit` is given the name and text of each
 * part that `isChosen` names, and gives the new text. Throws an Error for bytes that are no plain zip file: it is for files that we wrote.
 */
export function withParts(
  bytes: Uint8Array,
  isChosen: (name: string) => boolean,
  edit: (text: string, name: string) => string,
): Uint8Array {
  const entries = entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).map((entry): Entry => {
    const name = entry.name.toString('utf8')
    if (!isChosen(name)) return entry
    const method = entry.head.readUInt16LE(10)
    const text = Buffer.from(edit((method === deflated ? inflateRawSync(entry.packed) : entry.packed).toString('utf8'), name))
    const packed = deflateRawSync(text)
    const head = Buffer.from(entry.head)
    head.writeUInt16LE(deflated, 10)
    head.writeUInt32LE(crc32(text), 16)
    head.writeUInt32LE(packed.length, 20)
    head.writeUInt32LE(text.length, 24)
    return { ...entry, head, packed }
  })
  return written(entries)
}

function entriesOf(file: Buffer): Entry[] {
  const end = file.length - endLength
  if (end < 0 || file.readUInt32LE(end) !== endMark) throw new Error('the file as written is no plain zip file')
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (file.readUInt32LE(at) !== entryMark) throw new Error('the file as written has a broken directory')
    const head = file.subarray(at, at + entryLength)
    const nameEnd = at + entryLength + head.readUInt16LE(28)
    const tailEnd = nameEnd + head.readUInt16LE(30) + head.readUInt16LE(32)
    const local = head.readUInt32LE(42)
    const start = local + localLength + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    entries.push({
      head,
      name: file.subarray(at + entryLength, nameEnd),
      tail: file.subarray(nameEnd, tailEnd),
      packed: file.subarray(start, start + head.readUInt32LE(20)),
    })
    at = tailEnd
  }
  return entries
}

/** The entries one after another, each with its local head, then the directory. Sizes are known, so nothing follows the packed bytes. */
function written(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { head, name, tail, packed } of entries) {
    const flags = head.readUInt16LE(8) & ~0x0008
    const local = Buffer.alloc(localLength)
    local.writeUInt32LE(localMark, 0)
    head.copy(local, 4, 6, 28)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(name.length, 26)
    local.writeUInt32LE(noTime, 10)
    const entry = Buffer.from(head)
    entry.writeUInt32LE(noTime, 12)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, name, packed)
    directory.push(entry, name, tail)
    offset += localLength + name.length + packed.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(endLength)
  end.writeUInt32LE(endMark, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

import { crc32, deflateRawSync } from 'node:zlib'
import type { Scenario } from '../../src/case/scenario.ts'
import { tables } from '../../src/tables/tables.ts'
import { scenarioInTables } from '../../src/tables/to-tables.ts'
import { tablesWorkbook } from '../../src/tables/write-xlsx.ts'
import { partsOf, unpacked } from '../../src/tables/zip-bounds.ts'

/* Workbooks that no spreadsheet would write: parts of a good one taken apart, spoilt, and zipped again by hand. */

/** The parts of a workbook, as texts by their names. */
export type Parts = Map<string, string>

/** The parts of the filled-in template of a scenario. */
export async function partsOfWorkbook(scenario: Scenario): Promise<Parts> {
  const bytes = Buffer.from(await tablesWorkbook(scenarioInTables(scenario)))
  return new Map(partsOf(bytes).map((part) => [part.name, unpacked(bytes, part).toString('utf8')]))
}

/** The name of the part of a table's sheet: the sheet of instructions comes first. */
export function partOf(table: string): string {
  return `xl/worksheets/sheet${tables.findIndex(({ name }) => name === table) + 2}.xml`
}

/** What a part says of itself in the directory of a zip file, where it is not the truth. */
export interface Told {
  unpacked?: number
  name?: string
}

/** A zip file of some parts. `told` puts something else into its directory than what is there. */
export function zipped(parts: Iterable<readonly [string, string | Buffer]>, told: Readonly<Record<string, Told>> = {}): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const { name: saidName = name, unpacked: size = bytes.length } = told[name] ?? {}
    const written = Buffer.from(saidName)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(size, 18)
    about.writeUInt16LE(written.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, written, packed])
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02', 'latin1')
    entry.writeUInt16LE(20, 4)
    about.copy(entry, 6)
    entry.writeUInt16LE(written.length, 28)
    entry.writeUInt32LE(offset, 42)
    files.push(local)
    directory.push(Buffer.concat([entry, written]))
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listed, end])
}

/** A workbook with one part changed. */
export function withPart(parts: Parts, name: string, change: (text: string) => string): Buffer {
  const before = parts.get(name)
  if (before === undefined) throw new Error(`There is no part ${name}.`)
  const after = change(before)
  if (after === before) throw new Error(`Nothing was changed in ${name}.`)
  return zipped([...parts].map(([each, text]) => [each, each === name ? after : text] as const))
}

/** A sheet with other content in one of its cells: what stands between <c r="C4" …> and </c>, and the cell's type. */
export function withCell(cell: string, content: string, type = ''): (sheet: string) => string {
  return (sheet) =>
    sheet.replace(new RegExp(`<c r="${cell}"([^>]*?)( t="\\w+")?([^>]*?)(/>|>.*?</c>)`), (_, before: string, __, after: string) => {
      const typed = type === '' ? '' : ` t="${type}"`
      return `<c r="${cell}"${before}${typed}${after}>${content}</c>`
    })
}

import type { Assembled } from '../case/assemble.ts'
import { csvText, readCsvSet } from '../tables/csv-set.ts'
import { caseFromTables } from '../tables/from-tables.ts'
import { readWorkbook } from '../tables/read-workbook.ts'

/** One file of a case: a workbook, or a CSV file of one of its tables. */
export interface UploadedFile {
  name: string
  bytes: Uint8Array
}

/** The first bytes of a zip file, as .xlsx and .ods are, and of an old or locked workbook, which is read for what is wrong with it. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(4, bytes.byteLength))
  return start.subarray(0, 2).toString('latin1') === 'PK' || start.toString('hex') === 'd0cf11e0'
}

/** A case put together from one workbook, or from the CSV files of its tables. Throws a CaseError. */
export async function caseOfFiles(
  files: readonly UploadedFile[],
  isOneWorkbook = files.some(({ bytes }) => isWorkbook(bytes)),
): Promise<Assembled> {
  const [first] = files
  if (isOneWorkbook && first !== undefined) return caseFromTables(await readWorkbook(first.bytes), 'sheet')
  return caseFromTables(
    readCsvSet(
      files.map(({ name, bytes }) => ({ name, text: csvText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name) })),
    ),
    'file',
  )
}

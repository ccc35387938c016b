import { Worker } from 'node:worker_threads'
import type { Standing } from '../case/assemble.ts'
import { CaseError, shortened } from '../case/problem.ts'
import { columnLetters, type Grid } from './cells.ts'
import type { RawSheet } from './read-xlsx.ts'
import { instructionsName } from './tables.ts'

/** The largest workbook that is taken; the template filled with a large case has some hundred kilobytes. */
export const workbookBytes = 4 * 1024 * 1024
/** What the thread of one workbook may have of memory, in megabytes, and of time. */
const heapLimit = 256
const timeLimit = 20_000
/** This many workbooks are read at once; others wait. */
const atOnce = 2

/**
 * Reads the sheets of a workbook, in a thread with a memory and a time of its own. The sheet of instructions is passed over.
 * Throws a CaseError of status 400 where the bytes are no workbook, and of 413 where it is too large to read.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Grid[]> {
  if (bytes.length > workbookBytes) throw tooLarge(`it has ${bytes.length} bytes, and at most ${workbookBytes} are read`)
  const known = otherFormat(bytes)
  if (known !== undefined) throw notAWorkbook(known)
  const sheets = await inTurn(() => sheetsOf(bytes))
  return sheets.filter(({ name }) => name !== instructionsName).map(gridOf)
}

function gridOf({ name, rows, isHidden, merged }: RawSheet): Grid {
  const place = (row: number, column: number): Standing => ({ sheet: name, cell: `${columnLetters(column)}${row}` })
  return { name: name.trim(), rows, place, isHidden, merged }
}

interface Reply {
  sheets?: RawSheet[]
  fault?: { name: string; message: string; isTooLarge: boolean }
}

function sheetsOf(bytes: Uint8Array): Promise<RawSheet[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
      workerData: { bytes },
      resourceLimits: { maxOldGenerationSizeMb: heapLimit, maxYoungGenerationSizeMb: 32 },
      // None of the options of this process, such as a loader of its tests.
      execArgv: [],
    })
    const timer = setTimeout(() => end(tooLarge(`it takes longer than ${timeLimit / 1000} seconds to read`)), timeLimit)
    const end = (outcome: RawSheet[] | Error) => {
      clearTimeout(timer)
      void thread.terminate()
      if (outcome instanceof Error) reject(outcome)
      else resolve(outcome)
    }
    thread.once('message', ({ sheets, fault }: Reply) => end(sheets ?? refusal(fault as NonNullable<Reply['fault']>)))
    thread.once('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge('its sheets are too large') : error),
    )
  })
}

function refusal({ name, message, isTooLarge }: NonNullable<Reply['fault']>): Error {
  if (isTooLarge) return tooLarge(message)
  // The library's own limit on the cells of a sheet.
  if (/over the \d+ limit/.test(message)) return tooLarge('its sheets are too large')
  if (name === 'ZipFault') return notAWorkbook(message)
  return notAWorkbook(`it cannot be read: ${shortened(message, 200)}`)
}

let reading = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (reading >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else reading += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) reading -= 1
    else next()
  }
}

/** What the first bytes say of a file that is no .xlsx workbook. */
function otherFormat(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200))
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? 'it has a password: save it without one'
      : 'it is an old Excel workbook (.xls): save it as .xlsx'
  if (head.subarray(0, 2).toString('latin1') !== 'PK') return 'it is not a zip file, as every .xlsx workbook is'
  if (head.includes('application/vnd.oasis.opendocument')) return 'it is an OpenDocument file: save it as .xlsx'
  return undefined
}

function notAWorkbook(reason: string): CaseError {
  return new CaseError(400, 'not-a-workbook', [whole(`This is not a workbook that can be read: ${reason}.`, reason)])
}

function tooLarge(reason: string): CaseError {
  return new CaseError(413, 'workbook-too-large', [whole(`The workbook is too large: ${reason}.`, reason)])
}

function whole(message: string, got: string) {
  return { pointer: '', path: '', message, got: shortened(got), expected: 'an .xlsx workbook made from the template' }
}

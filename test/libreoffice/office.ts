import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { startedScript } from './start.ts'

export { noOffice } from './start.ts'

/** What a cell holds after everything is recalculated: a number, a text, or the number of an error. */
export type CellValue = number | string | null | { error: number }

/** What to do with a workbook: cells to set, cells to read, both by name or as Sheet!A1. */
export interface Run {
  set?: Record<string, number>
  cells?: readonly string[]
}

/** What the cells hold after a run, and the seconds that recalculating took. */
export interface Recalculated {
  cells: Record<string, CellValue>
  /** The ranges of all formulas that end in an error. */
  errors: string[]
  seconds: number
}

/** LibreOffice without a window, fed one workbook after another. */
export class Office {
  private readonly folder = mkdtempSync(join(tmpdir(), 'cashable-office-'))
  private readonly process: ChildProcess
  private readonly lines: Interface
  private readonly answers: AsyncIterator<string>

  constructor() {
    this.process = startedScript('recalculate.py', [join(this.folder, 'profile')])
    this.process.stderr?.pipe(process.stderr)
    this.lines = createInterface({ input: this.process.stdout as NodeJS.ReadableStream })
    this.answers = this.lines[Symbol.asyncIterator]()
  }

  /** Recalculates all of a workbook, once for each run, and gives the cells asked for and the seconds that each took. */
  async recalculated(bytes: Uint8Array, runs: readonly Run[]): Promise<Recalculated[]> {
    const file = join(this.folder, 'book.xlsx')
    writeFileSync(file, bytes)
    this.process.stdin?.write(`${JSON.stringify({ file, runs })}\n`)
    const { value, done } = await this.answers.next()
    if (done) throw new Error('LibreOffice ended before it answered')
    return JSON.parse(value)
  }

  /** Ends LibreOffice and takes its files away. */
  async end(): Promise<void> {
    this.process.stdin?.end()
    await once(this.process, 'exit')
    rmSync(this.folder, { recursive: true, force: true })
  }
}

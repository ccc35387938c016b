import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'

const python = '/usr/bin/python3'

/** Why LibreOffice cannot be tried here; false where it can. Debian has it as libreoffice-calc-nogui and python3-uno. */
export const noOffice: string | false =
  spawnSync('soffice', ['--version']).status === 0 && spawnSync(python, ['-c', 'import uno']).status === 0
    ? false
    : 'SKIPPED: LibreOffice (libreoffice-calc-nogui) and python3-uno are not installed here'

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
    const script = join(import.meta.dirname, 'recalculate.py')
    this.process = spawn(python, [script, join(this.folder, 'profile')], { stdio: ['pipe', 'pipe', 'inherit'] })
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

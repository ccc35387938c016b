import { writeFileSync } from 'node:fs'
import { InputError, reasonAgainst } from './input-error.ts'

/** Writes a file where there is none. Throws an InputError where there is one: a workbook that somebody has worked in is not to be lost. */
export function writeNew(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content, { flag: 'wx' })
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new InputError(path, isThere ? 'there is such a file already, and it is not written over' : reasonAgainst('write', error))
  }
}

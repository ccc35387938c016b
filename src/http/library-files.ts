import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import type { Loaded } from '../case/assemble.ts'
import type { TextFormat } from '../case/read-text.ts'

const formatOf: Readonly<Record<string, TextFormat>> = { '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json' }

/** A scenario file may have as much as a body. */
const mostBytes = 1024 * 1024

/** Why a file of the library is not served: a code that is stable, what it means, and where in the file, as far as anybody can say. */
export interface LeftOut {
  file: string
  code: string
  message: string
  line?: number
  column?: number
}

/** The files of a library: the texts that can be read, by their names, and those that cannot, with the reason. */
export interface LibraryFiles {
  texts: ReadonlyMap<string, Loaded>
  leftOut: LeftOut[]
}

/** Reads the scenario files of a folder, in the order of their names. Throws where there is no such folder; a file that cannot be read takes no other with it. */
export function libraryFiles(folder: string): LibraryFiles {
  const texts = new Map<string, Loaded>()
  const leftOut: LeftOut[] = []
  for (const file of readdirSync(folder).sort()) {
    const format = formatOf[extname(file)]
    if (format === undefined) continue
    const read = readOne(folder, file)
    if (typeof read === 'string') texts.set(file, { text: read, format, name: file })
    else leftOut.push({ file, ...read })
  }
  return { texts, leftOut }
}

type Reason = Omit<LeftOut, 'file'>

function readOne(folder: string, file: string): string | Reason {
  try {
    const path = realpathSync(join(folder, file))
    // Files of a mounted volume are links inside its folder; a link out of it would let a name in the library read anything.
    if (!path.startsWith(realpathSync(folder) + sep)) return { code: 'outside', message: 'It is a link to somewhere outside the folder.' }
    // Without waiting: a pipe with such a name would keep the service from starting.
    const open = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const stat = fstatSync(open)
      if (!stat.isFile()) return { code: 'not-a-file', message: 'It is not a file.' }
      if (stat.size > mostBytes) return { code: 'too-large', message: `It has ${stat.size} bytes; a scenario may have ${mostBytes}.` }
      return textOf(readFileSync(open))
    } finally {
      closeSync(open)
    }
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException
    return { code: 'not-readable', message: `It cannot be read (${code}).` }
  }
}

function textOf(bytes: Buffer): string | Reason {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.trim() === '' ? { code: 'empty', message: 'It is empty.' } : text
  } catch {
    return { code: 'not-text', message: 'It is not UTF-8 text.' }
  }
}

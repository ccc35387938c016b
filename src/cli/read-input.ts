import { readFileSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import type { Load } from '../case/assemble.ts'
import type { TextFormat } from '../case/read-text.ts'
import { caseExtensions, type Input } from './input.ts'
import { InputError, reasonAgainst } from './input-error.ts'

/** A case file is some kilobytes; what is larger is something else. */
const mostBytes = 5_000_000

/** A text and how it is written. */
export interface InputText {
  text: string
  format: TextFormat
}

/** Reads an input as text. The extension says whether it is YAML or JSON; without one of the known extensions its first characters do. */
export async function readInput({ name, path }: Input): Promise<InputText> {
  const bytes = path === undefined ? await standardInput() : bytesOf(path, name)
  return textOf(bytes, name)
}

/** Finds the file that a scenario extends, seen from the folder of the file that names it, or from this one where that is standard input. */
export const loadBeside: Load = (reference, from) => {
  // Every input has a name; that of standard input has no folder.
  const path = resolve(dirname(from as string), reference)
  for (const each of extname(path) in caseExtensions ? [path] : [path, `${path}.yaml`]) {
    try {
      return { ...textOf(readFileSync(each), each), name: each }
    } catch (error) {
      if (error instanceof InputError) throw error
    }
  }
  return undefined
}

function bytesOf(path: string, name: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new InputError(name, reasonAgainst('read', error))
  }
}

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function textOf(bytes: Buffer, name: string): InputText {
  if (bytes.length > mostBytes) throw new InputError(name, `it is larger than ${mostBytes / 1e6} MB, so it is not a case`)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, format: caseExtensions[extname(name)] ?? (/^\s*\{\s*["}]/.test(text) ? 'json' : 'yaml') }
  } catch {
    // A pound sign saved by an old editor is the usual cause.
    throw new InputError(name, 'it is not UTF-8 text: save it as UTF-8', lineOfBadByte(bytes))
  }
}

function lineOfBadByte(bytes: Buffer): number {
  const lenient = bytes.toString('utf8')
  return lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length
}

import { mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Input, isDirectory, stemOf } from './input.ts'
import { InputError, reasonAgainst } from './input-error.ts'
import { writeNew } from './new-file.ts'

/**
 * Where answers go: to a file, or each to its own file in a directory. It never writes over an input or one answer over another, and where
 * it `keeps` files over nothing at all.
 */
export class Destination {
  private readonly out: string
  private readonly isFolder: boolean
  private readonly taken: Set<string>
  private readonly keeps: boolean

  /** `several` answers need a directory, which is made; one answer goes to the file, or into the directory where `out` is one. */
  constructor(out: string, { several, inputs, keeps = false }: { several: boolean; inputs: readonly Input[]; keeps?: boolean }) {
    this.keeps = keeps
    this.out = out
    this.isFolder = several || isDirectory(out) || out.endsWith('/') || out.endsWith(sep)
    this.taken = new Set(inputs.flatMap(({ path }) => (path === undefined ? [] : [realPath(path)])))
    if (!this.isFolder) return
    if (statSync(out, { throwIfNoEntry: false })?.isFile())
      throw new InputError(out, 'several answers need a directory, and this is a file')
    try {
      mkdirSync(out, { recursive: true })
    } catch (error) {
      throw new InputError(out, reasonAgainst('write', error))
    }
  }

  /** Writes one answer and gives where. Throws an InputError where it cannot. */
  write(text: string | Uint8Array, input: Input, variant: { id: string } | undefined, extension: string): string {
    const name = `${stemOf(input)}${variant === undefined ? '' : `.${variant.id}`}.${extension}`
    const path = this.isFolder ? join(this.out, name) : this.out
    const real = realPath(path)
    if (this.taken.has(real)) throw new InputError(path, `the answer for ${input.name} would write over this file; give another --out`)
    if (this.keeps) writeNew(path, text)
    else writeOver(path, text)
    this.taken.add(realPath(path))
    return path
  }
}

function writeOver(path: string, text: string | Uint8Array): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new InputError(path, reasonAgainst('write', error))
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

/** A folder of its own, as somebody outside has it: the OpenAPI document, the packages, a program. */
export interface ClientWorkshop {
  folder: string
  /** The committed OpenAPI document. */
  document: string
  write: (file: string, text: string) => void
  /** Runs a tool that a package brings; answers what it wrote. Throws where it fails, with what it said. */
  tool: (name: string, ...parameters: string[]) => Promise<string>
  /** Compiles everything strictly, then runs a compiled program; answers what it wrote. */
  compileAndRun: (program: string, ...parameters: string[]) => Promise<string>
}

const compilerOptions = {
  target: 'es2024',
  lib: ['es2024', 'dom', 'dom.iterable'],
  module: 'nodenext',
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  outDir: 'out',
  rootDir: '.',
}

/** Makes a folder for a client, and takes it away when the test ends. */
export function clientWorkshop(t: { teardown: (work: () => unknown) => void }): ClientWorkshop {
  const folder = mkdtempSync(join(tmpdir(), 'client-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  write('package.json', JSON.stringify({ type: 'module' }))
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts', 'client'] }))

  const execute = async (command: string, parameters: readonly string[]) => {
    try {
      return (await run(process.execPath, [command, ...parameters], { cwd: folder })).stdout
    } catch (error) {
      const { message, stdout } = error as { message: string; stdout: string }
      throw new Error(`${message}\n${stdout}`)
    }
  }
  const tool = (name: string, ...parameters: string[]) => execute(join(root, 'node_modules/.bin', name), parameters)
  return {
    folder,
    document: join(root, 'openapi/openapi.json'),
    write,
    tool,
    compileAndRun: async (program, ...parameters) => {
      await tool('tsc', '-p', '.')
      return execute(join('out', program), parameters)
    },
  }
}

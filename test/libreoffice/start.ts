import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/* The one way in which tests start LibreOffice: through a script in Python beside this file, or to convert files. */

/** The Python that LibreOffice's own bindings belong to: the system's, which need not be the first on the path. */
const python = ['/usr/bin/python3', 'python3'].find((each) => spawnSync(each, ['-c', 'import uno'], { stdio: 'ignore' }).status === 0)
const hasOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** Why LibreOffice cannot be tried here; false where it can. Debian has it as libreoffice-calc-nogui and python3-uno. */
export const noOffice: string | false = !hasOffice
  ? 'SKIPPED: LibreOffice (soffice) is not installed here: install libreoffice-calc-nogui'
  : python === undefined
    ? 'SKIPPED: no python3 here knows uno: install python3-uno'
    : false

/** Why documents of text cannot be opened here; false where they can. Debian has that part of LibreOffice as libreoffice-writer-nogui. */
export const noWriter: string | false =
  !hasOffice || !opensText() ? 'SKIPPED: LibreOffice Writer is not installed here: install libreoffice-writer-nogui' : false

/** Whether the library that opens documents of text stands beside the program. */
function opensText(): boolean {
  const { stdout } = spawnSync('sh', ['-c', 'readlink -f "$(command -v soffice)"'], { encoding: 'utf8' })
  return existsSync(join(dirname(stdout.trim()), 'libswlo.so'))
}

/** Starts a script beside this file, which starts LibreOffice and answers on its standard output. */
export function startedScript(script: string, args: readonly string[]): ChildProcess {
  return spawn(python as string, ['-B', join(import.meta.dirname, script), ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
}

/** Runs such a script to its end and gives what it wrote. It does not block this process, which may be the service that cells ask. */
export function ranScript(script: string, args: readonly string[]): Promise<string> {
  return ended(startedScript(script, args))
}

/** Has LibreOffice convert files into a folder, with a profile of its own: `kind` is xlsx or fods, `options` say how to read them. */
export async function converted(
  files: readonly string[],
  to: { kind: string; folder: string; profile: string; options?: readonly string[] },
): Promise<void> {
  const { kind, folder, profile, options = [] } = to
  const all = [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore', ...options, '--convert-to', kind, '--outdir', folder]
  await ended(spawn('soffice', [...all, ...files], { stdio: ['pipe', 'pipe', 'pipe'] }))
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said = { out: '', err: '' }
    child.stdin?.end()
    child.stdout?.on('data', (chunk) => (said.out += chunk))
    child.stderr?.on('data', (chunk) => (said.err += chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(said.out) : reject(new Error(`LibreOffice: ${said.out}${said.err}`))))
  })
}

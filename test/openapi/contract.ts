import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApiFile } from '../../src/http/write-openapi.ts'

/*
 * `npm run contract`: lints the OpenAPI document and holds it against that of the last release, openapi/released.json. A change that breaks callers
 * fails, unless the version of the API says that it does. `npm run contract -- --release` takes the present document for the released one.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
const releasedFile = `${root}openapi/released.json`

/** What a document would break for callers of another one, and the versions of the two. */
export interface Contract {
  from: string
  to: string
  breaking: string[]
}

/** Lints a document by redocly.yaml. Throws an Error with what it finds. */
export function lint(document: string): void {
  redocly(['lint', document, '--format', 'stylish', '--max-problems', '20', '--config', `${root}redocly.yaml`])
}

/** Every change from one document to another that breaks callers, in words. */
export function changes(base: string, revision: string): Contract {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'))
  try {
    const report = join(folder, 'diff.json')
    redocly(['diff', base, revision, '--format', 'json', '--fail-on', 'none', '--output', report, '--config', `${root}redocly.yaml`])
    const { infoVersions, changes } = JSON.parse(readFileSync(report, 'utf8')) as {
      infoVersions: { base: string; revision: string }
      changes: { path: string; impact: string; verdicts: { impact: string; message: string }[] }[]
    }
    const breaking = changes
      .filter(({ impact }) => impact === 'major')
      .map(({ path, verdicts }) => `${path}: ${verdicts.map(({ message }) => message).join(' ')}`)
    return { from: infoVersions.base, to: infoVersions.revision, breaking }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether a version says of itself that it breaks callers of another: the first number that is not 0 is higher, or one before it. */
export function saysItBreaks({ from, to }: Pick<Contract, 'from' | 'to'>): boolean {
  const [was, is] = [from, to].map((version) => version.split('.').map(Number)) as [number[], number[]]
  const first = was.findIndex((part) => part > 0)
  const place = is.findIndex((part, at) => part !== was[at])
  return place !== -1 && place <= first && (is[place] as number) > (was[place] as number)
}

function redocly(parameters: readonly string[]): void {
  try {
    execFileSync(`${root}node_modules/.bin/redocly`, parameters, {
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${stdout}${stderr}` || String(error))
  }
}

function main(): string {
  if (process.argv.includes('--release')) {
    copyFileSync(openApiFile, releasedFile)
    return 'openapi/released.json is the present document'
  }
  lint(openApiFile)
  const contract = changes(releasedFile, openApiFile)
  if (contract.breaking.length > 0 && !saysItBreaks(contract)) {
    const told = contract.breaking.map((each) => `  ${each}`).join('\n')
    throw new Error(
      `Callers of ${contract.from} would break, and ${contract.to} does not say so: raise the version in package.json.\n${told}`,
    )
  }
  return `the OpenAPI document is sound and ${contract.breaking.length === 0 ? 'breaks no caller' : 'says that it breaks callers'} of ${contract.from}`
}

if (import.meta.main) {
  try {
    console.log(main())
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}

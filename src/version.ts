import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ModelVersion } from './answers/model-version.ts'
import { referenceData } from './reference/version.ts'

/** The version of the method; raise it when any number of an answer moves. */
export const methodVersion = '1'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What every answer says about the program that made it, for the programs that start: the service and the command line. */
export function modelVersion(environment: NodeJS.ProcessEnv = process.env): ModelVersion {
  const { name, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { name: string; version: string }
  return { name, version, method: methodVersion, referenceData, commit: environment.COMMIT?.trim() || checkedOutCommit() }
}

/** The commit that is checked out, or `unknown` where there is no repository or no git. */
function checkedOutCommit(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'unknown'
  }
}

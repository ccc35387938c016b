import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { MutationResult, Results } from '../../src/assurance/results.ts'
import { sourceHash } from '../../src/assurance/source-hash.ts'
import { referenceData } from '../../src/reference/version.ts'
import { methodVersion } from '../../src/version.ts'
import { keptInputs } from '../golden/record.ts'
import { themesOf } from './tap-log.ts'

/*
 * `npm run assurance -- LOG DATE COMMIT [MUTATION]`: reads the log of a whole run of the tests (`npm test -- --reporter=tap`) and, where there is
 * one, the report of a mutation test, and writes src/assurance/results.json, which the page at /docs/assurance shows.
 */

const resultsFile = fileURLToPath(new URL('../../src/assurance/results.json', import.meta.url))
const cases = new URL('../cases/', import.meta.url)
const generated = new URL('../independent/generated-1.jsonl.gz', import.meta.url)

/** The results of a run, from its log. `date` is a day, 2026-11-23; `commit` is what was tested. */
export function resultsOf(log: string, date: string, commit: string, mutation: MutationResult | null = null): Results {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(date)) throw new Error(`the day of the run is written as 2026-11-23, not ${date}`)
  if (!/^([0-9a-f]{7,40}|unknown)$/.test(commit)) throw new Error(`a commit is its hash, or unknown, not ${commit}`)
  return {
    ...{ date, commit, node: `Node ${process.version.slice(1)}`, method: methodVersion, referenceData, sourceHash: sourceHash() },
    themes: themesOf(log),
    cases: {
      shared: readdirSync(cases).filter((name) => name.endsWith('.json')).length,
      generated: gunzipSync(readFileSync(generated)).toString('utf8').trim().split('\n').length,
      golden: keptInputs().size,
    },
    mutation,
  }
}

/** What a report of a mutation test, in the schema that such programs share, comes to. Mutants that do not compile or were left out do not count. */
export function mutationOf(report: { files: Record<string, { mutants: { status: string }[] }> }): MutationResult {
  const statuses = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status))
  const number = (...of: string[]) => statuses.filter((status) => of.includes(status)).length
  const [caught, survived] = [number('Killed', 'Timeout'), number('Survived', 'NoCoverage')]
  return { caught, survived, score: Math.floor((1000 * caught) / Math.max(1, caught + survived)) / 10 }
}

if (import.meta.main) {
  const [log = '', date = '', commit = '', report = ''] = process.argv.slice(2)
  try {
    const mutation = report !== '' && existsSync(report) ? mutationOf(JSON.parse(readFileSync(report, 'utf8'))) : null
    const results = resultsOf(readFileSync(log, 'utf8'), date, commit, mutation)
    writeFileSync(resultsFile, `${JSON.stringify(results, undefined, 2)}\n`)
    console.log(`src/assurance/results.json: ${Object.keys(results.themes).length} themes`)
  } catch (error) {
    console.error(`npm run assurance -- LOG DATE COMMIT [MUTATION REPORT]: ${(error as Error).message}`)
    process.exitCode = 1
  }
}

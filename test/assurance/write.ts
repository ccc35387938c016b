import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { MutationResult, Results } from '../../src/assurance/results.ts'
import { sourceHash } from '../../src/assurance/source-hash.ts'
import { referenceData } from '../../src/reference/version.ts'
import { methodVersion } from '../../src/version.ts'
import { keptInputs } from '../golden/record.ts'
import { keptRecord, summed } from '../mutation/record.ts'
import { themesOf } from './tap-log.ts'

/*
 * `npm run assurance -- LOG DATE COMMIT`: reads the log of a whole run of the tests (`npm test -- --reporter=tap`) and the record of mutation testing,
 * and writes src/assurance/results.json, which the page at /docs/assurance shows.
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

if (import.meta.main) {
  const [log = '', date = '', commit = ''] = process.argv.slice(2)
  try {
    const record = keptRecord()
    const results = resultsOf(readFileSync(log, 'utf8'), date, commit, Object.keys(record).length === 0 ? null : summed(record))
    writeFileSync(resultsFile, `${JSON.stringify(results, undefined, 2)}\n`)
    console.log(`src/assurance/results.json: ${Object.keys(results.themes).length} themes`)
  } catch (error) {
    console.error(`npm run assurance -- LOG DATE COMMIT: ${(error as Error).message}`)
    process.exitCode = 1
  }
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explanations, type Report, type Tried, tried, unaccounted } from './explained.ts'
import { isCurrent, keep, keptRecord, recordOf, sources, summed } from './record.ts'

/*
 * npm run mutation [-- file …]: changes the source of method/ and case/ in every way Stryker knows, one at a time, and asks whether a test notices. Tries
 * the files named, or those that have changed since they were tried; what is found is kept in record.json as each batch ends. Ends with 1 below the
 * threshold, where a survivor has no reason in survivors.md, or where a file as it is now was not tried.
 */

const root = join(import.meta.dirname, '..', '..')
const kept = join(root, 'reports', 'mutation')
const incremental = join(kept, 'incremental.json')
const judges = join(kept, 'tests.sha256')
const { thresholds } = JSON.parse(readFileSync(join(root, 'stryker.config.json'), 'utf8')) as { thresholds: { break: number } }
const filesInABatch = 4

/** What the tests are now, so that survivors are tried again once a test has changed. */
function testsAsTheyAre(): string {
  const hash = createHash('sha256')
  for (const folder of ['test/method', 'test/case', 'test/published', 'test/cases', 'test/mutation']) {
    for (const name of readdirSync(join(root, folder)).sort()) hash.update(name).update(readFileSync(join(root, folder, name)))
  }
  return hash.digest('hex')
}

function report(): Report {
  return existsSync(incremental) ? (JSON.parse(readFileSync(incremental, 'utf8')) as Report) : { files: {} }
}

function forgetSurvivors(): void {
  const before = report()
  const files = Object.entries(before.files).map(([file, each]) => [
    file,
    { ...each, mutants: each.mutants.filter(({ status }) => status === 'Killed') },
  ])
  writeFileSync(incremental, JSON.stringify({ ...before, files: Object.fromEntries(files) }))
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : sources().filter((file) => !isCurrent(file, keptRecord()[file]))
mkdirSync(kept, { recursive: true })
const now = testsAsTheyAre()
if (existsSync(incremental) && (!existsSync(judges) || readFileSync(judges, 'utf8') !== now)) forgetSurvivors()
writeFileSync(judges, now)

for (let first = 0; first < wanted.length; first += filesInABatch) {
  const batch = wanted.slice(first, first + filesInABatch)
  const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  const { status } = spawnSync(process.execPath, [stryker, 'run', '--mutate', batch.join(',')], { cwd: root, stdio: 'inherit' })
  // It ends with 1 where the score so far is below the threshold, too; what counts is the score of the whole, below.
  if (status === null) throw new Error(`Stryker was stopped in ${batch.join(', ')}`)
  const all = tried(report())
  const untried = batch.filter((file) => !all.some((mutant) => mutant.file === file))
  if (status !== 0 && untried.length > 0) throw new Error(`Stryker ended with ${status} and said nothing of ${untried.join(', ')}`)
  keep({ ...keptRecord(), ...Object.fromEntries(batch.map((file) => [file, recordOf(file, all)])) })
}

const record = keptRecord()
const left = Object.entries(record).flatMap(([file, { survivors }]) =>
  survivors.map((each): Tried => ({ ...each, file, status: 'Survived' })),
)
const wrong = unaccounted(left, explanations(readFileSync(join(import.meta.dirname, 'survivors.md'), 'utf8')), Object.keys(record))
for (const [file, { mutants, survivors }] of Object.entries(record)) {
  const share = ((mutants - survivors.length) / Math.max(1, mutants)) * 100
  console.log(`${share.toFixed(1).padStart(6)}  ${String(mutants).padStart(4)} mutants, ${survivors.length} survived  ${file}`)
}
const { score, caught, survived, files, filesInAll } = summed(record)
console.log(`${score.toFixed(1).padStart(6)}  ${caught + survived} mutants in ${files} of ${filesInAll} files as they are now`)
for (const sentence of wrong) console.error(sentence)
if (score < thresholds.break) console.error(`${score} is below the threshold of ${thresholds.break}`)
process.exit(wrong.length > 0 || files < filesInAll || score < thresholds.break ? 1 : 0)

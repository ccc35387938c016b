import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explanations, type Report, score, survived, tried, unaccounted } from './explained.ts'

/*
 * npm run mutation [-- file …]: changes the source of method/ and case/ in every way Stryker knows, one at a time, and asks whether a test notices. In
 * batches, each of which is kept as it ends, so that a run that was stopped goes on where it was. Ends with 1 below the threshold, or where a survivor has
 * no reason in survivors.md.
 */

const root = join(import.meta.dirname, '..', '..')
const kept = join(root, 'reports', 'mutation')
const incremental = join(kept, 'incremental.json')
const judges = join(kept, 'tests.sha256')
const { thresholds } = JSON.parse(readFileSync(join(root, 'stryker.config.json'), 'utf8')) as { thresholds: { break: number } }
const filesInABatch = 8

function sources(): string[] {
  return ['src/method', 'src/case'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => `${folder}/${name}`),
  )
}

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

const wanted = process.argv.length > 2 ? process.argv.slice(2) : sources()
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
}

const { files } = report()
const all = tried({ files })
const missing = wanted.filter((file) => files[file] === undefined && /[=(]/.test(readFileSync(join(root, file), 'utf8')))
const wrong = unaccounted(all, explanations(readFileSync(join(import.meta.dirname, 'survivors.md'), 'utf8')))
for (const file of Object.keys(files).sort()) {
  const own = all.filter((each) => each.file === file)
  console.log(
    `${score(own).toFixed(1).padStart(6)}  ${String(own.length).padStart(4)} mutants, ${own.filter(survived).length} survived  ${file}`,
  )
}
console.log(
  `${score(all).toFixed(1).padStart(6)}  ${all.length} mutants; ${sources().filter((file) => files[file] === undefined).length} files not tried`,
)
for (const sentence of wrong) console.error(sentence)
if (missing.length > 0) console.error(`not tried: ${missing.join(', ')}`)
if (score(all) < thresholds.break) console.error(`${score(all).toFixed(2)} is below the threshold of ${thresholds.break}`)
process.exit(wrong.length > 0 || missing.length > 0 || score(all) < thresholds.break ? 1 : 0)

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { hashOf } from '../../src/answers/appraise.ts'
import { referenceData } from '../../src/reference/version.ts'
import { methodVersion } from '../../src/version.ts'
import { moved, standsAlone } from './compare.ts'
import { appraised, type GoldenFigures, keptOf, kindsOf } from './figures.ts'
import { presentInputs } from './inputs.ts'
import { fileOf, type GoldenRecord, goldenFiles, keptInputs, lost, readRecord, sealed, unsealed } from './record.ts'

/*
 * A number that moves raises the method version. Every scenario, variant and shared case is appraised again, and its figures are held against
 * those kept for the present version. The files of golden figures are themselves held: by a seal, by a chain, and by their history.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))
const file = fileOf({ method: methodVersion, referenceData })
const advice = 'a number has moved: raise methodVersion in src/version.ts, say so in CHANGELOG.md, and run `npm run golden`'
const inputs = keptInputs()

t.test('the figures of now are those kept for this version of the method', async (t) => {
  const record = readRecord(file)?.record
  if (record === undefined) return t.fail(`there is no ${file}: run \`npm run golden\``)
  t.same([record.method, record.referenceData], [methodVersion, referenceData])
  t.same(Object.keys(record.cases).sort(), [...inputs.keys()].sort(), 'every case has figures and every figure a case')
  const kinds = new Set<string>()
  const faults: string[] = []
  for (const [inputHash, given] of inputs) {
    t.equal(hashOf(given), inputHash, 'the case is the one that was kept')
    const golden = record.cases[inputHash] as { name: string } & GoldenFigures
    const appraisal = await appraised(given, referenceData)
    for (const kind of kindsOf(appraisal)) kinds.add(kind)
    faults.push(...moved(golden, keptOf(appraisal, record.groups)).map((each) => `${golden.name}: ${each}`))
  }
  t.same(faults, [], advice)
  const kept = record.groups.flat()
  t.same([...kinds].filter((kind) => !kept.includes(kind)).sort(), [], 'a new kind of figure is kept too: run `npm run golden`')
})

t.test('every scenario, variant and shared case of now is kept', async (t) => {
  const missing = presentInputs().filter(({ inputHash }) => !inputs.has(inputHash))
  t.same(
    missing.map(({ name }) => name),
    [],
    'a case that is new or has changed is kept beside the old one: run `npm run golden`',
  )
})

t.test('the changelog tells of every version of the method', async (t) => {
  const changelog = readFileSync(`${root}CHANGELOG.md`, 'utf8')
  for (const method of new Set(goldenFiles().map((each) => readRecord(each)?.record.method)))
    t.match(changelog, new RegExp(`Method ${method}\\b`))
})

t.test('each file follows the one before it, whose bytes have not changed', async (t) => {
  const records = goldenFiles().map((each) => ({ file: each, ...(readRecord(each) as { record: GoldenRecord; sha256: string }) }))
  t.equal(records.filter(({ record }) => record.follows === null).length, 1, 'one file is the first')
  for (const { file: each, record } of records) {
    t.equal(each, fileOf(record), 'a file is named after its version')
    if (record.follows === null) continue
    const before = records.find((other) => other.file === record.follows?.file)
    t.equal(record.follows.sha256, before?.sha256, `${each} follows ${record.follows.file} as it was`)
    if (before?.record.method !== record.method) continue
    // New built-in figures are no excuse for a new method: what takes nothing from them may not have moved.
    for (const [inputHash] of [...inputs].filter(([, given]) => standsAlone(given))) {
      const [was, is] = [before.record.cases[inputHash]?.headline, record.cases[inputHash]?.headline]
      if (was !== undefined) t.same(is, was, `${record.cases[inputHash]?.name}: ${advice}`)
    }
  }
  const followed = records.map(({ record }) => record.follows?.file)
  t.same(
    records.filter((each) => !followed.includes(each.file)).map((each) => each.file),
    [file],
    'the last file is that of the present version',
  )
})

t.test('nothing that a commit has kept was ever changed or taken away', async (t) => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'safe.directory=*', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    })
  if (!existsSync(`${root}.git`)) return t.comment('no repository here: the seal and the chain hold the files alone')
  for (const path of new Set(git('log', '--format=', '--name-only', '--', 'test/golden').split('\n'))) {
    const name = /^test\/golden\/(method-.*\.json)$/.exec(path)?.[1]
    if (name === undefined) continue
    const now = readRecord(name)?.record
    for (const commit of git('log', '--format=%H', '--diff-filter=AM', '--', path).trim().split('\n')) {
      const then = unsealed(git('show', `${commit}:${path}`), `${name} at ${commit}`)
      t.same(now === undefined ? ['the whole file: taken away'] : lost(then, now), [], `${name} since ${commit.slice(0, 12)}`)
    }
  }
})

t.test('a penny, a spread, a hash and an edited or shortened file are all seen', async (t) => {
  const golden: GoldenFigures = { caseHash: 'c', resultHash: 'r', headline: { npv: '1.00' }, numbers: ['n'], simulation: 's' }
  t.same(moved(golden, golden), [])
  t.same(moved(golden, { ...golden, headline: { npv: '1.01' } }), ['headline.npv was "1.00" and is "1.01"'])
  t.same(moved(golden, { ...golden, headline: {} }), ['headline.npv was "1.00" and is undefined'])
  t.equal(moved(golden, { ...golden, numbers: ['m'] }).length, 1)
  t.equal(moved(golden, { ...golden, simulation: 'z' }).length, 1)
  t.equal(moved(golden, { ...golden, resultHash: 'z' }).length, 1)
  t.same(moved(golden, { ...golden, caseHash: 'z', resultHash: 'z' }), [], 'a new default alone moves no number')
  t.same(moved(golden, { ...golden, headline: { npv: '1.00', more: '1' }, numbers: ['n', 'o'] }), [], 'nor does a new figure')

  const record: GoldenRecord = {
    method: '1',
    referenceData: '2026-11',
    follows: null,
    groups: [['a']],
    cases: { x: { name: 'x', ...golden } },
  }
  const text = sealed(record)
  t.same(unsealed(text, 'it'), record)
  t.throws(() => unsealed(text.replace('1.00', '1.01'), 'it'), /it was edited by hand/)
  t.same(lost(record, record), [])
  t.same(lost(record, { ...record, groups: [['a'], ['b']], cases: { ...record.cases, y: { name: 'y', ...golden } } }), [])
  t.same(lost(record, { ...record, cases: {} }), ['x: taken away'])
  t.same(lost(record, { ...record, cases: { x: { name: 'x', ...golden, headline: { npv: '1.01' } } } }), ['x: changed'])
  t.same(lost(record, { ...record, cases: { x: { name: 'x', ...golden, numbers: ['n', 'o'] } } }), [], 'a group more is no change')
  t.equal(lost(record, { ...record, groups: [['b']] }).length, 1)
  t.ok(standsAlone({ start: '2026-04' }) && !standsAlone({ costs: [{ amount: { ref: 'ifa-week-2020' } }] }))
})

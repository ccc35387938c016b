import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { explanations, type Report, score, tried, unaccounted } from './explained.ts'
import { isCurrent, recordOf, summed } from './record.ts'

const report: Report = {
  files: {
    'src/a.ts': {
      source: 'const a = 1 +\n  2\nif (a > 3) go()\n',
      mutants: [
        { status: 'Killed', replacement: '1 - 2', location: { start: { line: 1, column: 11 }, end: { line: 2, column: 4 } } },
        { status: 'Survived', replacement: 'a >= 3', location: { start: { line: 3, column: 5 }, end: { line: 3, column: 10 } } },
        { status: 'NoCoverage', replacement: 'true', location: { start: { line: 3, column: 5 }, end: { line: 3, column: 10 } } },
        { status: 'RuntimeError', replacement: 'false', location: { start: { line: 3, column: 5 }, end: { line: 3, column: 10 } } },
        { status: 'Timeout', replacement: '', location: { start: { line: 3, column: 12 }, end: { line: 3, column: 16 } } },
      ],
    },
  },
}

t.test('a mutant is what stood there and what was put there', async (t) => {
  t.same(
    tried(report).map(({ original, replacement }) => [original, replacement]),
    [
      ['1 + 2', '1 - 2'],
      ['a > 3', 'a >= 3'],
      ['a > 3', 'true'],
      ['a > 3', 'false'],
      ['go()', ''],
    ],
  )
  // Noticed: the killed one and the one that never ended, of four that ran.
  t.equal(score(tried(report)), 50)
})

t.test('every survivor needs its reason, and every reason its survivor', async (t) => {
  const reasons = (text: string) => unaccounted(tried(report), explanations(`## src/a.ts\n\n${text}`))
  t.same(reasons('- `a > 3` → `a >= 3`: a is never 3\n- `a > 3` → `true`: a is always 4'), [])
  t.same(reasons('- `a > 3` → `a >= 3`: a is never 3'), ['survived without a reason: src/a.ts: `a > 3` → `true`'])
  t.same(reasons('- `a > 3` → `a >= 3`: a\n- `a > 3` → `true`: b\n- `1 + 2` → `1 - 2`: c'), [
    'a reason for what does not survive: src/a.ts: `1 + 2` → `1 - 2`',
  ])
  t.throws(() => reasons('- a > 3 survives'), { message: /survivors\.md:3 is not/ })
})

t.test('a record counts what ran, and says of which source it is', async (t) => {
  const all = tried({ files: { 'src/case/pointer.ts': report.files['src/a.ts'] as Report['files'][string] } })
  const record = recordOf('src/case/pointer.ts', all)
  // Four of the five ran, and two of those were not noticed.
  t.equal(record.mutants, 4)
  t.same(record.survivors, [
    { original: 'a > 3', replacement: 'a >= 3' },
    { original: 'a > 3', replacement: 'true' },
  ])
  t.ok(isCurrent('src/case/pointer.ts', record))
  t.notOk(isCurrent('src/case/pointer.ts', { ...record, source: 'another' }))
  t.notOk(isCurrent('src/case/pointer.ts', undefined))
  const stale = { ...record, source: 'another', mutants: 3, survivors: [] }
  // 5 of 7 are 71.43 in a hundred; of the two files one is as it was tried.
  t.match(summed({ 'src/case/pointer.ts': record, 'src/case/place.ts': stale }), { caught: 5, survived: 2, score: 71.4, files: 1 })
})

t.test('what survivors.md explains still stands in the source', async (t) => {
  const root = join(import.meta.dirname, '..', '..')
  for (const { file, original } of explanations(readFileSync(join(import.meta.dirname, 'survivors.md'), 'utf8'))) {
    const path = join(root, file)
    const source = existsSync(path) ? readFileSync(path, 'utf8').replace(/\s+/g, ' ') : ''
    t.ok(source.includes(original), `${file}: ${original}`)
  }
})

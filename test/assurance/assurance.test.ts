import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { assurancePage } from '../../src/assurance/page.ts'
import type { Results } from '../../src/assurance/results.ts'
import { sourceHash } from '../../src/assurance/source-hash.ts'
import { themeOf, themes } from '../../src/assurance/themes.ts'
import { figures } from '../../src/reference/catalogue.ts'
import { model, service } from '../http/service.ts'
import { themesOf } from './tap-log.ts'
import { resultsOf } from './write.ts'

const log = `TAP version 14
1..3
# Subtest: test/published/one.test.ts
    # Subtest: a trial <of> one
        ok 1 - should be equal
        # Subtest: inside
            ok 1 - should be equal
            1..1
        ok 2 - inside # time=1.5ms
        1..2
    ok 1 - a trial <of> one # time=3.25ms
    ok 2 - another # SKIP SKIPPED: it is not here
    1..2
    # time=9ms
ok 1 - test/published/one.test.ts # time=12.5ms

# Subtest: test/method/two.test.ts
    # Subtest: a part
        not ok 1 - should be equal
          ---
          diff: |
            ok 5 - this is no result
          ...
        1..1
    not ok 1 - a part # time=3.25ms
    1..1
not ok 2 - test/method/two.test.ts # time=12.5ms

# Subtest: test/cli/three.test.ts
not ok 3 - test/cli/three.test.ts # time=1ms

# { total: 5, pass: 2, fail: 2, skip: 1 }
`

t.test('a log is counted by theme, and nothing of it is lost', async (t) => {
  t.same(themesOf(log), {
    published: { files: 1, tests: 1, comparisons: 2, failed: 0, skipped: 1, names: ['a trial <of> one'] },
    method: { files: 1, tests: 1, comparisons: 1, failed: 1, skipped: 0 },
    // A file that ends before it has said anything has failed.
    answers: { files: 1, tests: 0, comparisons: 0, failed: 1, skipped: 0 },
  })
  t.throws(() => themesOf(log.slice(0, log.indexOf('# Subtest: test/cli'))), /breaks off: 3 files were planned and 2 ended/)
  t.throws(() => themesOf(''), /breaks off/)
  t.throws(() => resultsOf(log, 'today', 'unknown'), /the day of the run/)
  t.throws(() => resultsOf(log, '2026-11-23', 'main'), /a commit is its hash/)
})

t.test('every test has a theme, and a test nobody thought of has the last', async (t) => {
  for (const [path, id] of [
    ['published/wsipp.test.ts', 'published'],
    ['http/cases.test.ts', 'independent'],
    ['http/explain.test.ts', 'explained'],
    ['http/problems.test.ts', 'service'],
    ['tables/libreoffice.test.ts', 'office'],
    ['tables/round-trip.test.ts', 'input'],
    ['golden/golden.test.ts', 'reproducible'],
    ['a-new-folder/a.test.ts', 'supply'],
  ] as const)
    t.equal(themeOf(path).id, id, path)
  t.equal(new Set(themes.map(({ id }) => id)).size, themes.length)
})

t.test('every theme has tests, and every beginning of a path that it names is that of one', async (t) => {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'))
  t.ok(paths.includes('assurance/assurance.test.ts'))
  for (const { id, tests } of themes) {
    t.ok(
      paths.some((path) => themeOf(path).id === id),
      `${id} would stand on the page as not run`,
    )
    for (const each of tests)
      t.ok(
        paths.some((path) => path.startsWith(each) && themeOf(path).id === id),
        `${id}: ${each}`,
      )
  }
})

const clean: Results = {
  ...resultsOf(log, '2026-11-23', 'abcdef1'),
  themes: { published: { files: 1, tests: 2, comparisons: 30, failed: 0, skipped: 0, names: ['a <b>'] } },
}

t.test('the page says of which state of the program its results are, and does not hide a failure', async (t) => {
  const plain = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const good = plain(assurancePage(clean, model, clean.sourceHash))
  t.match(good, '2 tests with 30 comparisons. All passed.')
  t.match(good, /Run on 2026-11-23, commit abcdef1/)
  t.match(good, 'The source that was tested is the source that runs here.')
  t.match(good, /Published examples reproduced .* passed/)
  t.match(good, 'NOT RUN', 'a theme without results says so')
  t.match(plain(assurancePage(clean, model, 'another')), 'is not the source that was tested')
  const bad = plain(assurancePage(resultsOf(log, '2026-11-23', 'unknown'), model, ''))
  t.match(bad, '2 failed and 1 did not run.')
  t.notMatch(bad, 'All passed')
  t.match(bad, '1 FAILED')
  t.match(bad, '1 DID NOT RUN')
  const none = plain(assurancePage({ ...clean, themes: {} }, model, clean.sourceHash))
  t.match(none, 'No run of the tests is recorded here.')
  t.notMatch(none, 'All passed')
  t.notMatch(none, /has answers for|The published examples /)
  t.match(good, /has answers for [1-9]/)
  const mutation = { caught: 95, survived: 5, score: 95, files: 3, filesInAll: 4 }
  t.match(
    plain(assurancePage({ ...clean, mutation }, model, '')),
    'Of 100 small changes made to the source by a program, the tests noticed 95: 95%. They were made in 3 of the 4 files of the method and of the reading of cases; one has not been tried as it is now.',
  )
  t.match(assurancePage(clean, model, ''), 'a &lt;b&gt;', 'a name is a text, not a part of the page')
})

t.test('the data log has every built-in figure, from the figures themselves', async (t) => {
  const page = assurancePage(clean, model, '')
  for (const { id, confidence, value } of figures)
    t.ok(page.includes(`<td>${id}</td><td class="number">${value}`) && page.includes(`<td>${confidence}</td>`), id)
  t.match(page, '3.5% from year 1 to 30; 3% from year 31 to 75; 2.5% from year 76')
})

t.test('the service has the page, which loads nothing', async (t) => {
  const app = await service(t)
  const response = await app.inject('/docs/assurance')
  t.equal(response.statusCode, 200)
  t.equal(response.headers['content-type'], 'text/html; charset=utf-8')
  t.match(response.headers['content-security-policy'], "default-src 'none'")
  t.notMatch(response.body, /<script|<link|<img|@import|url\(|src=|undefined|NaN/)
  for (const id of ['roles', 'checked', 'limits', 'assumptions', 'decisions', 'data', 'again']) t.match(response.body, `<h2 id="${id}">`)
  const committed = JSON.parse(readFileSync(new URL('../../src/assurance/results.json', import.meta.url), 'utf8')) as Results
  const isStale = Object.keys(committed.themes).length > 0 && committed.sourceHash !== sourceHash()
  t.equal(response.body.includes('is not the source that was tested'), isStale)
  for (const id of Object.keys(committed.themes))
    t.ok(
      themes.some((theme) => theme.id === id),
      `${id} is a theme`,
    )
})

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { errors } from './errors.ts'
import type { Seen } from './nets.ts'
import { withError } from './seeded-error.ts'

/*
 * Mistakes that modellers make, put into our source one at a time. Each must be noticed twice: by the cases that an independent implementation has
 * worked out, or by a check of the answer itself; and by a file of hand-worked tests. Nothing here compares with output of ours.
 */

const root = join(import.meta.dirname, '..', '..')
const cache = mkdtempSync(join(tmpdir(), 'seeded-'))
t.teardown(() => rmSync(cache, { recursive: true, force: true }))

/** The environment without what the test runner put there: a source with an error in it must not count towards coverage. */
const plain = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(_?TAP|NODE_OPTIONS$|NODE_V8_COVERAGE$|SEEDED_ERROR$)/.test(name)),
)

interface Outcome {
  seen: Seen | undefined
  code: number | null
  /** The hand-worked test that failed first, by its name. */
  failed: string | undefined
  /** The end of what was said, for an error that broke the program. */
  said: string
}

/** Both nets in a process of their own, with a seeded error in the source or, without one, with the source as it is. */
async function run(byHand: string, place: number | undefined, most: readonly string[] = []): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', './test/seeded/seed.ts', 'test/seeded/nets.ts', byHand, ...most], {
    cwd: root,
    env: {
      ...plain,
      NODE_COMPILE_CACHE: cache,
      TAP_BAIL: '1',
      TAP_TIMEOUT: '600',
      ...(place === undefined ? {} : { SEEDED_ERROR: String(place) }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const seen = /^seen: (.*)$/m.exec(said)?.[1]
  const before = said.slice(0, /^ *not ok /m.exec(said)?.index ?? 0)
  const failed = [...before.matchAll(/^# Subtest: (.*)$/gm)].at(-1)?.[1]
  return { seen: seen === undefined ? undefined : (JSON.parse(seen) as Seen), code, failed, said: said.slice(-2000) }
}

t.test('the source as it is passes both nets', async (t) => {
  const { seen, code, failed } = await run('method/package.test.ts', undefined, ['8'])
  t.same(seen, { cases: 8 })
  t.equal(failed, undefined)
  t.equal(code, 0)
})

t.test('an error that no longer fits the source is refused', async (t) => {
  const edit = (find: string) => ({ error: 'Twelve months are ten', file: 'a.ts', edits: [{ find, put: '10' }] })
  t.equal(withError(edit('12'), 'const months = 12'), 'const months = 10')
  t.throws(() => withError(edit('13'), 'const months = 12'), { message: /exactly once in a\.ts, and finds it 0 times/ })
  t.throws(() => withError(edit('1'), 'const months = 11'), { message: /finds it 2 times/ })
})

t.test('every seeded error is a different one, and there are enough', async (t) => {
  t.ok(errors.length >= 30, `${errors.length} errors`)
  t.equal(new Set(errors.map(({ error }) => error)).size, errors.length)
  const sources = errors.map((each) => withError(each, readFileSync(join(root, each.file), 'utf8')))
  t.equal(new Set(sources).size, errors.length, 'each changes the source in its own way')
})

for (const [place, { error, byHand }] of errors.entries()) {
  t.test(error, async (t) => {
    const { seen, code, failed, said } = await run(byHand, place)
    t.ok(seen?.by === 'a figure' || seen?.by === 'a check', `${seen?.by} of case ${seen?.cases}: ${seen?.wrong}`, { said })
    t.ok(code !== 0 && failed !== undefined, `${byHand}: ${failed}`, { said })
  })
}

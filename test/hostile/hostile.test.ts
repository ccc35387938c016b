import t from 'tap'
import { smallest } from '../http/service.ts'
import { corpus } from './corpus.ts'
import type { Entry } from './entry.ts'
import { faults } from './judge.ts'
import { startWatched, type WatchedProgram } from './program.ts'
import { send } from './send.ts'

/*
 * The hostile corpus against the real program, one entry after the other: nothing crashes it, nothing is its own fault, nobody else waits, and it is
 * afterwards what it was before.
 */

/** How long the main thread may be held up by one request, in milliseconds. */
const mostDelay = 100
/** What may be left in memory at the end: the answers about scenarios and the graphs of cases that the service keeps, which are bounded. */
const margin = 48 * 1024 * 1024

t.setTimeout(0)

const reference: Entry = {
  name: 'the reference case',
  method: 'POST',
  path: '/v1/appraise',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(smallest),
  status: 200,
}

async function referenceHash({ port }: WatchedProgram): Promise<string> {
  const { body } = await send(reference, port)
  return JSON.parse(body.toString()).resultHash
}

/** How often an entry is sent that held it up for longer: the machine may be busy with something else. */
const tries = 5

/** Sends an entry until it is done in time, and tells the shortest delay it had. */
async function tried(entry: Entry, program: WatchedProgram): Promise<{ found: string[]; delay: number }> {
  let delay = Number.POSITIVE_INFINITY
  for (let times = 1; ; times += 1) {
    await program.delay()
    const found = faults(entry, await send(entry, program.port))
    delay = Math.min(delay, await program.delay())
    if (found.length > 0 || delay <= mostDelay || times === tries) return { found, delay }
  }
}

t.test('the corpus is large, and every name of it is one', async (t) => {
  const names = corpus.flatMap(({ entries }) => entries.map(({ name }) => name))
  t.ok(names.length >= 120, `${names.length} entries`)
  t.same(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  )
})

t.test('the real program stands it all', async (t) => {
  const program = await startWatched(t)
  const hash = await referenceHash(program)
  const before = await program.memory()
  for (const { about, entries } of corpus) {
    await t.test(about, async (t) => {
      for (const entry of entries) {
        const { found, delay } = await tried(entry, program)
        t.same(found, [], entry.name)
        if (!program.isRunning()) throw new Error(`the program ended on: ${entry.name}\n${program.stderr()}`)
        if (delay > mostDelay) t.fail(`${entry.name} held the main thread up for ${Math.round(delay)} ms`)
      }
    })
  }
  t.equal(await referenceHash(program), hash, 'the reference case is answered as before')
  const after = await program.memory()
  const grown = after.heapUsed + after.external - before.heapUsed - before.external
  t.comment(`memory: ${megabytes(before.heapUsed + before.external)} MB before, ${megabytes(after.heapUsed + after.external)} MB after`)
  t.ok(grown < margin, `${megabytes(grown)} MB more than before`)
  t.equal(program.stderr(), '', 'and it has nothing to report')
})

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}

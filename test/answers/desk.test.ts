import t from 'tap'
import { Desk, type DeskOptions } from '../../src/answers/crew/desk.ts'
import { WorkError } from '../../src/uncertainty/work-error.ts'
import { WorkerPool } from '../../src/uncertainty/worker-pool.ts'

/*
 * Where long questions wait, with jobs that are as bad as can be: each ends with the error that says why, and the next question is answered.
 */

const nobodyLeft = new AbortController().signal
const jobs = new URL('./hostile-jobs.ts', import.meta.url)

function desk(
  t: { teardown: (work: () => unknown) => void },
  { threads = 1, seconds = 60, waiting = 4 }: Partial<DeskOptions> & { threads?: number } = {},
): Desk {
  const made = new Desk(new WorkerPool(jobs, { threads, heapMegabytes: 64 }), { seconds, waiting })
  t.teardown(() => made.close())
  return made
}

const asked = (at: Desk, job: string, gone: AbortSignal = nobodyLeft) => at.take(gone, (crew) => crew.run(job, 'hello'))
const faultOf = async (work: Promise<unknown>) => {
  try {
    await work
    return 'none'
  } catch (error) {
    return error instanceof WorkError ? error.fault : String(error)
  }
}

t.test('work that takes too long ends its thread, and the next question is answered', async (t) => {
  const at = desk(t, { seconds: 2 })
  t.equal(await faultOf(asked(at, 'spin')), 'too-long')
  t.equal(at.restarts, 1)
  t.equal(await asked(at, 'echo'), 'hello')
  t.same([at.running, at.queued], [0, 0])
})

t.test('work that takes too much memory ends its thread and not the program', async (t) => {
  const at = desk(t)
  t.equal(await faultOf(asked(at, 'hoard')), 'out-of-memory')
  t.equal(await asked(at, 'echo'), 'hello')
  t.equal(at.restarts, 1)
})

t.test('a thread that dies is told, and another takes its place', async (t) => {
  const at = desk(t)
  t.equal(await faultOf(asked(at, 'die')), 'ended')
  t.equal(await asked(at, 'echo'), 'hello')
  t.equal(at.restarts, 1)
})

t.test('when whoever asked has gone, the thread is ended soon, and one that waits leaves the line', async (t) => {
  const at = desk(t)
  const [first, second] = [new AbortController(), new AbortController()]
  const working = faultOf(asked(at, 'spin', first.signal))
  const inLine = faultOf(asked(at, 'echo', second.signal))
  const last = asked(at, 'echo')
  t.same([at.running, at.queued], [1, 2])
  second.abort()
  t.equal(await inLine, 'gone')
  t.same([at.running, at.queued], [1, 1])
  const before = performance.now()
  first.abort()
  t.equal(await working, 'gone')
  t.ok(performance.now() - before < 10_000, 'long before its minute is over')
  t.equal(await last, 'hello')
})

t.test('one question more than may wait is sent away at once', async (t) => {
  const at = desk(t, { waiting: 2, seconds: 3 })
  const working = faultOf(asked(at, 'spin'))
  const inLine = [asked(at, 'echo'), asked(at, 'echo')]
  t.throws(() => at.holdRoom(), /1 are worked on and 2 wait/)
  t.equal(await faultOf(asked(at, 'echo')), 'busy')
  t.equal(await working, 'too-long')
  t.same(await Promise.all(inLine), ['hello', 'hello'])
})

t.test('a question with more jobs than there are threads is done, while as many others do the same', async (t) => {
  const at = desk(t, { threads: 2, waiting: 10 })
  const many = Array.from({ length: 8 }, (_, question) =>
    at.take(nobodyLeft, (crew) => Promise.all(Array.from({ length: 5 }, (_, job) => crew.run('echo', `${question}-${job}`)))),
  )
  t.same(
    (await Promise.all(many)).map((answers) => answers.length),
    Array.from({ length: 8 }, () => 5),
  )
  t.equal(at.running, 0)
})

import t from 'tap'
import { WorkerPool } from '../../src/uncertainty/worker-pool.ts'

const jobs = new URL('../answers/hostile-jobs.ts', import.meta.url)

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}

t.test('threads that are kept stand ready before there is work, and one that is ended is replaced', async (t) => {
  const pool = new WorkerPool(jobs, { threads: 2, kept: 1 })
  t.teardown(() => pool.close())
  t.equal(pool.living, 0, 'none before it begins')
  pool.begin()
  t.equal(pool.living, 1)
  t.equal(await pool.run('echo', 'hello'), 'hello')
  t.equal(pool.living, 1)
  const ending = new AbortController()
  const spinning = pool.run('spin', '', ending.signal)
  setTimeout(() => ending.abort(new Error('enough')), 200)
  await t.rejects(spinning, { message: 'enough' })
  await until(() => pool.living === 1)
  t.equal(await pool.run('echo', 'hello again'), 'hello again')
})

t.test('a pool that keeps none has none before there is work, and no more kept than there may be', async (t) => {
  const bare = new WorkerPool(jobs, { threads: 2 })
  bare.begin()
  t.equal(bare.living, 0)
  await bare.close()
  const small = new WorkerPool(jobs, { threads: 1, kept: 5 })
  small.begin()
  t.equal(small.living, 1)
  await small.close()
  await new WorkerPool(jobs).close()
})

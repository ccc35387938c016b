import t from 'tap'
import { usualLimits } from '../../src/answers/cost/limits.ts'
import { readLimits, readWork, usualWork } from '../../src/http/work-settings.ts'

t.test('with nothing set, limits and work are the usual', async (t) => {
  t.same(readLimits({}), usualLimits)
  t.same(readLimits({ LIMIT_DRAWS: '' }), usualLimits)
  t.same(readWork({}), { threads: undefined, kept: 2, ...usualWork })
})

t.test('each variable sets what it names', async (t) => {
  t.same(readLimits({ LIMIT_MONTHS: '120', LIMIT_TOTAL_OPERATIONS: '5000000' }), {
    ...usualLimits,
    months: 120,
    totalOperations: 5_000_000,
  })
  t.same(readWork({ WORK_THREADS: '3', WORK_THREADS_KEPT: '0', WORK_SECONDS: '10', WORK_MEGABYTES: '512', WORK_QUEUE: '0' }), {
    threads: 3,
    kept: 0,
    seconds: 10,
    megabytes: 512,
    waiting: 0,
  })
})

t.test('a value that makes no sense is told in a sentence, and never guessed', async (t) => {
  for (const value of ['many', '-1', '1e3', '361', '11', '1.5', ' 120', '٣٦', '0x78'])
    t.throws(() => readLimits({ LIMIT_MONTHS: value }), {
      message: `LIMIT_MONTHS is a whole number from 12 to 360, and not ${JSON.stringify(value)}.`,
    })
  for (const value of ['0', '3601', 'long'])
    t.throws(() => readWork({ WORK_SECONDS: value }), {
      message: `WORK_SECONDS is a whole number from 1 to 3600, and not ${JSON.stringify(value)}.`,
    })
})

import fc from 'fast-check'
import t from 'tap'
import { service } from '../http/service.ts'
import { operations } from './document.ts'
import { hold } from './judge.ts'
import { requests } from './requests.ts'

/*
 * Every operation of the OpenAPI document, with requests made from the document: whatever comes in, what goes out is what the document says.
 * FUZZ_SEED and FUZZ_RUNS look elsewhere and longer; FUZZ_ONLY names one operation.
 */

const seed = Number(process.env.FUZZ_SEED ?? 20261123)
const numRuns = Number(process.env.FUZZ_RUNS ?? 500)
const only = process.env.FUZZ_ONLY

t.setTimeout(0)

t.test('whatever an operation is asked, it answers as the document says', async (t) => {
  const app = await service(t)
  for (const operation of operations.filter(({ id }) => only === undefined || id === only)) {
    await t.test(`${operation.method} ${operation.path}`, async (t) => {
      const statuses = new Map<number, number>()
      await fc.assert(
        fc.asyncProperty(requests(operation), async (request) => {
          const answer = await app.inject(request as never)
          statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
          await hold(operation, answer)
        }),
        { seed, numRuns, endOnFailure: false },
      )
      const told = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`)
      t.comment(told.join(', '))
      t.ok(statuses.has(200), 'and some of it was sound')
    })
  }
})

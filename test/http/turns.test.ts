import { setImmediate as nextRound } from 'node:timers/promises'
import t from 'tap'
import { Turns } from '../../src/http/turns.ts'

/** Works for so long without a pause, by a clock of the test's own. */
function clock() {
  let time = 0
  return { now: () => time, work: (milliseconds: number) => (time += milliseconds) }
}

t.test('requests work one after the other, in the order they came, and others are heard between two', async (t) => {
  const { now, work } = clock()
  const turns = new Turns(1000, now)
  const heard: string[] = []
  const ask = async (name: string) => {
    await turns.take()
    heard.push(name)
    work(10)
  }
  const all = Promise.all(['first', 'second', 'third'].map(ask))
  setImmediate(() => heard.push('somebody else'))
  await all
  // The first turn begins at once, and the second with the loop's first round, which the others are part of.
  t.same(heard, ['first', 'second', 'somebody else', 'third'])
  t.equal(turns.waiting, 0)
})

t.test('who would wait too long is sent away at once, with the time to wait; others are not', async (t) => {
  const { now, work } = clock()
  const turns = new Turns(100, now)
  const turn = async () => {
    await turns.take()
    work(100)
  }
  // After many turns of 100 ms each, a turn is known to take nearly 100 ms: one may wait, and a second; a third would wait 200 ms.
  for (let done = 0; done < 40; done++) await turn()
  await nextRound()
  const taken = [turn(), turn(), turn()]
  t.equal(turns.waiting, 2, 'one has its turn')
  const refused = [turn(), turns.take()]
  for (const each of refused) {
    await t.rejects(each, {
      code: 'busy',
      message: 'More is asked than can be answered: a turn would come in about 200 milliseconds. Ask again in a second.',
      headers: { 'retry-after': '1' },
    } as unknown as Error)
  }
  t.equal(turns.refused, 2)
  await Promise.all(taken)
  await turn()
  t.pass('and when they have worked, there is room')
})

t.test('a turn that fails is over like any other', async (t) => {
  const turns = new Turns(100)
  const failing = turns.take().then(() => {
    throw new Error('no answer')
  })
  const next = turns.take()
  await t.rejects(failing, { message: 'no answer' })
  await next
})

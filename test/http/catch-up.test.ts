import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import t from 'tap'
import { caughtUp } from '../../src/http/catch-up.ts'

t.test('a quiet spell in which the program itself was held up does not count as quiet', async (t) => {
  const server = new EventEmitter() as Server
  const begun = performance.now()
  const waiting = caughtUp(server)
  // Busy from about 10 to 500 ms: the first spell of 250 ms ends at about 500, late, and another of 250 must follow it.
  setTimeout(() => {
    while (performance.now() - begun < 500);
  }, 10)
  await waiting
  t.ok(performance.now() - begun >= 740, 'it waited for a spell of its own')
  t.equal(server.listenerCount('request') + server.listenerCount('connection'), 0, 'and listens no more')
})

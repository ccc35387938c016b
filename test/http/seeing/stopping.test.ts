import t from 'tap'
import { start, until } from '../program.ts'
import { crowd } from './clients.ts'

for (const [drain, what] of [
  ['0', 'at once'],
  ['2', 'with two seconds to drain'],
] as const) {
  t.test(`of requests under load, none is lost when the program is told to stop, ${what}`, async (t) => {
    const program = await start(t, { DRAIN_SECONDS: drain })
    const crowds = [crowd(program.port, 10, true), crowd(program.port, 6, false)]
    await until(() => crowds.every(({ outcomes }) => outcomes.length > 60))
    const before = crowds.reduce((sum, { outcomes }) => sum + outcomes.length, 0)
    const wasReady = (await fetch(`${program.address}/health/ready`)).status
    const told = performance.now()
    program.child.kill('SIGTERM')
    if (drain !== '0') {
      await until(async () => (await fetch(`${program.address}/health/ready`)).status === 503)
      const after = performance.now() - told
      t.ok(after < 1000, `not ready ${Math.round(after)} ms after the signal, while it still answers`)
    }
    t.equal(await program.ended(), 0)
    const ended = performance.now() - told
    for (const { ended } of crowds) await ended
    const outcomes = crowds.flatMap((each) => each.outcomes)
    const answered = outcomes.filter((each) => each.is === 'answered')
    t.equal(wasReady, 200)
    t.ok(answered.every(({ status, text }) => status === 200 && text.includes('"cashable":"4068991.44"') && text.endsWith('}')))
    t.same(
      outcomes.filter(({ is }) => is === 'lost'),
      [],
      'nothing that was sent is lost',
    )
    t.equal(outcomes.filter(({ is }) => is === 'refused').length, 16, 'each client was refused once, by a closed door')
    t.ok(answered.length > before, 'work was still taken after the signal')
    t.comment(`${answered.length} answers, ${answered.length - before} of them after the signal; ended ${Math.round(ended)} ms after it`)
  })
}

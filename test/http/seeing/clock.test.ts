import t from 'tap'
import { start, until } from '../program.ts'
import { smallest } from '../service.ts'
import { samplesOf } from './prometheus.ts'

/** Loaded before the program: a signal sets its wall clock back by a year, another one on by a year, as an administrator might. */
const moving = `const now = Date.now.bind(Date), Real = Date
  let moved = 0
  globalThis.Date = class extends Real {
    constructor(...given) { given.length === 0 ? super(now() + moved) : super(...given) }
    static now() { return now() + moved }
  }
  process.on('SIGCONT', () => { moved -= 365 * 864e5; process.stderr.write('{"moved":' + moved + '}\\n') })
  process.on('SIGWINCH', () => { moved += 730 * 864e5; process.stderr.write('{"moved":' + moved + '}\\n') })`
const body = JSON.stringify(smallest)

t.test('a clock that is moved in the middle of requests changes no answer, no duration and no stop', async (t) => {
  const program = await start(t, { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(moving)}` })
  const simulate = () => fetch(`${program.address}/v1/scenarios/la5-package/simulate?draws=3000`)
  const appraise = () => fetch(`${program.address}/v1/appraise`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const before = [await (await simulate()).text(), await (await appraise()).text()]
  for (const signal of ['SIGCONT', 'SIGWINCH'] as const) {
    const begun = performance.now()
    const running = simulate()
    await until(async () => /cashable_crew_jobs_running [1-9]/.test(await (await fetch(`${program.address}/metrics`)).text()))
    const moves = program.stderr().split('"moved"').length
    program.child.kill(signal)
    await until(() => program.stderr().split('"moved"').length > moves)
    t.equal(await (await running).text(), before[0], `${signal}: the same bytes`)
    t.equal(await (await appraise()).text(), before[1])
    const passed = performance.now() - begun
    const [line] = program
      .stderr()
      .split('\n')
      .filter((each) => each.includes('/simulate"'))
      .slice(-1)
      .map((each) => JSON.parse(each))
    t.ok(line.milliseconds > 0 && line.milliseconds < passed, `${line.milliseconds} ms in the log, of ${Math.round(passed)} that passed`)
    const year = new Date(line.time).getUTCFullYear() - new Date().getUTCFullYear()
    t.equal(year, signal === 'SIGCONT' ? -1 : 1, 'the clock was moved: lines are stamped with it')
  }
  const found = samplesOf(await (await fetch(`${program.address}/metrics`)).text())
  const sum = found.get('cashable_http_request_duration_seconds_sum{method="GET",route="/v1/scenarios/:id/simulate"}') as number
  const jobs = found.get('cashable_crew_job_duration_seconds_sum{job="drawSimulation"}') as number
  t.ok(sum > 0 && sum < 100, `${sum} seconds`)
  t.ok(jobs > 0 && jobs < 100, `${jobs} seconds`)
  t.equal(found.get('cashable_http_requests_in_flight'), 1)
  program.child.kill('SIGTERM')
  t.equal(await program.ended(), 0)
})

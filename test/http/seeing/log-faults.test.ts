import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { smallest } from '../service.ts'
import { samplesOf } from './prometheus.ts'

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url))
const body = JSON.stringify(smallest)
const headers = { 'content-type': 'application/json' }

/** The program with its logs going somewhere else, once it listens. */
async function startWith(t: { teardown: (work: () => unknown) => void }, stderr: number | 'pipe') {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, PORT: '0' }, stdio: ['ignore', 'pipe', stderr] })
  t.teardown(() => child.kill('SIGKILL'))
  const [chunk] = await once(child.stdout as NodeJS.ReadableStream, 'data')
  return { child, address: /http:\/\/\S+/.exec(String(chunk))?.[0] ?? '' }
}

async function goesOn(
  t: { fail: (what: string) => unknown; equal: (found: unknown, wanted: unknown) => unknown; ok: (is: unknown, what: string) => unknown },
  address: string,
): Promise<void> {
  for (let i = 0; i < 20; i += 1) {
    const response = await fetch(`${address}/v1/appraise`, { method: 'POST', headers, body })
    if (response.status !== 200 || !(await response.text()).includes('"cashable":"4068991.44"')) t.fail(`answer ${i}`)
  }
  t.equal((await fetch(`${address}/health/ready`)).status, 200)
  const lost = samplesOf(await (await fetch(`${address}/metrics`)).text()).get('cashable_log_lines_lost') as number
  t.ok(lost >= 20, `${lost} lines that could not be written are counted`)
}

const full = existsSync('/dev/full')
t.test('a full disk for the log stops nothing', { skip: full ? false : 'there is no /dev/full here' }, async (t) => {
  const { child, address } = await startWith(t, openSync('/dev/full', 'w'))
  await goesOn(t, address)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  t.equal(code, 0, 'and it ends as it should')
})

t.test('a reader of the log that goes away stops nothing', async (t) => {
  const { child, address } = await startWith(t, 'pipe')
  child.stderr?.destroy()
  child.stdout?.destroy()
  await goesOn(t, address)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  t.equal(code, 0)
})

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import t from 'tap'
import { dial, start, until } from './program.ts'
import { smallest } from './service.ts'

const body = JSON.stringify(smallest)
const post = (address: string) => fetch(`${address}/v1/appraise`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
const head = ['POST /v1/appraise HTTP/1.1', 'Host: x', 'Content-Type: application/json', `Content-Length: ${body.length}`, '', ''].join(
  '\r\n',
)

t.test('the program says in one line where it listens, and answers the smallest case', async (t) => {
  const program = await start(t)
  t.match(program.stdout(), /^cashable listens on http:\/\/127\.0\.0\.1:[0-9]+\n$/)
  const yaml = readFileSync(new URL('../../scenarios/minimal.yaml', import.meta.url))
  for (const response of [
    await post(program.address),
    await fetch(`${program.address}/v1/appraise`, { method: 'POST', headers: { 'content-type': 'text/yaml' }, body: yaml }),
  ]) {
    t.equal(response.status, 200)
    const { headline } = (await response.json()) as { headline: Record<string, unknown> }
    t.match(headline, { grossAvoided: '4068991.44', cashable: '4068991.44', netCashable: '2568991.44', paybackMonth: '2028-05' })
  }
  program.child.kill('SIGTERM')
  t.equal(await program.ended(), 0)
  t.match(program.stdout(), /^[^\n]+\n$/, 'stdout has the one line')
})

const hasIPv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'))
t.test('an IPv6 address is told as an address of the web has it', { skip: hasIPv6 ? false : 'there is no ::1 here' }, async (t) => {
  const program = await start(t, { HOST: '::1' })
  t.match(program.stdout(), /^cashable listens on http:\/\/\[::1\]:[0-9]+\n$/)
  t.equal((await fetch(`${program.address}/health/live`)).status, 200)
  program.child.kill('SIGTERM')
  t.equal(await program.ended(), 0)
})

t.test('an error that nobody caught stops the program, told by its name and its place and not by its message', async (t) => {
  // Loaded before the program: a signal that means nothing to it makes an error that nobody catches.
  const late = "process.on('SIGCONT', () => { throw new RangeError('about Secretshire') })"
  const program = await start(t, { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(late)}` })
  program.child.kill('SIGCONT')
  t.equal(await program.ended(), 1)
  const [fatal] = program
    .stderr()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ level }) => level === 60)
  t.match(fatal, { error: 'RangeError', at: [/^at /], msg: 'stopping after an error that nobody caught' })
  t.notMatch(JSON.stringify({ ...fatal, at: [] }), 'Secretshire')
})

t.test('a setting that makes no sense is told in one line', async (t) => {
  const settings = [{ PORT: 'abc' }, { PORT: '70000' }, { PORT: '-1' }, { LOG_LEVEL: 'loud' }, { DRAIN_SECONDS: '1.5' }]
  for (const setting of settings as Record<string, string>[]) {
    const program = await start(t, setting)
    t.equal(await program.ended(), 1)
    const [[name, value]] = Object.entries(setting) as [[string, string]]
    t.match(program.stderr(), new RegExp(`^cashable cannot start: ${name} is .*${value}.*\n$`))
  }
  const first = await start(t)
  const second = await start(t, { PORT: String(first.port) })
  t.equal(await second.ended(), 1)
  t.match(second.stderr(), 'something else listens')
})

t.test('a request that is still arriving when the program is told to stop is answered whole', async (t) => {
  const program = await start(t)
  const { socket, received } = await dial(t, program)
  socket.write(head + body.slice(0, 50))
  await new Promise((resolve) => setTimeout(resolve, 200))
  program.child.kill('SIGTERM')
  await until(() => program.stderr().includes('stopping'))
  socket.write(body.slice(50))
  await once(socket, 'close')
  t.match(received(), /^HTTP\/1\.1 200 OK/)
  t.match(received(), '"grossAvoided":"4068991.44"')
  t.match(received(), /connection: close/i)
  t.equal(await program.ended(), 0)
})

t.test('of many requests that were sent before the program is told to stop, none is cut off', async (t) => {
  const program = await start(t)
  const connections = await Promise.all(Array.from({ length: 20 }, () => dial(t, program)))
  await Promise.all(connections.map(({ socket }) => new Promise((resolve) => socket.write(head + body, resolve))))
  program.child.kill('SIGTERM')
  await Promise.all(connections.map(({ socket }) => once(socket, 'close')))
  const answered = connections.filter(({ received }) => /^HTTP\/1\.1 200 OK[\s\S]*"cashable":"4068991\.44"[\s\S]*\}$/.test(received()))
  t.equal(answered.length, 20)
  t.equal(await program.ended(), 0)
})

t.test('while it drains, the program is not ready and still answers', async (t) => {
  const program = await start(t, { DRAIN_SECONDS: '3' })
  t.equal((await fetch(`${program.address}/health/ready`)).status, 200)
  program.child.kill('SIGTERM')
  await until(async () => (await fetch(`${program.address}/health/ready`)).status === 503)
  t.equal((await fetch(`${program.address}/health/live`)).status, 200)
  t.equal((await post(program.address)).status, 200)
  t.equal(await program.ended(), 0)
})

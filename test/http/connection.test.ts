import { once } from 'node:events'
import t from 'tap'
import { dial, start, until } from './program.ts'
import { service, smallest } from './service.ts'

const body = JSON.stringify(smallest)
const post = (text: string, length = text.length) =>
  ['POST /v1/appraise HTTP/1.1', 'Host: x', 'Content-Type: application/json', `Content-Length: ${length}`, '', text].join('\r\n')

t.test('two requests sent in one go are answered in their order', async (t) => {
  const program = await start(t)
  const { socket, received } = await dial(t, program)
  socket.write(post(body) + post('{"years":}'))
  await until(() => received().split('HTTP/1.1 ').length === 3 && received().trimEnd().endsWith('}'))
  t.match(received(), /^HTTP\/1\.1 200 OK/)
  t.match(received().slice(received().lastIndexOf('HTTP/1.1')), /^HTTP\/1\.1 400 Bad Request[\s\S]*not-json/)
})

t.test('what is not HTTP is answered with a problem document and a closed connection', async (t) => {
  const program = await start(t)
  for (const [text, status] of [
    ['nonsense\r\n\r\n', 400],
    ['POST /v1/appraise HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n', 400],
    ['POST /v1/appraise HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde', 400],
    ['POST /v1/appraise HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ] as const) {
    const { socket, received } = await dial(t, program)
    socket.write(text)
    await once(socket, 'close')
    t.match(received(), new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*content-type: application/problem\\+json`, 'i'))
    t.match(JSON.parse(received().split('\r\n\r\n')[1] ?? ''), { status, errors: [] })
  }
  program.child.kill('SIGTERM')
  t.equal(await program.ended(), 0, 'and the program goes on until it is told to stop')
})

t.test('a connection that breaks off in the middle of a body leaves the program answering', async (t) => {
  const program = await start(t)
  const { socket } = await dial(t, program)
  socket.write(post(body.slice(0, 40), body.length))
  await new Promise((resolve) => setTimeout(resolve, 100))
  socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 100))
  t.equal((await fetch(`${program.address}/health/live`)).status, 200)
  program.child.kill('SIGTERM')
  t.equal(await program.ended(), 0)
})

t.test('nothing is waited for without end', async (t) => {
  const { server } = await service(t)
  t.equal(server.requestTimeout, 30_000)
  t.equal(server.headersTimeout, 15_000)
  t.equal(server.keepAliveTimeout, 72_000)
  t.equal(server.timeout, 120_000)
})

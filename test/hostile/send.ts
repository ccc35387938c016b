import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import type { Entry } from './entry.ts'

/** What came back: status 0 where the connection was closed without an answer. */
export interface Answered {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
  /** The statuses of all answers on the connection. */
  all: readonly number[]
}

/** How long a connection may be silent before it counts as finished: once it has answered, and before, where an answer must come. */
const silence = 1500
const patience = 30_000

/** Sends an entry to a port of this machine. */
export async function send(entry: Entry, port: number): Promise<Answered> {
  if (entry.raw !== undefined) {
    const mustAnswer = ![entry.status].flat().includes(0)
    return answersIn(await exchanged(typeof entry.raw === 'function' ? entry.raw() : entry.raw, port, mustAnswer ? patience : silence))
  }
  const body = typeof entry.body === 'function' ? await entry.body() : entry.body
  const { method = body === undefined ? 'GET' : 'POST', path = '/', headers = {} } = entry
  const length = body === undefined || 'transfer-encoding' in headers ? {} : { 'content-length': Buffer.byteLength(body) }
  const asked = request({ port, host: '127.0.0.1', method, path, headers: { ...length, ...headers }, agent: false })
  asked.end(body)
  try {
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    // A service may answer and close before it has read all of a body that it does not take.
    asked.on('error', () => {})
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk as Buffer)
    const status = response.statusCode as number
    return { status, headers: response.headers, body: Buffer.concat(chunks), all: [status] }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error
    return { status: 0, headers: {}, body: Buffer.alloc(0), all: [] }
  }
}

/** Puts bytes on a connection, and gives all that comes back until it closes or falls silent. */
async function exchanged(bytes: string | Buffer, port: number, first: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    socket.setTimeout(silence)
  })
  socket.on('error', () => {})
  await once(socket, 'connect')
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
  socket.setTimeout(first, () => socket.destroy())
  await closed
  return text
}

/** The first of the answers in a text, and the statuses of all. */
function answersIn(text: string): Answered {
  const found: { status: number; headers: Record<string, string>; body: Buffer }[] = []
  let rest = text
  for (;;) {
    const head = /^HTTP\/1\.[01] (\d{3})[^\r]*\r\n([\s\S]*?)\r\n\r\n/.exec(rest)
    if (head === null) break
    const headers = Object.fromEntries(
      (head[2] as string).split('\r\n').map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
      }),
    )
    const after = rest.slice(head[0].length)
    const length = headers['content-length'] === undefined ? after.length : Number(headers['content-length'])
    found.push({ status: Number(head[1]), headers, body: Buffer.from(after.slice(0, length), 'latin1') })
    rest = after.slice(length)
  }
  const [first = { status: 0, headers: {}, body: Buffer.alloc(0) }] = found
  return { ...first, all: found.map(({ status }) => status) }
}

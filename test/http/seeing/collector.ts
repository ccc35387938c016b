import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A span as OTLP writes it in JSON. */
export interface SentSpan {
  name: string
  kind: number
  traceId: string
  spanId: string
  parentSpanId?: string
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes: { key: string; value: { stringValue?: string; intValue?: string | number } }[]
  status: { code?: number; message?: string }
  events?: unknown[]
}

/** A collector of traces: what it was sent, and the spans in it. It answers with `status`. */
export async function collector(t: { teardown: (work: () => unknown) => void }, status = 200) {
  const bodies: { url: string | undefined; type: string | undefined; text: string }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    bodies.push({ url: request.url, type: request.headers['content-type'], text: Buffer.concat(chunks).toString('utf8') })
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { address, bodies, spans: () => bodies.flatMap(({ text }) => spansIn(JSON.parse(text))) }
}

interface Sent {
  resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[]
}

function spansIn({ resourceSpans }: Sent): SentSpan[] {
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
}

/** What a span says of something. */
export function fact(span: SentSpan | undefined, key: string): string | undefined {
  const value = span?.attributes.find((each) => each.key === key)?.value
  return value === undefined ? undefined : String(value.stringValue ?? value.intValue)
}

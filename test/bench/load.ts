import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { inMilliseconds, measure } from './measure.ts'
import { referenceCase } from './reference-case.ts'
import { withOtherNumbers } from './shapes.ts'

const watch = new URL('../hostile/watch.ts', import.meta.url).href
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const taskset = '/usr/bin/taskset'
/** What a request may take for the service to count as keeping up. */
const goal = 100

/*
 * npm run bench:load: the real program on one core, asked by autocannon on the other. How many appraisals of the reference case a second it
 * answers with 99 in 100 under 100 ms; what it sheds at twice as many as it can; whether ten minutes at 70% leave anything behind;
 * how long it takes from nothing to ready. SOAK_SECONDS shortens the ten minutes.
 */
const print = (line: string) => console.log(line)
const soakSeconds = Number(process.env.SOAK_SECONDS ?? 600)

const cold = await measure(async () => (await started()).kill(), 5, 0)
print(`from nothing to ready:                          ${inMilliseconds(cold)}`)

const service = await started()
await driven(undefined, 5, 8)
const saturated = await driven(undefined, 15, 8)
const most = saturated.served / saturated.seconds
print(`as many as it can, 8 at a time:                 ${most.toFixed(1)} a second, p99 ${saturated.p99.toFixed(0)} ms`)
let sustained = 0
for (const share of [0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5]) {
  const run = await driven(most * share, 15)
  print(`  asked ${(most * share).toFixed(1)} a second:  ${told(run)}`)
  if (run.p99 < goal && run.shed === 0) {
    sustained = most * share
    break
  }
}
print(`a second, with p99 under ${goal} ms on one core:      ${sustained.toFixed(1)}`)
await service.delay()
const twice = await overwhelmed(most * 2, 30)
print(`asked twice what it can, ${(most * 2).toFixed(1)} a second:        ${told(twice)}`)
print(
  `  health of the service meanwhile:              p99 ${twice.health.toFixed(0)} ms; event loop held up for at most ${(await service.delay()).toFixed(0)} ms`,
)

const rate = (sustained || most / 2) * 0.7
const heaps: [number, number][] = []
const minute = Math.min(60, soakSeconds / 10)
const hashes = new Set<string>()
let [asked, wrong] = [0, 0]
for (let at = 0; at < soakSeconds; at += minute) {
  const run = await driven(rate, minute)
  asked += run.served
  wrong += run.failed + run.shed
  for (const hash of run.hashes) hashes.add(hash)
  heaps.push([at + minute, await service.heap()])
}
print(`${soakSeconds} s at ${rate.toFixed(1)} a second:  ${asked} served, ${wrong} not; ${hashes.size} resultHash for the one case`)
print(
  `  heap after each tenth, MB: ${heaps.map(([, heap]) => (heap / 1e6).toFixed(1)).join(' ')}; slope ${slopePerHour(heaps).toFixed(2)} MB an hour`,
)
await service.stop()

interface Run {
  served: number
  shed: number
  failed: number
  seconds: number
  p50: number
  p99: number
  /** The 99th percentile of how long a health check took meanwhile. */
  health: number
  hashes: ReadonlySet<string>
}

function told({ served, shed, failed, seconds, p50, p99, health }: Run): string {
  const all = served + shed + failed
  const share = ((shed / all) * 100).toFixed(0)
  return `${(served / seconds).toFixed(1)} a second served, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms; ${share}% shed, ${failed} failed; health p99 ${health.toFixed(0)} ms`
}

/** Asks at a rate, whether answers come or not, as many callers who do not know of each other do; autocannon waits for its answers. */
async function overwhelmed(rate: number, seconds: number): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const body = JSON.stringify(withOtherNumbers(1.1))
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const taken: number[] = []
  let [shed, failed] = [0, 0]
  const ask = () =>
    new Promise<void>((resolve) => {
      const before = performance.now()
      const asked = request(`${service.address}/v1/appraise`, { method: 'POST', agent, headers }, (response) => {
        response.resume().on('end', () => {
          if (response.statusCode === 200) taken.push(performance.now() - before)
          else if (response.statusCode === 503) shed++
          else failed++
          resolve()
        })
      })
      asked.on('error', () => {
        failed++
        resolve()
      })
      asked.end(body)
    })
  const { signal, health } = watched()
  const began = performance.now()
  const all: Promise<void>[] = []
  while (all.length < rate * seconds) {
    all.push(ask())
    await pause(Math.max(0, began + (all.length * 1000) / rate - performance.now()))
  }
  await Promise.all(all)
  const lasted = (performance.now() - began) / 1000
  signal.abort()
  agent.destroy()
  taken.sort((one, two) => one - two)
  const [p50, p99] = [quantile(taken, 0.5), quantile(taken, 0.99)]
  return { served: taken.length, shed, failed, seconds: lasted, p50, p99, health: quantile(await health, 0.99), hashes: new Set() }
}

/**
 * Asks for appraisals, every second of them of the one case whose hash must not move: at a rate, spread evenly over each second, or as fast as
 * answers come on some connections.
 */
async function driven(rate: number | undefined, seconds: number, connections = 8): Promise<Run> {
  const taken: number[] = []
  const hashes = new Set<string>()
  let [shed, failed, other] = [0, 0, 0]
  const bodies = Array.from({ length: 50 }, () => JSON.stringify(withOtherNumbers(1 + ++other / 1000)))
  const post = { method: 'POST' as const, path: '/v1/appraise', headers: { 'content-type': 'application/json' } }
  const same = {
    ...post,
    body: JSON.stringify(referenceCase),
    onResponse: (status: number, text: string) => {
      const hash = /"resultHash":"([0-9a-f]+)"/.exec(text)?.[1]
      if (status === 200) hashes.add(hash ?? 'none')
    },
  }
  const whole = rate === undefined ? undefined : Math.max(1, Math.round(rate))
  const fire = (own: Partial<autocannon.Options>) =>
    new Promise<autocannon.Result>((resolve, reject) => {
      const requests = bodies.flatMap((body) => [same, { ...post, body }])
      const cannon = autocannon({ url: service.address, duration: seconds, timeout: 30, requests, ...own }, (error, result) =>
        error ? reject(error) : resolve(result),
      )
      cannon.on('response', (_client, status, _bytes, milliseconds) => {
        if (status === 200) taken.push(milliseconds)
        else if (status === 503 || status === 429) shed++
        else failed++
      })
    })
  const { signal, health } = watched()
  const before = performance.now()
  const results = await Promise.all(
    whole === undefined
      ? [fire({ connections })]
      : // autocannon sends the requests of a second in one go; so each of a second's requests has a client of its own.
        Array.from({ length: whole }, async (_, at) => {
          await pause((at * 1000) / whole)
          return fire({ connections: 1, overallRate: 1 })
        }),
  )
  const lasted = (performance.now() - before) / 1000
  signal.abort()
  taken.sort((one, two) => one - two)
  return {
    served: taken.length,
    shed,
    failed: failed + results.reduce((sum, { errors, timeouts }) => sum + errors + timeouts, 0),
    seconds: lasted,
    p50: quantile(taken, 0.5),
    p99: quantile(taken, 0.99),
    health: quantile(await health, 0.99),
    hashes,
  }
}

/** Asks after the health of the service ten times a second until told to stop: what its event loop lets others wait. */
function watched(): { signal: AbortController; health: Promise<number[]> } {
  const signal = new AbortController()
  const health = (async () => {
    const taken: number[] = []
    while (!signal.signal.aborted) {
      const before = performance.now()
      await (await fetch(`${service.address}/health/live`)).text()
      taken.push(performance.now() - before)
      await pause(100)
    }
    return taken.sort((one, two) => one - two)
  })()
  return { signal, health }
}

function quantile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN
}

/** Least squares through the second half, when everything has been used once. */
function slopePerHour(seen: readonly (readonly [number, number])[]): number {
  const half = seen.slice(Math.floor(seen.length / 2))
  const [x, y] = [0, 1].map((place) => half.reduce((sum, each) => sum + (each[place] as number), 0) / half.length) as [number, number]
  const [over, under] = half.reduce(([a, b], [at, heap]) => [a + (at - x) * (heap - y), b + (at - x) ** 2] as const, [0, 0] as const)
  return ((over / under) * 3600) / 1e6
}

/** Starts the program on the first core, where cores can be chosen, and waits until it is ready. */
async function started() {
  const node = [process.execPath, '--expose-gc', '--import', watch, main]
  const [command = '', ...rest] = existsSync(taskset) ? [taskset, '-c', '0', ...node] : node
  const child = spawn(command, rest, {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [line] = (await once(child.stdout as Readable, 'data')) as [Buffer]
  const address = /http:\/\/\S+/.exec(String(line))?.[0] ?? ''
  const ready = await fetch(`${address}/health/ready`)
  if (!ready.ok) throw new Error(`not ready: ${ready.status}`)
  return {
    address,
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
    /** What the heap holds after everything that can be let go of has been. */
    heap: async () => {
      child.send('memory')
      const [{ heapUsed }] = (await once(child, 'message')) as [{ heapUsed: number }]
      return heapUsed
    },
    /** The longest that the event loop was held up since this was last asked, in milliseconds. */
    delay: async () => {
      child.send('delay')
      const [{ milliseconds }] = (await once(child, 'message')) as [{ milliseconds: number }]
      return milliseconds
    },
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  await once(child, 'exit')
}

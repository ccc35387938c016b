import { isIP } from 'node:net'
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from '../problem.ts'
import type { Caller } from './caller.ts'

const minute = 60_000
/** How many callers are remembered at once; beyond that, the one that was away for longest is forgotten. */
const callersKept = 20_000

/** Counts a request, says in its headers what is left, and throws an HttpProblem where it is one too many. */
export type Rate = (request: FastifyRequest, reply: FastifyReply, caller: Caller | undefined) => Promise<void>

/**
 * The limit of requests a minute: of a caller by who they are, and otherwise of an address, in IPv6 of a network of 64 bits. Nothing is
 * counted where the limit is 0. Headers are those of draft 7 and before of "RateLimit header fields for HTTP", which programs know.
 */
export async function rateOf(app: FastifyInstance, perMinute: number): Promise<Rate> {
  if (perMinute === 0) return async () => {}
  await app.register(rateLimit, { global: false, cache: callersKept })
  const callers = new WeakMap<FastifyRequest, Caller>()
  const count = app.createRateLimit({
    max: perMinute,
    timeWindow: minute,
    keyGenerator: (request) => callers.get(request)?.id ?? `address ${normalizeIP(addressOf(request))}`,
  })
  return async (request, reply, caller) => {
    if (caller !== undefined) callers.set(request, caller)
    const state = await count(request)
    if (state.isAllowed) return
    const { max, remaining, ttlInSeconds, isExceeded } = state
    reply.headers({ 'ratelimit-limit': max, 'ratelimit-remaining': remaining, 'ratelimit-reset': ttlInSeconds })
    if (!isExceeded) return
    const who = caller === undefined ? 'One address' : 'One caller'
    throw tooMany('too-many-requests', `${who} may make ${max} requests a minute. Try again in ${secondsOf(ttlInSeconds)}.`, ttlInSeconds)
  }
}

/**
 * The address that a request comes from, or came from to a proxy that is believed. Some proxies write a port behind it, which is another one for
 * every connection; what a proxy passes on and is no address counts as the proxy's own.
 */
function addressOf({ ip, socket }: FastifyRequest): string {
  const bare = /^(?:([0-9.]+)|\[([^\]]+)\]):[0-9]+$/.exec(ip)
  const address = bare?.[1] ?? bare?.[2] ?? ip
  return isIP(address) === 0 ? (socket.remoteAddress ?? 'none') : address
}

/** A caller who has used the requests of a day. */
export function spent({ perDay }: Caller, seconds: number): HttpProblem {
  const detail = `This key may make ${perDay} requests a day, and they are used up. The next day begins at midnight in UTC, in ${secondsOf(seconds)}.`
  return tooMany('quota-spent', detail, seconds)
}

function tooMany(code: 'too-many-requests' | 'quota-spent', detail: string, seconds: number): HttpProblem {
  return new HttpProblem(code, detail, { headers: { 'retry-after': String(Math.max(1, seconds)) } })
}

function secondsOf(seconds: number): string {
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}

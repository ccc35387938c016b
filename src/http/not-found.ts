import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { nearest, wordList } from '../case/nearest.ts'
import { acceptable } from './accept.ts'
import { preflight } from './cross-origin.ts'
import { sendTrouble } from './page/trouble.ts'
import { HttpProblem } from './problem.ts'

interface KnownAddress {
  url: string
  pattern: RegExp
  methods: Set<string>
}

/**
 * Answers what no route takes: OPTIONS with the methods of an address, another method with 405 and the same, an unknown address with 404
 * and the nearest known one; a person at a browser is told so on a page. Call it before the routes are registered.
 */
export function answerUnknown(app: FastifyInstance): void {
  const addresses = new Map<string, KnownAddress>()
  app.addHook('onRoute', ({ url, method }) => {
    const address = addresses.get(url) ?? { url, pattern: patternOf(url), methods: new Set() }
    for (const each of [method].flat()) address.methods.add(each)
    addresses.set(url, address)
  })
  app.setNotFoundHandler(async (request: FastifyRequest, reply: FastifyReply) => {
    const [path = ''] = (request.raw.url as string).split('?')
    const address = [...addresses.values()].find(({ pattern }) => pattern.test(path))
    // A route may itself find nothing at an address that it takes, as that of the pages at /docs does.
    if (address === undefined || address.methods.has(request.method))
      return refused(unknownAddress(path, [...addresses.keys()]), request, reply)
    const allow = [...address.methods, 'OPTIONS'].sort().join(', ')
    if (request.method === 'OPTIONS')
      return reply
        .code(204)
        .headers({ allow, ...preflight(request, allow) })
        .send()
    const message = `${address.url} takes ${wordList(allow.split(', '), 'and')}, not ${request.method}.`
    return refused(new HttpProblem('wrong-method', message, { headers: { allow } }), request, reply)
  })
}

/** Sends a page to whoever asks for one before a problem document, as browsers do. Throws the problem for everybody else. */
function refused(problem: HttpProblem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('vary', 'accept')
  if (!isVisitor(request)) throw problem
  return sendTrouble(problem, request, reply)
}

function isVisitor({ method, headers: { accept } }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  try {
    return acceptable(accept, ['application/json', 'text/html']) === 'text/html'
  } catch {
    // Neither is asked for: a problem has to be told all the same.
    return false
  }
}

/** A route's url as a pattern of addresses: each :name is one part, a star is anything. */
function patternOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) => (part === '*' ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[a-zA-Z]+/g, '[^/]+')))
  return new RegExp(`^${parts.join('/')}$`)
}

function unknownAddress(path: string, known: readonly string[]): HttpProblem {
  const shown = known.filter((url) => !url.startsWith('/docs/'))
  const near = nearest(path, shown)
  const advice = near === undefined ? 'The addresses are described at /openapi.json and /docs.' : `Did you mean ${near}?`
  return new HttpProblem('unknown-route', `There is nothing at this address. ${advice}`)
}

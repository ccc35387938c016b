import type { FastifyInstance } from 'fastify'
import { HttpProblem } from './problem.ts'

/**
 * Refuses what HTTP itself forbids, with a problem document where Node would send an empty answer: a request of HTTP/1.1 without a host or with
 * two, and an expectation that nobody here knows. Source: RFC 9112, section 3.2; RFC 9110, section 10.1.1.
 */
export function refuseUnsound(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.addHook('onRequest', async ({ raw }) => {
    const hosts = raw.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length
    if (raw.httpVersion === '1.1' && hosts !== 1)
      throw new HttpProblem(
        'malformed-request',
        `A request of HTTP/1.1 has one header Host, and this one has ${hosts === 0 ? 'none' : hosts}.`,
      )
    if (raw.headers.expect !== undefined && raw.headers.expect.toLowerCase() !== '100-continue')
      throw new HttpProblem('malformed-request', 'The only expectation that is met here is 100-continue.')
  })
}

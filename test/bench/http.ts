import { fileURLToPath } from 'node:url'
import fastify, { type FastifyInstance } from 'fastify'
import { buildApp } from '../../src/http/app.ts'
import { namedSchemas } from '../../src/http/openapi.ts'
import { benchModel } from './appraise.ts'
import { inMilliseconds, measurePair } from './measure.ts'
import { referenceCase } from './reference-case.ts'
import { withOtherNumbers } from './shapes.ts'

const requestsForMemory = 10_000

/** What HTTP adds to an appraisal, against an echo route that validates and serialises the same bodies; and memory over many requests. */
export async function httpBench(print: (line: string) => void): Promise<void> {
  const app = await buildApp({ model: benchModel, scenarios: fileURLToPath(new URL('../../scenarios', import.meta.url)) })
  const service = await app.listen({ port: 0, host: '127.0.0.1' })
  const post = async (url: string, body: string) => {
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${answer.status}: ${text.slice(0, 300)}`)
    return text
  }
  const body = JSON.stringify(referenceCase)
  const appraiseUrl = `${service}/v1/appraise`
  const echo = await echoApp(JSON.parse(await post(appraiseUrl, body)))
  const echoUrl = `${await echo.listen({ port: 0, host: '127.0.0.1' })}/echo`
  let numbers = 0
  const fresh = () => JSON.stringify(withOtherNumbers(1 + ++numbers / 1000))
  const { a, b, ratio } = await measurePair(
    () => post(appraiseUrl, fresh()),
    () => post(echoUrl, fresh()),
  )
  print(`POST /v1/appraise over loopback, other numbers: ${inMilliseconds(a)}`)
  print(`echo that validates and serialises the same:    ${inMilliseconds(b)}   ratio ${ratio.toFixed(1)}`)
  await memoryBench(print, () => post(appraiseUrl, smallBody))
  await Promise.all([app.close(), echo.close()])
}

/** An echo: the same body validated by schema, the same answer serialised by schema, and nothing computed. */
async function echoApp(answer: unknown): Promise<FastifyInstance> {
  const formats = { 'financial-year': true } as const
  const app = fastify({
    ajv: {
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        useDefaults: false,
        strict: false,
        formats,
      },
    },
    serializerOpts: { ajv: { formats } },
  })
  for (const [id, schema] of namedSchemas()) app.addSchema({ ...schema, $id: id })
  const schema = { body: { $ref: 'Case#' }, response: { 200: { $ref: 'Answer#' } } }
  app.post('/echo', { schema }, async () => answer)
  return app
}

const smallBody = JSON.stringify({ ...referenceCase, years: 1, funding: [], interventions: referenceCase.interventions.slice(0, 1) })

/** Resident and heap memory over many requests: the last half must not climb. */
async function memoryBench(print: (line: string) => void, request: () => Promise<unknown>): Promise<void> {
  const seen: string[] = []
  for (let done = 0; done <= requestsForMemory; done++) {
    if (done % (requestsForMemory / 5) === 0) {
      globalThis.gc?.()
      const { rss, heapUsed } = process.memoryUsage()
      seen.push(`${done}: ${(heapUsed / 1e6).toFixed(0)} MB heap, ${(rss / 1e6).toFixed(0)} MB resident`)
    }
    await request()
  }
  print(`memory after requests   ${seen.join('   ')}`)
}

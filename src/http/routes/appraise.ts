import type { FastifyInstance } from 'fastify'
import { appraise } from '../../answers/appraise.ts'
import { readCase } from '../../case/read-case.ts'
import { textBody } from '../body.ts'
import { examplesByType } from '../examples.ts'
import { answerOptions, chosenFormat, sendAnswer } from '../formats.ts'
import { documented, named } from '../operation.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { variantsIgnored } from '../variants-ignored.ts'

const schema = documented({
  operationId: 'appraise',
  summary: 'Appraise a case',
  description:
    'Takes a case, or a scenario, and answers what it avoids, what of that is cash, and what stands between the two: year by year, with the assumptions, the checks that were made and what to know before relying on it. A scenario’s variants are left aside, with a warning.',
  tag: 'appraisal',
  query: answerOptions,
  body: examplesByType,
  // JSON alone, although CSV comes too: a generator makes a union of everything here, and callers would have to tell an answer from a text.
  answer: {
    description: 'The appraisal; with format=csv, the text that appraise.csv of a scenario describes.',
    content: { 'application/json': named('Answer') },
  },
  problems: [
    'not-json',
    'not-yaml',
    'not-text',
    'empty-body',
    'malformed-url',
    'malformed-request',
    'not-acceptable',
    'body-too-large',
    'unsupported-media-type',
    'unsupported-charset',
    'unsupported-encoding',
    'not-a-case',
    'wrong-extends',
    'wrong-option',
    'check-failed',
    'internal',
  ],
})

/** POST /v1/appraise: a case in, its answer out. */
export function appraiseRoute(app: FastifyInstance, service: Service): void {
  app.post('/v1/appraise', { schema }, async (request, reply) => {
    const { options } = readQuery(request, answerOptions)
    const format = chosenFormat(request, options.format)
    const body = textBody(request)
    const ready = readCase(body.text, body.format, { load: service.library.load })
    return sendAnswer(reply.header('vary', 'accept'), appraise(ready, service, variantsIgnored(ready)), format, options.numbers)
  })
}

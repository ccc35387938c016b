import { PassThrough, Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { type BatchAsked, batchAnswer } from '../../answers/batch.ts'
import { BatchFault, batchLimits, linesAsked } from '../../answers/batch-heading.ts'
import { RowFault } from '../../answers/batch-row.ts'
import { CheckFailure } from '../../answers/checked.ts'
import { CsvFault, csvRecords, inText } from '../../case/csv-records.ts'
import { acceptable } from '../accept.ts'
import { plainType } from '../body.ts'
import { goneSignal } from '../client-gone.ts'
import { framesOf } from '../frames.ts'
import type { Library } from '../library.ts'
import { batchRow } from '../long-work.ts'
import { documented } from '../operation.ts'
import { HttpProblem } from '../problem.ts'
import { readQuery } from '../query.ts'
import { tellOfCheck } from '../seeing/check-alert.ts'
import type { Service } from '../service.ts'
import { scenarioOf } from './scenario.ts'

const { bytes, rows, columns, cell, lines } = batchLimits
const options = Type.Object(
  {
    scenario: Type.Optional(Type.String({ description: 'the scenario of the library that rows start from where they name none' })),
    columns: Type.Optional(
      Type.String({ description: `the ids of at most ${lines} lines to answer with, with commas between; the headline where absent` }),
    ),
  },
  { additionalProperties: false },
)

const schema = documented({
  operationId: 'batch',
  summary: 'Appraise many cases, one a row',
  description: `Takes a CSV whose headings are paths of values, such as fgc.warmUp.months, beside scenario (which scenario of the library the row starts from), id and row (labels that pass through). Each row is a case: the scenario with the row's values set; an empty cell leaves the value as it is. Answers a CSV with one row for each, in order, as each is known: labels, scenario, the lines asked for, the hashes, the model that answered, codes of warnings, and error: why a row has no answer. At most ${bytes / 1024 / 1024} MiB, ${rows} rows, ${columns} columns and ${cell} characters a cell; a row without values is passed over.`,
  tag: 'appraisal',
  query: options,
  csvBody: {
    description: 'One row a case, under a row of headings.',
    example: 'id,scenario,fgc.warmUp.months,care.place.amount\r\nslow,minimal,18,\r\ndear,minimal,,1800\r\n',
  },
  answer: {
    description: 'The answers.',
    content: {
      'text/csv': Type.String({
        description: 'One row an answer: row, id, scenario, a column a line, caseHash, resultHash, model, warnings and error.',
      }),
    },
  },
  problems: [
    'malformed-url',
    'malformed-request',
    'empty-body',
    'not-acceptable',
    'body-too-large',
    'unsupported-media-type',
    'unsupported-charset',
    'unsupported-encoding',
    'not-a-batch',
    'unknown-scenario',
    'wrong-option',
    'internal',
  ],
})

/** POST /v1/batch: one row a case in, one row an answer out, while the body still comes in. */
export async function batchRoute(app: FastifyInstance, service: Service): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload))
    scope.addContentTypeParser('*', (_request, _payload, done) => done(notCsv()))
    scope.post('/v1/batch', { schema }, async (request, reply) => {
      const answer = batchAnswer(csvRecords(readAhead(request), bytes), asked(request, reply, service), service)
      const first = await begun(answer)
      reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="cashable-batch.csv"')
      return reply.send(Readable.from(from(first, answer)))
    })
  })
}

function notCsv(): HttpProblem {
  return new HttpProblem('unsupported-media-type', 'A batch is read as text/csv; say so in Content-Type.', {
    headers: { 'accept-post': 'text/csv' },
  })
}

/** What a request asks of its batch. Throws an HttpProblem where an option is wrong, or names a scenario that is not there. */
function asked(request: FastifyRequest, reply: FastifyReply, service: Service): BatchAsked {
  const { library, limits } = service
  const gone = goneSignal(reply)
  const query = readQuery(request, options).options
  acceptable(request.headers.accept, ['text/csv'])
  if (query.scenario !== undefined) scenarioOf(library, query.scenario)
  return {
    scenario: query.scenario,
    lines: query.columns === undefined ? undefined : sound(() => linesAsked(query.columns as string)),
    find: (name) => caseOf(library, name),
    mostRows: Math.min(rows, limits.batchRows),
    answerRow: (ready, ids) => batchRow(service, gone, ready, ids),
    onRow: ({ failure }) => {
      if (failure instanceof CheckFailure) tellOfCheck(failure, request)
      else if (failure instanceof Error) request.log.error({ error: failure.name, at: framesOf(failure.stack) }, 'row failed')
    },
  }
}

function caseOf(library: Library, name: string) {
  try {
    return scenarioOf(library, name).case
  } catch (error) {
    throw new RowFault((error as Error).message)
  }
}

/**
 * The body as it comes in, read ahead of the work up to the most that a body may have: work on the rows takes longer than a request may take
 * to arrive, and a body left in the connection would be cut off. Throws an HttpProblem where the headers already say that it cannot be read.
 */
function readAhead(request: FastifyRequest): AsyncIterable<Uint8Array> {
  plainType(request)
  if (!(request.body instanceof Readable)) throw new HttpProblem('empty-body', 'Send rows in the body, as text/csv.')
  if (Number(request.headers['content-length'] ?? 0) > bytes)
    throw new HttpProblem('body-too-large', `A batch may have at most ${bytes} bytes: send it in parts.`)
  return aheadOf(request.body)
}

/** A body read ahead. Where the work ends before the body does, the rest is read and left aside: to cut it off would cut off the answer. */
function aheadOf(body: Readable): Readable {
  const ahead = new PassThrough({ highWaterMark: bytes })
  body.pipe(ahead)
  body.once('close', () => body.readableEnded || ahead.destroy(new Error('the body broke off')))
  ahead.once('close', () => {
    body.unpipe(ahead)
    body.resume()
  })
  ahead.on('error', () => {})
  return ahead
}

/** The headings of the answer. Throws an HttpProblem where there is no batch to answer. */
async function begun(answer: AsyncGenerator<string>): Promise<string> {
  try {
    const { value } = await answer.next()
    return value ?? ''
  } catch (error) {
    throw asProblem(error)
  }
}

async function* from(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

function sound<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asProblem(error)
  }
}

function asProblem(error: unknown): unknown {
  if (error instanceof CsvFault) return new HttpProblem('not-a-batch', inText(error))
  return error instanceof BatchFault ? new HttpProblem('not-a-batch', error.message) : error
}

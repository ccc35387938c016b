import type { FastifyInstance } from 'fastify'
import { postedCase } from '../body.ts'
import { examplesByType } from '../examples.ts'
import { answerOptions, chosenFormat, formats, sendAnswer, sendWorkbook } from '../formats.ts'
import { bookOf, postedAnswer } from '../long-work.ts'
import { documented, named, problemsOfPosted } from '../operation.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { slopesInJson } from '../slopes-option.ts'
import { variantsIgnored } from '../variants-ignored.ts'

const schema = documented({
  operationId: 'appraise',
  summary: 'Appraise a case',
  description:
    'Takes a case, or a scenario, and answers what it avoids, what of that is cash, and what stands between the two: year by year, with the assumptions, the checks that were made and what to know before relying on it. A scenario’s variants are left aside, with a warning. A case may also come as a workbook, made from /v1/template.xlsx and filled in, or as the CSV files of its tables; errors then name sheet and cell, or file and line.',
  tag: 'appraisal',
  query: answerOptions,
  body: examplesByType,
  takesFiles: true,
  // JSON alone, although CSV comes too: a generator makes a union of everything here, and callers would have to tell an answer from a text.
  answer: {
    description: 'The appraisal; with format=csv, xml or xlsx, what appraise.csv, appraise.xml or appraise.xlsx of a scenario describes.',
    content: { 'application/json': named('Answer') },
  },
  problems: [...problemsOfPosted, 'unknown-line', 'unknown-period'],
})

/** POST /v1/appraise: a case in, its answer out. */
export function appraiseRoute(app: FastifyInstance, service: Service): void {
  app.post('/v1/appraise', { schema }, async (request, reply) => {
    const { options } = readQuery(request, answerOptions)
    const format = chosenFormat(request, options.format)
    if (options.slopes !== undefined && format !== formats.json) throw slopesInJson(options.slopes)
    const ready = await postedCase(request, reply, service)
    reply.header('vary', 'accept')
    const more = variantsIgnored(ready)
    if (!('as' in format)) return sendWorkbook(request, reply, await bookOf(service, reply, ready, more), 'cashable')
    const { numbers, slopes } = options
    const form = format.as === 'json' ? { as: format.as, numbers, slopes } : { as: format.as }
    const { text } = await postedAnswer(service, reply, ready, form, more)
    return sendAnswer(reply, text, format)
  })
}

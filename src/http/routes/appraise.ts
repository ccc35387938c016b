import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ReportForm } from '../../answers/report.ts'
import type { ReadCase } from '../../case/read-case.ts'
import { isFile } from '../access/route-scopes.ts'
import { postedCase, textBody } from '../body.ts'
import { examplesByType } from '../examples.ts'
import { answerOptions, chosenFormat, formats, sendAnswer, sendReport, sendWorkbook } from '../formats.ts'
import { bookOf, postedAnswer, reportOf } from '../long-work.ts'
import { documented, named, problemsOfPosted } from '../operation.ts'
import { readQuery } from '../query.ts'
import type { Service } from '../service.ts'
import { slopesInJson } from '../slopes-option.ts'
import { variantsIgnored } from '../variants-ignored.ts'

const schema = documented({
  operationId: 'appraise',
  summary: 'Appraise a case',
  description:
    'Takes a case, or a scenario, and answers what it avoids, what of that is cash, and what stands between the two: year by year, with the assumptions, the checks that were made and what to know before relying on it. A scenario’s variants are left aside, with a warning, but for a report, which compares them. A case may also come as a workbook, made from /v1/template.xlsx and filled in, or as the CSV files of its tables; errors then name sheet and cell, or file and line.',
  tag: 'appraisal',
  query: answerOptions,
  body: examplesByType,
  takesFiles: true,
  // JSON alone, although CSV comes too: a generator makes a union of everything here, and callers would have to tell an answer from a text.
  answer: {
    description:
      'The appraisal; with format=csv, xml, xlsx, html or docx, what appraise.csv, appraise.xml and so on of a scenario describe.',
    content: { 'application/json': named('Answer') },
  },
  problems: [...problemsOfPosted, 'wrong-variant', 'unknown-line', 'unknown-period'],
})

/** POST /v1/appraise: a case in, its answer out. */
export function appraiseRoute(app: FastifyInstance, service: Service): void {
  app.post('/v1/appraise', { schema }, async (request, reply) => {
    const { options } = readQuery(request, answerOptions)
    const format = chosenFormat(request, options.format)
    if (options.slopes !== undefined && format !== formats.json) throw slopesInJson(options.slopes)
    const ready = await postedCase(request, reply, service)
    reply.header('vary', 'accept')
    if ('report' in format) return sendReport(request, reply, format.report, await posted(request, reply, ready, format.report), 'cashable')
    const more = variantsIgnored(ready)
    if (!('as' in format)) return sendWorkbook(request, reply, await bookOf(service, reply, ready, more), 'cashable')
    const { numbers, slopes } = options
    const form = format.as === 'json' ? { as: format.as, numbers, slopes } : { as: format.as }
    const { text } = await postedAnswer(service, reply, ready, form, more)
    return sendAnswer(reply, text, format)
  })

  /** The report of a posted case. Variants are compared where the body is a text; those of a workbook are left aside, with a warning. */
  async function posted(request: FastifyRequest, reply: FastifyReply, ready: ReadCase, form: ReportForm) {
    const isText = Buffer.isBuffer(request.body) && !isFile(request.headers['content-type'] ?? '')
    if (ready.variantsIgnored === 0 || !isText) return await reportOf(service, reply, { ready, form, more: variantsIgnored(ready) })
    const { library, limits } = service
    return await reportOf(service, reply, { ready, form, scenario: { ...textBody(request), texts: library.texts, limits } })
  }
}

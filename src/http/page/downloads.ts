import type { FastifyInstance, FastifyReply } from 'fastify'
import { stringify } from 'yaml'
import { formats, sendReport, sendWorkbook } from '../formats.ts'
import { bookOf, postedAnswer, reportOf } from '../long-work.ts'
import { HttpProblem } from '../problem.ts'
import type { Service } from '../service.ts'
import { variantsIgnored } from '../variants-ignored.ts'
import { type Asked, askedByAddress, askedByForm, formFields } from './asked.ts'
import { comparedScenario, scenarioWith } from './scenario-file.ts'
import { type Standing, standingOf } from './standing.ts'

const hidden = { schema: { hide: true } }

/** GET /page/case.yaml and POST /page/download: what the page shows as files; a case of one's own comes with the form. */
export function downloadRoutes(page: FastifyInstance, service: Service): void {
  page.get('/page/case.yaml', hidden, async (request, reply) => sendScenarioFile(reply, soundStanding(service, askedByAddress(request))))
  page.post('/page/download', hidden, async (request, reply) => {
    const standing = soundStanding(service, askedByForm(request))
    const as = formFields(request).get('as')
    if (as === 'yaml') return sendScenarioFile(reply, standing)
    const { saved, ready, changes } = standing
    // As with a case that is posted: the report compares the variants, and what leaves them aside says so.
    const more = variantsIgnored(saved.ready)
    if (as === 'xlsx') return sendWorkbook(request, reply, await bookOf(service, reply, ready, more), 'cashable')
    if (as === 'html' || as === 'docx') {
      const asked = { ready, form: as, scenario: comparedScenario(saved), overrides: changes } as const
      return sendReport(request, reply, as, await reportOf(service, reply, asked), 'cashable')
    }
    if (as !== 'csv') throw new HttpProblem('wrong-option', 'as: a download is yaml, xlsx, csv, html or docx.')
    const { text } = await postedAnswer(service, reply, ready, { as: 'csv' }, more)
    reply.header('content-disposition', 'attachment; filename="cashable.csv"')
    return reply.type(`${formats.csv.mediaType}; charset=utf-8`).send(text)
  })
}

/** Where a visit stands, with nothing wrong. Throws an HttpProblem with what is. */
function soundStanding(service: Service, asked: Asked): Standing {
  const standing = standingOf(service, asked)
  const [first] = standing.problems
  if (first === undefined) return standing
  throw new HttpProblem('not-a-case', first.message, { errors: standing.problems })
}

function sendScenarioFile(reply: FastifyReply, { saved, ready }: Standing) {
  const name = saved.scenario ?? 'case'
  reply.header('content-disposition', `attachment; filename="${name}.yaml"`).type('application/yaml; charset=utf-8')
  return reply.send(stringify(scenarioWith(saved.beside, ready.raw), { lineWidth: 120 }))
}

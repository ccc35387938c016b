import Type from 'typebox'
import { Model } from '../answers/appraise-schema.ts'
import type { Limits } from '../answers/cost/limits.ts'
import { closed } from '../answers/figure-schemas.ts'

const most = (description: string) => Type.Integer({ minimum: 0, description })
const descriptions: Readonly<Record<keyof Limits, string>> = {
  bodyBytes: 'the most bytes of a case in JSON or YAML (bytes)',
  depth: 'how deep objects and lists may go inside each other in it (levels)',
  months: 'the longest horizon (months)',
  interventions: 'the most interventions of a case (interventions)',
  lines: 'the most cost lines of demands, and costs and savings of interventions, together (lines)',
  draws: 'the most draws of a simulation or a choice (draws)',
  batchRows: 'the most rows of a batch (rows)',
  operations: 'the most operations of one appraisal of a case, priced from the case before it is begun (operations)',
  totalOperations: 'the most operations of a whole question: a simulation, a choice or a comparison is many appraisals (operations)',
}

const LimitsSchema = closed(
  'Limits',
  'How large a question may be; above a limit it is refused before any work, with what it takes and the limit.',
  {
    ...(Object.fromEntries(Object.entries(descriptions).map(([name, description]) => [name, most(description)])) as Record<
      keyof Limits,
      ReturnType<typeof most>
    >),
  },
)

/** What /version answers: what made the answers, and how large a question may be. */
export const Version = closed('Version', 'The program that makes the answers, and how large a question may be.', {
  ...Model.properties,
  limits: LimitsSchema,
})

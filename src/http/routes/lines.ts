import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { glossary } from '../../answers/glossary.ts'
import { nearest } from '../../case/nearest.ts'
import { rendered } from '../../case/problem.ts'
import { choice } from '../../case/quantity.ts'
import { overTime } from '../../method/lines.ts'
import { acceptsJson } from '../formats.ts'
import { documented, named } from '../operation.ts'
import { HttpProblem } from '../problem.ts'
import { noOptions, readQuery } from '../query.ts'

/** One line of the glossary. */
const Line = Type.Object(
  {
    id: Type.String({ description: 'the name of the line, the last part of its id in an answer' }),
    label: Type.String({ description: 'the line in plain English' }),
    unit: Type.String({ description: 'what it is measured in' }),
    section: Type.String({ description: 'the section of the method that defines it' }),
    overTime: choice([...overTime], 'what a longer time makes of it: the sum of its months or years, the last of them, or none'),
    period: Type.Unsafe<string>({
      type: 'string',
      enum: ['month', 'year', 'case'],
      description: 'whether it has a value for each month, for each financial year, or one for the case',
    }),
    formula: Type.String({
      description:
        'its formula in words, printed from the method as it runs, for a month or a whole financial year in the middle of the horizon; counts are called by what they are in the case, such as the months of the window; where a line is made in several ways the formula says first which of them it is, and explain gives that of your case',
    }),
  },
  { $id: 'Line', additionalProperties: false, description: 'A named line of the method.' },
)
/** The glossary. */
export const LineList = Type.Object(
  { lines: Type.Array(Line, { description: 'the lines, in the order of the method' }) },
  { $id: 'LineList', additionalProperties: false, description: 'The named lines of the method.' },
)

const listSchema = documented({
  operationId: 'listLines',
  summary: 'List the lines of the method',
  description:
    'Answers the glossary: every named line with its label, its unit, its formula in words and the section of the method that defines it. A full id, such as headline.netCashable, is taken too.',
  tag: 'reference',
  answer: { description: 'The lines.', content: { 'application/json': named('LineList') } },
  problems: ['malformed-url', 'not-acceptable', 'wrong-option', 'internal'],
})
const lineSchema = documented({
  operationId: 'getLine',
  summary: 'Show a line of the method',
  description:
    'Answers one named line with its label, its unit, its formula in words and the section of the method that defines it. A full id, such as headline.netCashable, is taken too.',
  tag: 'reference',
  params: Type.Object({ id: Type.String({ description: 'the name of a line', examples: ['cashable'] }) }),
  answer: { description: 'The line.', content: { 'application/json': named('Line') } },
  problems: ['malformed-url', 'unknown-line', 'not-acceptable', 'wrong-option', 'internal'],
})

/** GET /v1/lines and /v1/lines/:id: the glossary. */
export function linesRoutes(app: FastifyInstance): void {
  app.get('/v1/lines', { schema: listSchema }, async (request) => {
    readQuery(request, noOptions)
    acceptsJson(request)
    return { lines: glossary() }
  })
  app.get<{ Params: { id: string } }>('/v1/lines/:id', { schema: lineSchema }, async (request) => {
    readQuery(request, noOptions)
    acceptsJson(request)
    const { id } = request.params
    const name = lastName(id)
    const line = glossary().find((each) => each.id === name)
    if (line !== undefined) return line
    const near = nearest(
      name,
      glossary().map((each) => each.id),
    )
    const advice = near === undefined ? 'The lines are listed at /v1/lines.' : `Did you mean ${near}?`
    throw new HttpProblem('unknown-line', `There is no line ${rendered(id)}. ${advice}`)
  })
}

/** The name of the line in an id: the last part of demand.care.costs.place.cashable@2027-28, or the one before a demand's id. */
function lastName(id: string): string {
  const parts = (id.split('@')[0] ?? '').split('.')
  const isByDemand = parts.length > 2 && ['entriesAvoided', 'costPerEntryAvoided'].includes(parts.at(-2) ?? '')
  return (isByDemand ? parts.at(-2) : parts.at(-1)) ?? ''
}

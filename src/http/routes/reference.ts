import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { choice } from '../../case/quantity.ts'
import { figures, referenceConfidences, referenceTopics, referenceUnits } from '../../reference/catalogue.ts'
import { referenceData } from '../../reference/version.ts'
import { acceptsJson } from '../formats.ts'
import { documented, named } from '../operation.ts'
import { noOptions, readQuery } from '../query.ts'

const text = (description: string) => Type.String({ description })

const ReferenceFigure = Type.Object(
  {
    id: text('what a case names it by: { ref: id }'),
    title: text('the figure in plain English'),
    topic: choice(referenceTopics, 'what it is about'),
    value: text('the figure, as a decimal'),
    unit: choice(referenceUnits, 'what it is measured in'),
    priceYear: Type.Optional(text('the financial year whose prices it is in')),
    low: Type.Optional(text('the low end, where the source gives one')),
    high: Type.Optional(text('the high end, where the source gives one')),
    confidence: choice(
      referenceConfidences,
      'R1: read where its publisher put it; R2: read in a page that quotes the publisher; D: worked out from those, with the working shown',
    ),
    source: text('publisher, title, year'),
    address: Type.Optional(text('where it was read')),
    borneBy: Type.Optional(text('whose money it is')),
    working: Type.Optional(text('the arithmetic behind a figure that was worked out')),
    note: Type.Optional(text('what a reader should know before using it')),
  },
  { $id: 'ReferenceFigure', additionalProperties: false, description: 'A published figure.' },
)
/** The catalogue of built-in figures. */
export const ReferenceList = Type.Object(
  {
    referenceData: text('the month in which the figures were collected'),
    figures: Type.Array(ReferenceFigure, { description: 'the figures, by topic' }),
  },
  { $id: 'ReferenceList', additionalProperties: false, description: 'The built-in published figures.' },
)

const schema = documented({
  operationId: 'listReferenceFigures',
  summary: 'List the built-in figures',
  description:
    'Answers every published figure that a case may name with { ref: id }: its source, its price year and how far it was checked.',
  tag: 'reference',
  answer: { description: 'The figures.', content: { 'application/json': named('ReferenceList') } },
  problems: ['malformed-url', 'not-acceptable', 'wrong-option', 'internal'],
})

/** GET /v1/reference: the built-in figures. */
export function referenceRoute(app: FastifyInstance): void {
  app.get('/v1/reference', { schema }, async (request) => {
    readQuery(request, noOptions)
    acceptsJson(request)
    return { referenceData, figures }
  })
}

import Type from 'typebox'
import { Assumption, Model } from './appraise-schema.ts'
import { closed, decimal, listOf } from './figure-schemas.ts'
import { Measure, measured } from './measure-schema.ts'
import { Slope } from './slope-schema.ts'

/* The schema of a sensitivity, for the OpenAPI document and for tests: nothing leaves that it does not name. */

const whatToSet = (end: string) =>
  Type.Optional(
    Type.Unsafe<Record<string, string>>({
      type: 'object',
      additionalProperties: { type: 'string' },
      description: `what to set, by path, to appraise the case at its ${end} end, where the value alone will not do: a built-in figure keeps its price year only where that is set too`,
    }),
  )

const Bar = closed('TornadoBar', 'The figure with one assumption at its low and at its high end, everything else as it stands.', {
  path: Type.String({ description: 'the path of the assumption' }),
  unit: Type.String({ description: 'the unit of the assumption' }),
  low: decimal('its low end'),
  central: decimal('its value as the case stands'),
  high: decimal('its high end'),
  atLow: measured('the figure at the low end'),
  atHigh: measured('the figure at the high end'),
  swing: measured('how far apart the figure is at the two ends and at the centre: the greatest less the least'),
  oneWay: Type.Boolean({ description: 'whether the figure goes one way between the ends; where false, it turns, and may go beyond them' }),
  setLow: whatToSet('low'),
  setHigh: whatToSet('high'),
})

const SensitiveAssumption = Type.Object(
  { ...Type.Omit(Assumption, ['slope']).properties, slope: Slope },
  { $id: 'SensitiveAssumption', additionalProperties: false, description: 'A quantity that the method reads, with its slope.' },
)

/** The schema of what `sensitivity` answers. */
export const Sensitivity = closed('Sensitivity', 'How much one figure moves with every assumption.', {
  model: Model,
  caseHash: Type.String({
    pattern: '^[0-9a-f]{64}$',
    description: 'SHA-256 of the canonical JSON (RFC 8785) of the case after defaults',
  }),
  measure: Measure,
  assumptions: listOf(
    SensitiveAssumption,
    'every quantity that the method reads, in the order of the case; whole numbers, dates and choices shape the case and have no slope',
  ),
  tornado: listOf(Bar, 'the assumptions that have a range, from its low to its high end, the longest swing first'),
  withoutRange: listOf(
    Bar,
    'the assumptions without a range, a tenth of their value either side within what is legal: not to be compared with the tornado, because a tenth says nothing of how unsure each is; none for those at 0',
  ),
})

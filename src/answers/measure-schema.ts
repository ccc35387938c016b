import Type from 'typebox'
import { closed } from './figure-schemas.ts'

/** A value of a measure, written as an answer writes such values. */
export const measured = (description: string) =>
  Type.Unsafe<string | number>({ anyOf: [{ type: 'string', pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$' }, { type: 'number' }], description })

/** The figure that a question looks at. */
export const Measure = closed('Measure', 'The figure that is looked at.', {
  id: Type.String({ description: 'the id of its line, such as headline.netCashable' }),
  label: Type.String({ description: 'what it is, in words' }),
  unit: Type.String({ description: 'what it is measured in' }),
  value: measured('its value as the case stands, in its unit'),
})

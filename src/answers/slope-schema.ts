import Type from 'typebox'
import { closed, decimal, word } from './figure-schemas.ts'
import { measured } from './measure-schema.ts'

const decimalOrNull = (description: string) =>
  Type.Unsafe<string | null>({ anyOf: [{ type: 'string', pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$' }, { type: 'null' }], description })

const Kink = closed('Kink', 'A place where a fall and a rise of a quantity do different things.', {
  below: decimalOrNull('the slope for a fall; null where the legal domain ends'),
  above: decimalOrNull('the slope for a rise; null where the legal domain ends'),
  why: Type.String({ description: 'what binds: a cap, a queue, growth, a whole step' }),
})

/** What a change of one assumption does to a figure. */
export const Slope = closed('Slope', 'What a change of one assumption does to the figure that is looked at.', {
  derivative: decimal(
    'what a change of the assumption by 1 of its own unit would do to the figure, in its unit, at the slope that it has here: ten significant digits, postings not rounded. At a kink that of a rise; at an upper legal end that of a fall. The jumps of whole steps are left out',
  ),
  perPercent: measured(
    'what 1% more of its value does to the figure, or 1% less where perPercentOf says so, at the slope of that side; where whole steps bind within a tenth of its value, at the average slope over that tenth either way',
  ),
  perPercentOf: word(['more', 'less'], 'whether perPercent is of 1% more, or of 1% less because 1% more is not legal'),
  averaged: Type.Boolean({
    description:
      'whether perPercent is an average over a tenth of the value, because whole steps make the figure jump, which derivative leaves out',
  }),
  elasticity: Type.Unsafe<string | number | null>({
    anyOf: [{ type: 'string', pattern: '^-?(0|[1-9][0-9]*)\\.[0-9]{4}$' }, { type: 'number' }, { type: 'null' }],
    description: 'by how many % the figure changes for 1% of the assumption; null where either is 0',
  }),
  rank: Type.Unsafe<number | null>({
    anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }],
    description:
      '1 for the assumption of which 1% moves the figure most, alike ones sharing a rank; null where 1% of it moves nothing, as of 0',
  }),
  stepped: Type.Boolean({
    description: 'whether whole steps of a release plan lie between: a larger change may make the figure jump, which no slope shows',
  }),
  kink: Type.Unsafe<unknown>({
    anyOf: [Kink, { type: 'null' }],
    description: 'where a fall and a rise do different things; null where the slope is one',
  }),
  set: Type.Optional(
    Type.Unsafe<Record<string, string>>({
      type: 'object',
      additionalProperties: { type: 'string' },
      description:
        'what to set, by path, with another value in place of this one, to appraise the case with a change of it, where the value alone will not do: a built-in figure keeps its price year only where that is set too',
    }),
  ),
})

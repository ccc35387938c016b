import Type, { type TSchema } from 'typebox'
import { Model } from './appraise-schema.ts'
import { closed, decimal, listOf, word } from './figure-schemas.ts'
import { Measure, measured } from './measure-schema.ts'

/* The schema of a break-even, for the OpenAPI document and for tests: nothing leaves that it does not name. */

const directions = ['rising', 'falling'] as const
const orNull = (schema: TSchema | { type: string; pattern?: string }, description: string) =>
  Type.Unsafe<unknown>({ anyOf: [schema, { type: 'null' }], description })
const direction = word(directions, 'whether the figure rises or falls there as the value grows')
const turning = word(
  [...directions, 'touching'] as const,
  'whether the figure rises or falls there as the value grows, or turns just at the target',
)
const sentence = Type.String({ description: 'the same in plain English' })

const Whole = closed('WholeNumber', 'A whole number beside a value of what is counted in whole things.', {
  value: decimal('the whole number, in the unit of the path'),
  measure: measured('the figure there, appraised again exactly'),
})

const place = {
  value: decimal('the value, in the unit of the path, of at most ten places'),
  change: decimal('the value less the central value, in the unit of the path'),
  relativeChange: orNull(
    { type: 'string', pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$' },
    'change as a part of the central value, to six places; null where that is 0',
  ),
  measure: measured('the figure there, appraised again exactly'),
  difference: measured(
    'the figure there less the target: at most a penny at a crossing, unless no value comes as near: amounts are paid to the penny, and what is paid every year moves the figure by several at a time',
  ),
  whole: listOf(
    Whole,
    'the whole numbers on either side, between the bounds, where the path is of what is counted in whole things, places or children, and the value is no whole number; else none',
  ),
  set: Type.Unsafe<Record<string, string>>({
    type: 'object',
    additionalProperties: { type: 'string' },
    description:
      'what to set, by path, to appraise the case at this value; besides the value itself what the case takes from the value it has now, such as the price year of a built-in figure',
  }),
  problem: Type.Optional(Type.String({ description: 'why a case with this value would be refused, where it would be' })),
  sentence,
}

const Crossing = closed('Crossing', 'A value at which the figure reaches the target.', {
  ...place,
  direction: turning,
  inRange: orNull({ type: 'boolean' }, 'whether the value lies within the range that the case states; null where it states none'),
})
const Closest = closed('Closest', 'The value that comes nearest, where none reaches the target.', place)
const JumpSide = closed('JumpSide', 'One side of a jump.', {
  value: decimal('the value, in the unit of the path'),
  measure: measured('the figure there, appraised again exactly'),
})
const Jump = closed('Jump', 'A value at which the figure jumps over the target without being it, as whole steps make it.', {
  below: JumpSide,
  above: JumpSide,
  direction,
  sentence,
})
const Stretch = closed('Stretch', 'Values at all of which the figure is the target.', {
  from: decimal('the first of them, in the unit of the path'),
  to: decimal('the last of them, in the unit of the path'),
  measure: measured('the figure there'),
  sentence,
})
const Unmoved = closed('Unmoved', 'That the figure is the same at every value looked at, and not the target.', {
  from: decimal('the low end of the bounds, in the unit of the path'),
  to: decimal('the high end of the bounds, in the unit of the path'),
  measure: measured('the figure throughout'),
  sentence,
})
const BreakEvenRange = closed('BreakEvenRange', 'How unsure the case says the quantity is.', {
  low: decimal('the low end, in the unit of the path'),
  high: decimal('the high end, in the unit of the path'),
  shape: Type.String({ description: 'the shape of the distribution between' }),
})
const Bounds = closed('Bounds', 'Between which values the answer was sought.', {
  low: decimal('the low end, in the unit of the path'),
  high: decimal('the high end, in the unit of the path'),
})

/** The schema of what `breakEven` answers. */
export const BreakEven = closed('BreakEven', 'The values of one quantity at which a figure reaches a target.', {
  model: Model,
  caseHash: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the canonical JSON (RFC 8785) of the case after defaults' }),
  path: Type.String({ description: 'the full path of the quantity' }),
  meaning: Type.String({ description: 'what it is, in words' }),
  unit: Type.String({ description: 'the unit of the quantity' }),
  central: decimal('its value as the case stands'),
  origin: word(['supplied', 'default', 'reference'], 'whether the case gave it, it is a default, or it is a built-in figure'),
  range: Type.Optional(BreakEvenRange),
  measure: Measure,
  target: measured('the target, in the unit of the figure'),
  bounds: Bounds,
  sentence: Type.String({ description: 'the answer in plain English' }),
  crossings: listOf(Crossing, 'every value found at which the figure reaches the target, lowest first'),
  jumps: listOf(Jump, 'where the figure jumps over the target'),
  stretches: listOf(Stretch, 'values in a row at all of which the figure is the target'),
  closest: orNull(
    Closest,
    'where no value reaches the target, the one that comes nearest; else null, and null where the quantity makes no difference',
  ),
  unmoved: orNull(Unmoved, 'where the quantity makes no difference between the bounds and the target is not reached; else null'),
  more: Type.Boolean({ description: 'whether there are more crossings than the first fifty' }),
})

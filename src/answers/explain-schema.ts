import Type from 'typebox'
import { rungs } from '../method/ladder.ts'
import { Assumption, Model } from './appraise-schema.ts'
import { bindKinds } from './explanation/bind.ts'
import { roles } from './explanation/formula.ts'
import { closed, listOf, word } from './figure-schemas.ts'

/* The schema of an explanation, for the OpenAPI document and for tests: nothing leaves that it does not name. */

const text = (description: string) => Type.String({ description })
const orNull = (description: string) => Type.Unsafe<string | null>({ anyOf: [{ type: 'string' }, { type: 'null' }], description })
const figureOrNull = (description: string) =>
  Type.Unsafe<string | number | null>({ anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }], description })
const figure = (description: string) => Type.Unsafe<string | number>({ anyOf: [{ type: 'string' }, { type: 'number' }], description })

const arithmetic =
  'plain arithmetic that can be worked out again: + − * / and brackets, sum, min, max, floor, round2, sqrt and cbrt; / answers 0 where the divisor is 0, floor adds 0.000000001 first, round2 rounds to 10 places and then to 2, half away from zero; every figure with all its digits'

const Operand = closed('Operand', 'A line or an assumption that a formula is made of.', {
  line: Type.Optional(text('the id of the line, which can be asked for in turn')),
  path: Type.Optional(text('the path of the assumption in the case, which can be asked for in turn')),
  label: text('what it is, in words'),
  value: figure('its value, rounded as in an answer'),
  exact: text('its value with all its digits'),
  unit: text('what it is measured in'),
  role: word(roles, 'what it does in the formula'),
  working: Type.Optional(Type.Integer({ minimum: 1, description: 'the working it stands in; absent for the formula itself' })),
})

const WorkingStep = closed('Working', 'A part of a formula that is written out by itself because it is used twice or would be too long.', {
  working: Type.Integer({ minimum: 1, description: 'its number, by which the words refer to it' }),
  words: text('its formula in words'),
  figures: text(arithmetic),
  inShort: text('its formula in rounded figures, for reading'),
  exact: text('its value with all its digits'),
})

const Bind = closed('Bind', 'Something that holds the figure where it is.', {
  kind: word(bindKinds, 'what holds it'),
  sentence: text('what holds it, in plain English with figures'),
})

const WhyStep = closed('WhyStep', 'One step from what is avoided to what is cash.', {
  rung: word(['grossAvoided', ...rungs, 'nil'], 'the rung; nil names those with nothing on them'),
  value: figure('its pounds: the rungs add up to grossAvoided'),
  sentence: text('what it is and where it comes from, in plain English with figures'),
  moves: Type.Optional(text('what would move it')),
})

const RestsOn = Type.Object(
  { ...Assumption.properties, shows: Type.Boolean({ description: 'whether it stands in the formulas; a plain 0 or 1 may not' }) },
  { $id: 'RestsOn', additionalProperties: false, description: 'An assumption that a figure finally rests on.' },
)

/** The schema of what `explain` answers. */
export const Explanation = closed('Explanation', 'One figure of a case, explained.', {
  model: Model,
  caseHash: text('SHA-256 of the canonical JSON (RFC 8785) of the case after defaults'),
  line: text('the id of the line explained, with its month or year, or the path of the assumption'),
  label: text('what it is, in words'),
  unit: text('what it is measured in'),
  section: text('the section of the method that defines it'),
  period: orNull('the month or financial year; null for the whole case'),
  value: figureOrNull('its value, rounded as in an answer; null where there is none, such as a line whose months do not add up'),
  exact: orNull('its value with all its digits; null where it is no number'),
  words: text('its formula in words'),
  figures: orNull(`its formula in figures: ${arithmetic}; null where it is no formula`),
  inShort: orNull('its formula in rounded figures, for reading'),
  operands: listOf(Operand, 'what the formula and its workings are made of'),
  workings: listOf(WorkingStep, 'the parts of the formula that are written out by themselves, each before those that use it'),
  why: Type.Optional(listOf(WhyStep, 'for cashable: why it is less than what is avoided')),
  binds: listOf(Bind, 'what holds the figure where it is'),
  assumptions: listOf(RestsOn, 'the assumptions that the figure finally rests on'),
  asks: listOf(Type.String(), 'lines and assumptions to ask for next'),
})

import Type from 'typebox'
import { HttpProblem } from './problem.ts'

/** The option that writes slopes into the assumptions of an answer. */
export const slopesOption = Type.Optional(
  Type.String({
    description:
      'a figure, such as netCashable or headline.npv: each quantity of assumptions then says in slope what it does to it, as /v1/sensitivity does; in JSON alone',
    examples: ['netCashable'],
  }),
)

/** That slopes go with no other format than JSON. */
export function slopesInJson(given: string): HttpProblem {
  const message = 'slopes are written into an answer in JSON, and in no other format; leave slopes out, or ask for format=json.'
  const errors = [{ pointer: '', path: '?slopes', message, got: JSON.stringify(given.slice(0, 80)), expected: 'no slopes, or format=json' }]
  return new HttpProblem('wrong-option', message, { errors })
}

import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { Overrides } from '../../case/overrides.ts'
import { plainType } from '../body.ts'
import { HttpProblem } from '../problem.ts'
import { readQuery } from '../query.ts'

/** What a visit to the page asks for: whose case, and what is set over it. */
export interface Asked {
  /** The id of a scenario of the library; where there is neither this nor a case, the first one shown. */
  scenario?: string
  /** A case of one's own, as JSON: it travels with the form, since the service keeps nothing. */
  own?: string
  overrides: Overrides
}

const options = Type.Object({ scenario: Type.Optional(Type.String()) }, { additionalProperties: false })

/** What an address asks for: /?scenario=la5-package&set.<path>=value. Throws an HttpProblem where an option is unknown or given twice. */
export function askedByAddress(request: FastifyRequest): Asked {
  const { options: given, overrides } = readQuery(request, options, true)
  return { ...(given.scenario === undefined ? {} : { scenario: given.scenario }), overrides }
}

/** What the form asks for. A box that is ticked comes after its hidden twin, so the last of two values counts; `back` takes a value or all back. */
export function askedByForm(request: FastifyRequest): Asked {
  const fields = formFields(request)
  const back = fields.get('back')
  const overrides = new Map<string, string>()
  for (const [name, value] of fields) {
    if (!name.startsWith('set.')) continue
    const path = name.slice('set.'.length)
    if (back !== 'all' && back !== path) overrides.set(path, value.trim())
  }
  const own = fields.get('case')
  const scenario = fields.get('scenario')
  return { ...(own ? { own } : scenario ? { scenario } : {}), overrides: Object.fromEntries(overrides) }
}

/** The type of the page's own forms. */
export const fieldsType = 'application/x-www-form-urlencoded'

/** The fields of a form, the last value of each. Throws an HttpProblem where the body is no form. */
export function formFields(request: FastifyRequest): Map<string, string> {
  const { body } = request
  if (body !== undefined && plainType(request) !== fieldsType)
    throw new HttpProblem('unsupported-media-type', 'The page takes its own form here. A case is posted to /v1/appraise.')
  if (!Buffer.isBuffer(body)) throw new HttpProblem('empty-body', 'The form came without its fields.')
  return new Map(new URLSearchParams(body.toString('utf8')))
}

import { type ProblemCode, problems } from '../problem.ts'
import { keyHeader, keyOption } from './credential.ts'
import { scopesOfRoute } from './route-scopes.ts'

/** The ways to say who calls, as the OpenAPI document names them. */
export const securitySchemes = {
  key: {
    type: 'apiKey',
    in: 'header',
    name: keyHeader,
    description:
      'A key that whoever runs the service made with `cashable key new`. Its scopes stand beside it in the file of keys; a body that is a workbook or a form of files needs the scope upload too.',
  },
  keyInAddress: {
    type: 'apiKey',
    in: 'query',
    name: keyOption,
    description: 'The same key, for programs that can send no header, such as WEBSERVICE and Power Query.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'A token of the OpenID Connect issuer that the service is set to trust, with scopes in its claim scope or scp.',
  },
} as const

const refusals = ['no-credential', 'wrong-credential', 'missing-scope', 'too-many-requests', 'quota-spent', 'issuer-unreachable'] as const

interface Documented {
  responses?: Record<string, { description: string; content?: object }>
}

/**
 * Says of an operation which scopes it needs, and how it is refused. Saying who calls is optional in the document, because a service that only
 * its own machine reaches asks nobody. A file as the body needs upload too, which the document says in words: it has no place for it.
 */
export function guarded<Operation extends Documented>(path: string, operation: Operation): Operation {
  const needed = scopesOfRoute(path)
  if (needed.length === 0) return operation
  const responses = { ...operation.responses }
  for (const code of refusals) {
    const [status, title] = problems[code satisfies ProblemCode]
    const known = responses[status]
    const said = `${title} (${code})`
    const schema = { $ref: '#/components/schemas/Problem' }
    responses[status] = known
      ? { ...known, description: `${known.description.replace(/\.$/, '')}; ${said}.` }
      : { description: `${said}.`, content: { 'application/problem+json': { schema } } }
  }
  const { default: other, ...rest } = responses
  const security = [{}, ...Object.keys(securitySchemes).map((scheme) => ({ [scheme]: needed }))]
  return { ...operation, security, responses: { ...rest, ...(other === undefined ? {} : { default: other }) } }
}

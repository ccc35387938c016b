import { wordList } from '../../case/nearest.ts'
import type { Scope } from '../../keys/scopes.ts'
import { HttpProblem, type ProblemCode } from '../problem.ts'
import { keyHeader, keyOption } from './credential.ts'

/** What the service takes in proof of who calls. */
export interface Ways {
  keys: boolean
  tokens: boolean
}

const wordsOf = ({ keys, tokens }: Ways): string => {
  const said = [
    ...(keys ? [`a key in the header ${keyHeader}, or in the address as ?${keyOption}= from a program that can send no header`] : []),
    ...(tokens ? ['a token in the header Authorization, as Bearer and the token'] : []),
  ]
  return said.join('; or ')
}

/** A request that does not show who makes it. */
export function unsaid(ways: Ways): HttpProblem {
  return refused('no-credential', `This address asks who calls. Send ${wordsOf(ways)}.`, challenge(ways))
}

/** A request whose key or token is not taken, and why; the sentence quotes nothing of it. */
export function untaken(ways: Ways, why: string): HttpProblem {
  const error = ways.tokens ? `, error="invalid_token", error_description="${why.replace(/[^ !#-[\]-~]/g, '')}"` : ''
  return refused('wrong-credential', why, challenge(ways, error))
}

/** A request for more than its caller may do. Source: RFC 6750, section 3.1. */
export function unscoped(ways: Ways, needed: readonly Scope[], missing: readonly Scope[]): HttpProblem {
  const error = ways.tokens ? `, error="insufficient_scope", scope="${needed.join(' ')}"` : ''
  const detail = `This address needs the ${needed.length === 1 ? 'scope' : 'scopes'} ${wordList(needed, 'and')}; the caller lacks ${wordList(missing, 'and')}.`
  return refused('missing-scope', detail, challenge(ways, error))
}

/** A token that cannot be checked because its issuer cannot be asked. */
export function unchecked(): HttpProblem {
  return new HttpProblem(
    'issuer-unreachable',
    'The issuer of tokens cannot be asked for its public keys now, so no token can be checked. Try again.',
    {
      headers: { 'retry-after': '10' },
    },
  )
}

function refused(code: ProblemCode, detail: string, authenticate: string): HttpProblem {
  return new HttpProblem(code, detail, { headers: { 'www-authenticate': authenticate } })
}

/** What WWW-Authenticate says. No scheme of the register fits a key in a header of its own, so it has a name that explains itself. */
function challenge({ keys, tokens }: Ways, error = ''): string {
  return [...(tokens ? [`Bearer realm="cashable"${error}`] : []), ...(keys ? [`ApiKey realm="cashable", header="${keyHeader}"`] : [])].join(
    ', ',
  )
}

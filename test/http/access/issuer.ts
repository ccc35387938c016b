import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** A small issuer of OpenID Connect on this machine: a discovery document, a set of keys, and a token endpoint for programs. */
export interface Issuer {
  address: string
  /** Asks the token endpoint for a token, as a program does with its own credentials. */
  token: (scope?: string) => Promise<string>
  /** Signs any claims with the key that is now in use; `header` and `claims` go over what a good token has. */
  sign: (claims?: JWTPayload, header?: { kid?: string }) => Promise<string>
  /** Takes a new key in use and, unless told, takes the old one out of the set. */
  rotate: (keepOld?: boolean) => Promise<void>
  /** The public key in use, as PEM-less JWK text: what an attacker would sign with by HS256. */
  publicKey: () => string
  /** How often each address was asked for. */
  asked: Record<string, number>
  /** Whether the issuer answers at all. */
  fails: boolean
}

export const audience = 'https://cashable.example'

/** Starts an issuer, which is stopped when the test ends. */
export async function startIssuer(t: { teardown: (work: () => unknown) => void }): Promise<Issuer> {
  let count = 0
  const newPair = async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
    count += 1
    return { kid: `key-${count}`, privateKey, jwk: { ...(await exportJWK(publicKey)), kid: `key-${count}`, alg: 'RS256', use: 'sig' } }
  }
  let pair = await newPair()
  let published = [pair.jwk]
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    issuer.asked[path] = (issuer.asked[path] ?? 0) + 1
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (issuer.fails) return send(500, {})
    if (path === '/.well-known/openid-configuration')
      return send(200, { issuer: issuer.address, jwks_uri: `${issuer.address}/keys`, token_endpoint: `${issuer.address}/token` })
    if (path === '/keys') return send(200, { keys: published })
    if (path !== '/token' || request.method !== 'POST') return send(404, {})
    let body = ''
    for await (const chunk of request) body += chunk
    const asked = new URLSearchParams(body)
    const isKnown = request.headers.authorization === `Basic ${Buffer.from('finance:its-secret').toString('base64')}`
    if (!isKnown || asked.get('grant_type') !== 'client_credentials') return send(401, { error: 'invalid_client' })
    const access_token = await issuer.sign({ scope: asked.get('scope') ?? '' })
    return send(200, { access_token, token_type: 'Bearer', expires_in: 300 })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const issuer: Issuer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: {},
    fails: false,
    async token(scope = 'appraise') {
      const { token_endpoint } = (await (await fetch(`${this.address}/.well-known/openid-configuration`)).json()) as {
        token_endpoint: string
      }
      const response = await fetch(token_endpoint, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from('finance:its-secret').toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
      })
      return ((await response.json()) as { access_token: string }).access_token
    },
    async sign(claims = {}, header = {}) {
      const now = Math.floor(Date.now() / 1000)
      const good = { iss: issuer.address, aud: audience, sub: 'finance', iat: now, exp: now + 300, scope: 'appraise' }
      const given = Object.fromEntries(Object.entries({ ...good, ...claims }).filter(([, value]) => value !== undefined))
      return new SignJWT(given).setProtectedHeader({ alg: 'RS256', kid: pair.kid, ...header }).sign(pair.privateKey)
    },
    async rotate(keepOld = false) {
      pair = await newPair()
      published = keepOld ? [...published, pair.jwk] : [pair.jwk]
    },
    publicKey: () => JSON.stringify(pair.jwk),
  }
  return issuer
}

import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import t from 'tap'
import type { AccessSettings } from '../../../src/http/access/settings.ts'
import { guarded, keyOf, keysFile } from './guarded.ts'
import { audience, startIssuer } from './issuer.ts'

const oidcOf = (issuer: string, more: object = {}): Partial<AccessSettings> => ({
  oidc: { issuer, audience, algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'], clockToleranceSeconds: 30, scopePrefix: '', ...more },
})
const ask = (app: FastifyInstance, token: string, url = '/v1/lines') => app.inject({ url, headers: { authorization: `Bearer ${token}` } })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = () => Math.floor(Date.now() / 1000)

t.test('a program fetches a token from its issuer and is answered; scopes are those of the token', async (t) => {
  const issuer = await startIssuer(t)
  const written: string[] = []
  const app = await guarded(t, oidcOf(issuer.address), { logger: { stream: { write: (line: string) => void written.push(line) } } })
  const token = await issuer.token('openid appraise upload')
  t.equal((await ask(app, token)).statusCode, 200)
  t.equal((await app.inject({ url: '/v1/lines', headers: { authorization: `bearer ${token}` } })).statusCode, 200, 'the scheme in any case')
  const refused = await ask(app, token, '/v1/scenarios/minimal/simulate')
  t.match(refused.json(), { status: 403, code: 'missing-scope', detail: /lacks simulate\.$/ })
  t.match(refused.headers['www-authenticate'], /^Bearer realm="cashable", error="insufficient_scope", scope="simulate"$/)
  t.equal((await ask(app, await issuer.token('simulate'), '/v1/scenarios/nothing/simulate')).statusCode, 404)
  const none = await app.inject('/v1/lines')
  t.match(none.json(), { status: 401, code: 'no-credential', detail: /Bearer/ })
  t.equal(none.headers['www-authenticate'], 'Bearer realm="cashable"')
  t.equal((await app.inject(`/v1/lines?key=${token}`)).statusCode, 401, 'a token has no place in an address')
  const logs = written.join('')
  t.match(logs, '"caller":"token finance"')
  t.notOk(logs.includes(token) || logs.includes(token.split('.')[2] as string))
  t.equal(issuer.asked['/keys'], 1, 'the keys were fetched once')
})

t.test('a token that is not good is refused, and why', async (t) => {
  const issuer = await startIssuer(t)
  const stranger = await startIssuer(t)
  const app = await guarded(t, oidcOf(issuer.address))
  const good = await issuer.sign()
  const [header = '', payload = '', signature = ''] = good.split('.')
  const { privateKey } = await generateKeyPair('RS256')
  const signedBy = (claims: JWTPayload, alg: string, kid: string) => new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(privateKey)
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload
  const hmac = (head: object) => {
    const signed = `${part(head)}.${payload}`
    return `${signed}.${createHmac('sha256', issuer.publicKey()).update(signed).digest('base64url')}`
  }
  const table: [string, string | Promise<string>, RegExp][] = [
    ['expired', issuer.sign({ exp: seconds() - 60 }), /has expired/],
    ['without an end', issuer.sign({ exp: undefined as never }), /does not say when it ends/],
    ['not yet good', issuer.sign({ nbf: seconds() + 120 }), /not yet good/],
    ['for another audience', issuer.sign({ aud: 'https://other.example' }), /another audience/],
    ['for no audience', issuer.sign({ aud: undefined as never }), /another audience/],
    ['from another issuer by its word', issuer.sign({ iss: 'https://other.example' }), /another issuer/],
    ['from another issuer in truth', stranger.sign({ iss: issuer.address }), /signature .* is wrong/],
    ['of nobody', issuer.sign({ sub: undefined as never }), /whose it is/],
    ['alg none', `${part({ alg: 'none' })}.${payload}.`, /signed in a way that is not taken|cannot be read/],
    ['alg none with the signature', `${part({ alg: 'none', kid: 'key-1' })}.${payload}.${signature}`, /signed in a way that is not taken/],
    ['HS256 with the public key', hmac({ alg: 'HS256', kid: 'key-1' }), /signed in a way that is not taken/],
    ['HS256 with the public key, called RS256', hmac({ alg: 'RS256', kid: 'key-1' }), /signature .* is wrong/],
    [
      'an algorithm that was not asked for',
      signedBy(claims, 'RS384', 'key-1').catch(() => `${part({ alg: 'RS384' })}.${payload}.${signature}`),
      /not taken/,
    ],
    ['unknown kid', signedBy(claims, 'RS256', 'nobodys'), /a key that its issuer does not have/],
    ['another’s key with a known kid', signedBy(claims, 'RS256', 'key-1'), /signature .* is wrong/],
    ['changed payload', `${header}.${part({ ...claims, scope: 'appraise simulate' })}.${signature}`, /signature .* is wrong/],
    ['cut short', `${header}.${payload}`, /cannot be read/],
    ['five parts', 'a.b.c.d.e', /cannot be read/],
    ['no token', 'abc', /cannot be read/],
    [
      'a crit that nobody knows',
      `${part({ alg: 'RS256', kid: 'key-1', crit: ['x'], x: 1 })}.${payload}.${signature}`,
      /not taken here|cannot be read/,
    ],
  ]
  for (const [name, made, detail] of table) {
    const token = await made
    const response = await ask(app, token)
    t.match(response.json(), { status: 401, code: 'wrong-credential', detail }, name)
    t.match(
      response.headers['www-authenticate'],
      /^Bearer realm="cashable", error="invalid_token", error_description="[ -!#-[\]-~]+"$/,
      name,
    )
    t.notOk((response.body + JSON.stringify(response.headers)).includes(token), name)
  }
  t.equal((await ask(app, good)).statusCode, 200, 'and a good one is taken after them all')
  t.equal((await ask(app, await issuer.sign({ exp: seconds() - 20 }))).statusCode, 200, 'within the tolerance of clocks')
  t.equal((await ask(app, await issuer.sign({ aud: ['https://other.example', audience] }))).statusCode, 200, 'one audience of several')
})

t.test('keys that the issuer changes are found, and what was signed with the old ones is refused', async (t) => {
  const issuer = await startIssuer(t)
  const app = await guarded(t, oidcOf(issuer.address), { cooldownMilliseconds: 50 })
  const before = await issuer.sign()
  t.equal((await ask(app, before)).statusCode, 200)
  await issuer.rotate(true)
  await pause(60)
  const after = await issuer.sign()
  t.equal((await ask(app, after)).statusCode, 200, 'the new key is fetched')
  t.equal((await ask(app, before)).statusCode, 200, 'the old one is still in the set')
  await issuer.rotate()
  await pause(60)
  t.equal((await ask(app, await issuer.sign())).statusCode, 200)
  t.match((await ask(app, before)).json(), { status: 401, detail: /a key that its issuer does not have/ })
})

t.test('an issuer is not asked again and again for a key that it does not have', async (t) => {
  const issuer = await startIssuer(t)
  const app = await guarded(t, oidcOf(issuer.address), { cooldownMilliseconds: 60_000 })
  for (let each = 0; each < 20; each += 1) t.equal((await ask(app, await issuer.sign({}, { kid: `none-${each}` }))).statusCode, 401)
  t.equal(issuer.asked['/keys'], 1)
  t.equal(issuer.asked['/.well-known/openid-configuration'], 1)
})

t.test('an issuer that cannot be asked is no fault of the token, and is found when it is back', async (t) => {
  const issuer = await startIssuer(t)
  const written: string[] = []
  const app = await guarded(t, oidcOf(issuer.address), {
    cooldownMilliseconds: 20,
    logger: { stream: { write: (line: string) => void written.push(line) } },
  })
  issuer.fails = true
  const token = await issuer.sign()
  const refused = await ask(app, token)
  t.match(refused.json(), { status: 503, code: 'issuer-unreachable' })
  t.ok(Number(refused.headers['retry-after']) > 0)
  t.match(written.join(''), 'the issuer of tokens could not be asked')
  t.notOk(written.join('').includes(token))
  issuer.fails = false
  await pause(40)
  t.equal((await ask(app, token)).statusCode, 200)
})

t.test('keys straight from an address; and a discovery document that names another issuer is not believed', async (t) => {
  const issuer = await startIssuer(t)
  const straight = await guarded(t, oidcOf(issuer.address, { jwksUri: `${issuer.address}/keys` }))
  t.equal((await ask(straight, await issuer.sign())).statusCode, 200)
  t.equal(issuer.asked['/.well-known/openid-configuration'], undefined)
  // The same issuer by another address, which its document does not name.
  const other = issuer.address.replace('127.0.0.1', 'localhost')
  const deceived = await guarded(t, oidcOf(other))
  t.equal((await ask(deceived, await issuer.sign({ iss: other }))).json().code, 'issuer-unreachable')
})

t.test('scopes are read from scope, scp or a claim that is named, with or without a prefix', async (t) => {
  const issuer = await startIssuer(t)
  const plain = await guarded(t, oidcOf(issuer.address))
  const roles = await guarded(t, oidcOf(issuer.address, { scopeClaim: 'roles', scopePrefix: 'cashable:' }))
  const status = async (app: FastifyInstance, claims: JWTPayload) => (await ask(app, await issuer.sign(claims))).statusCode
  const none = { scope: undefined as never }
  t.equal(await status(plain, { ...none, scp: 'appraise' }), 200)
  t.equal(await status(plain, { ...none, scp: ['simulate', 'appraise'] }), 200)
  t.equal(await status(plain, { scope: '', scp: 'appraise' }), 403, 'scope goes before scp, even where it is empty')
  t.equal(await status(plain, none), 403, 'a token without scopes may nothing')
  t.equal(await status(plain, { scope: 'appraiser Appraise' }), 403)
  t.equal(await status(plain, { scope: { appraise: true } as never }), 403)
  t.equal(await status(roles, { roles: ['cashable:appraise'] }), 200)
  t.equal(await status(roles, { roles: ['appraise'], scope: 'appraise' }), 403)
})

t.test('keys and tokens side by side', async (t) => {
  const issuer = await startIssuer(t)
  const { key, line } = keyOf('one', ['appraise'])
  const app = await guarded(t, { ...oidcOf(issuer.address), keysFile: keysFile(t, [line]) })
  t.equal((await app.inject({ url: '/v1/lines', headers: { 'x-api-key': key } })).statusCode, 200)
  t.equal((await ask(app, await issuer.token())).statusCode, 200)
  t.match((await app.inject('/v1/lines')).headers['www-authenticate'], /^Bearer realm="cashable", ApiKey realm="cashable"/)
})

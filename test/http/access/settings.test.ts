import t from 'tap'
import { isLoopback } from '../../../src/http/access/loopback.ts'
import { anyoneSentence, readAccessSettings } from '../../../src/http/access/settings.ts'

const loopback = '127.0.0.1'

t.test('with nothing set, a service that only its own machine reaches asks nobody', async (t) => {
  const expected = { origins: '*', hstsSeconds: 0, requestsPerMinute: 0, anyone: false }
  for (const host of [loopback, '127.9.9.9', '::1', 'localhost', 'LOCALHOST', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1']) {
    t.same(readAccessSettings({}, host), expected, host)
  }
  t.same(readAccessSettings({ API_KEYS_FILE: '', OIDC_ISSUER: '', ALLOW_ANYONE: '', CORS_ORIGINS: '' }, loopback), expected)
})

t.test('anything else is public, and is refused unless something says who may call', async (t) => {
  const hosts = [
    '0.0.0.0',
    '::',
    '192.168.1.10',
    '::ffff:10.0.0.1',
    '126.255.255.255',
    '128.0.0.1',
    'cashable.example',
    'localhost.example',
    '0',
    '',
  ]
  for (const host of hosts) {
    t.notOk(isLoopback(host), host)
    t.throws(
      () => readAccessSettings({}, host),
      { message: /nothing says who may call\. Set API_KEYS_FILE or OIDC_ISSUER, or say in words/ },
      host,
    )
    t.match(readAccessSettings({ API_KEYS_FILE: 'keys' }, host), { keysFile: 'keys', requestsPerMinute: 6000, anyone: false })
    t.match(readAccessSettings({ ALLOW_ANYONE: anyoneSentence }, host), { anyone: true, requestsPerMinute: 6000 })
    for (const ALLOW_ANYONE of ['yes', 'true', '1', anyoneSentence.toUpperCase(), `${anyoneSentence}.`])
      t.throws(() => readAccessSettings({ ALLOW_ANYONE }, host), { message: /^ALLOW_ANYONE is left out or is exactly "yes, anyone/ })
  }
  t.throws(() => readAccessSettings({ ALLOW_ANYONE: anyoneSentence, API_KEYS_FILE: 'keys' }, '0.0.0.0'), {
    message: /the one or the others/,
  })
})

t.test(
  'tokens need an issuer and an audience, an address that nobody can stand in for, and a signature that only the issuer can make',
  async (t) => {
    const good = { OIDC_ISSUER: 'https://issuer.example/a', OIDC_AUDIENCE: 'cashable' }
    t.same(readAccessSettings(good, '0.0.0.0').oidc, {
      issuer: 'https://issuer.example/a',
      audience: 'cashable',
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      clockToleranceSeconds: 30,
      scopePrefix: '',
    })
    const more = {
      OIDC_JWKS_URI: 'https://issuer.example/keys',
      OIDC_ALGORITHMS: 'ES384, EdDSA',
      OIDC_CLOCK_TOLERANCE_SECONDS: '0',
      OIDC_SCOPE_CLAIM: 'roles',
      OIDC_SCOPE_PREFIX: 'c:',
    }
    t.match(readAccessSettings({ ...good, ...more }, loopback).oidc, {
      jwksUri: 'https://issuer.example/keys',
      algorithms: ['ES384', 'EdDSA'],
      clockToleranceSeconds: 0,
      scopeClaim: 'roles',
      scopePrefix: 'c:',
    })
    const wrong: [Record<string, string>, RegExp][] = [
      [{ OIDC_ISSUER: good.OIDC_ISSUER }, /^OIDC_ISSUER is set and OIDC_AUDIENCE is not/],
      [{ OIDC_AUDIENCE: 'a' }, /^OIDC_AUDIENCE is set and OIDC_ISSUER is not/],
      [{ OIDC_SCOPE_CLAIM: 'roles' }, /^OIDC_SCOPE_CLAIM is set and OIDC_ISSUER is not/],
      [{ ...good, OIDC_ISSUER: 'http://issuer.example' }, /^OIDC_ISSUER is an address that starts with https/],
      [{ ...good, OIDC_ISSUER: 'issuer.example' }, /^OIDC_ISSUER is an address/],
      [{ ...good, OIDC_JWKS_URI: 'http://issuer.example/keys' }, /^OIDC_JWKS_URI is an address/],
      [{ ...good, OIDC_ALGORITHMS: 'HS256' }, /^OIDC_ALGORITHMS has some of .* and not "HS256"/],
      [{ ...good, OIDC_ALGORITHMS: 'RS256,none' }, /and not "none"/],
      [{ ...good, OIDC_CLOCK_TOLERANCE_SECONDS: '301' }, /^OIDC_CLOCK_TOLERANCE_SECONDS is a whole number from 0 to 300/],
    ]
    for (const [environment, message] of wrong) t.throws(() => readAccessSettings(environment, loopback), { message }, String(message))
  },
)

t.test('origins, limits and HTTPS', async (t) => {
  const read = (environment: Record<string, string>) => readAccessSettings(environment, loopback)
  t.same(read({ CORS_ORIGINS: 'https://a.example, http://localhost:3000' }).origins, ['https://a.example', 'http://localhost:3000'])
  t.same(read({ CORS_ORIGINS: 'none' }).origins, [])
  for (const CORS_ORIGINS of ['a.example', 'https://a.example/', 'https://*.example', '*,https://a.example', 'null', 'https://a.example,'])
    t.throws(() => read({ CORS_ORIGINS }), { message: /^CORS_ORIGINS is/ }, CORS_ORIGINS)
  t.match(read({ RATE_LIMIT_PER_MINUTE: '60', HSTS_SECONDS: '31536000' }), { requestsPerMinute: 60, hstsSeconds: 31536000 })
  t.equal(read({ API_KEYS_FILE: 'keys', RATE_LIMIT_PER_MINUTE: '0' }).requestsPerMinute, 0)
  for (const RATE_LIMIT_PER_MINUTE of ['-1', 'many', '1.5', '10000001'])
    t.throws(() => read({ RATE_LIMIT_PER_MINUTE }), { message: /^RATE_LIMIT_PER_MINUTE is a whole number/ })
  t.throws(() => read({ HSTS_SECONDS: 'yes' }), { message: /^HSTS_SECONDS is a whole number/ })
})

t.test('proxies are believed by their addresses, and whoever has one says who may call', async (t) => {
  const read = (TRUST_PROXY: string, more: Record<string, string> = { API_KEYS_FILE: 'keys' }) =>
    readAccessSettings({ TRUST_PROXY, ...more }, loopback)
  t.equal(read('').proxies, undefined)
  t.same(read('10.1.0.0/16, ::1,2001:db8::/32,uniquelocal').proxies, ['10.1.0.0/16', '::1', '2001:db8::/32', 'uniquelocal'])
  // 1 would be a number of proxies to some programs, and the address 0.0.0.1 to others.
  for (const wrong of [
    '1',
    'true',
    '*',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0.0/255.0.0.0',
    '10.0.0.1,',
    'proxy.example',
    'fe80::1%eth0',
  ])
    t.throws(() => read(wrong), { message: /^TRUST_PROXY is the addresses of proxies/ }, wrong)
  t.throws(() => read('loopback', {}), {
    message: /^TRUST_PROXY is set, so others than this machine come through a proxy, and nothing says/,
  })
})

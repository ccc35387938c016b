import { readFileSync } from 'node:fs'
import t from 'tap'
import { KeyRing } from '../../src/http/access/key-ring.ts'
import { hashOfKey, newKey } from '../../src/keys/key.ts'
import { isDay, keyLine, readKeyLines } from '../../src/keys/key-line.ts'

const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const good = { name: 'finance', sha256, scopes: ['appraise'] }
const noon = Date.parse('2026-11-23T12:00:00Z')

t.test('a key is 256 random bits in letters for an address, and is known by its SHA-256', async (t) => {
  // 32 bytes of nothing are 43 times A in base64url; of ones, _ until the last, which has four bits.
  t.equal(
    newKey((bytes) => new Uint8Array(bytes)),
    `cashable_${'A'.repeat(43)}`,
  )
  t.equal(
    newKey((bytes) => new Uint8Array(bytes).fill(255)),
    `cashable_${'_'.repeat(42)}8`,
  )
  const asked: number[] = []
  newKey((bytes) => {
    asked.push(bytes)
    return new Uint8Array(bytes)
  })
  t.same(asked, [32])
  // The example of FIPS 180-2, appendix B.1: the message abc.
  t.equal(hashOfKey('abc').toString('hex'), sha256)
})

t.test('the file of keys: a line a key, empty lines and remarks passed over', async (t) => {
  const second = {
    name: 'power-query',
    sha256: '0'.repeat(64),
    scopes: ['simulate', 'upload'],
    expires: '2028-02-29',
    perDay: 5000,
  } as const
  const text = `\uFEFF# keys of the county\r\n${JSON.stringify(good)}\r\n\r\n${keyLine(second)}`
  t.same(readKeyLines(text), [good, second])
  t.equal(keyLine({ ...good, scopes: ['appraise'] }), `{"name":"finance","sha256":"${sha256}","scopes":["appraise"]}`)
})

t.test('a line that is wrong is named by its number, and nothing of it is quoted', async (t) => {
  const line = (change: object) => JSON.stringify({ ...good, ...change })
  const table: [string, RegExp][] = [
    ['', /line 1: the file holds no key/],
    ['cashable_secret', /line 1: this is no JSON object/],
    ['[]', /line 1: this is no JSON object/],
    ['null', /line 1: this is no JSON object/],
    [`\n\n${line({ secret: 'x' })}`, /line 3: an entry has name, sha256, scopes, expires, perDay and nothing else/],
    [line({ name: 'Secret' }), /"name" is a letter/],
    [line({ name: undefined }), /"name" is/],
    [line({ sha256: 'cashable_secret' }), /"sha256" is 64/],
    [line({ sha256: sha256.toUpperCase() }), /"sha256" is 64/],
    [line({ scopes: [] }), /"scopes" is a list/],
    [line({ scopes: 'appraise' }), /"scopes" is a list/],
    [line({ scopes: ['appraise', 'secret'] }), /"scopes" is a list/],
    [line({ scopes: ['appraise', 'appraise'] }), /"scopes" is a list/],
    [line({ scopes: ['toString'] }), /"scopes" is a list/],
    [line({ expires: '31/03/2027' }), /"expires" is a day/],
    [line({ expires: '2027-02-29' }), /"expires" is a day/],
    [line({ expires: null }), /"expires" is a day/],
    [line({ perDay: 0 }), /"perDay" is a whole number/],
    [line({ perDay: '10' }), /"perDay" is a whole number/],
    [line({ perDay: 1.5 }), /"perDay" is a whole number/],
    [`${line({})}\n${line({ sha256: '0'.repeat(64) })}`, /line 2: there is a key finance already/],
    [`${line({})}\n${line({ name: 'secret' })}`, /line 2: this key has a name already/],
  ]
  for (const [text, message] of table) {
    t.throws(() => readKeyLines(text), { message }, String(message))
    try {
      readKeyLines(text)
    } catch (error) {
      t.notMatch((error as Error).message, /secret/i)
    }
  }
  t.same(['2027-02-29', '2027-13-01', '2028-02-29', '0000-00-00', '2027-2-1'].filter(isDay), ['2028-02-29'])
})

t.test('a key is compared with every known key, in constant time, wherever the right one stands', async (t) => {
  const keys = Array.from({ length: 50 }, (_, each) => `cashable_${each}`)
  const entries = keys.map((key, each) => ({ name: `k${each}`, sha256: hashOfKey(key).toString('hex'), scopes: ['appraise'] as const }))
  let compared: [number, number][] = []
  const ring = new KeyRing(entries, (one, other) => {
    compared.push([one.length, other.length])
    return Buffer.from(one).equals(other)
  })
  for (const [shown, name] of [
    [keys[0], 'key k0'],
    [keys[49], 'key k49'],
    ['cashable_', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ] as const) {
    compared = []
    const found = ring.caller(shown as string, noon)
    t.equal('caller' in found ? found.caller.id : undefined, name)
    t.equal(compared.length, 50)
    t.ok(
      compared.every(([one, other]) => one === 32 && other === 32),
      'hashes of one length, whatever was shown',
    )
  }
  const source = readFileSync(new URL('../../src/http/access/key-ring.ts', import.meta.url), 'utf8')
  t.match(source, 'equal: Equal = timingSafeEqual', 'and the comparison is the one of node:crypto that takes as long for any')
})

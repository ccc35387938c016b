import t from 'tap'
import { readPlain } from '../../src/case/read-plain.ts'
import { refused } from './whole-case.ts'

t.test('plain values have the odd numbers and texts that a text would have', async (t) => {
  const value = {
    title: 'a\u0007b',
    years: 5,
    none: null,
    yes: true,
    left: undefined,
    demand: [{ id: 'care' }, { growth: Number.NaN, opening: 1e21 }],
    'a/b': [1e-7, -2e-10, 0.1 + 0.2, '\ud800', '1e3'],
  }
  t.match(readPlain(value), [
    { pointer: '/title', got: '"a\\u0007b"', message: /control character/ },
    { pointer: '/demand/1/growth', got: 'NaN', message: 'A case holds finite numbers only.' },
    { pointer: '/demand/1/opening', got: '1e+21', message: /without an exponent/ },
    { pointer: '/a~1b/2', got: '0.30000000000000004', message: /more than 10 digits after/ },
    { pointer: '/a~1b/3', message: /half of a character/ },
  ])
  t.equal(readPlain(value).length, 5)
  t.match(readPlain(Number.POSITIVE_INFINITY), [{ pointer: '', got: 'Infinity' }])
  for (const plain of [null, undefined, 5, 'text', true, [], {}]) t.same(readPlain(plain), [])
})

t.test('values may go 64 levels deep, and no level more', async (t) => {
  const nested = (levels: number): unknown => (levels === 0 ? 1e21 : levels % 2 === 0 ? [nested(levels - 1)] : { a: nested(levels - 1) })
  t.same(readPlain(nested(64))[0]?.pointer, '/0/a'.repeat(32))
  const error = refused(() => readPlain(nested(65)))
  t.same([error?.status, error?.code], [422, 'not-a-case'])
  t.same(error?.problems, [{ pointer: '', path: '', message: 'Objects and lists go more than 64 levels deep.', expected: 'a case' }])
})

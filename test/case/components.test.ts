import t from 'tap'
import { components } from '../../src/case/components.ts'

/* A schema with named parts taken apart, plain value by plain value. */

t.test('a named part stands apart, and its default stays where it has one', async (t) => {
  const word = { $id: 'Word', type: 'string', description: 'a word' }
  const { root, named } = components({
    properties: { one: word, other: { ...word, default: 'x' }, none: { enum: [null, 0, 'a'] } },
  } as never)
  t.strictSame(root, {
    properties: { one: { $ref: 'Word#' }, other: { $ref: 'Word#', default: 'x' }, none: { enum: [null, 0, 'a'] } },
  })
  t.strictSame(Object.fromEntries(named), { Word: { $id: 'Word', type: 'string', description: 'a word' } })
  const { one } = root.properties as { one: object }
  t.strictSame(Object.keys(one), ['$ref'], 'a part without a default is a reference and nothing else')
})

t.test('shared parts are named beside those of the schema', async (t) => {
  const { named } = components({ $id: 'Own', type: 'object' } as never, [{ $id: 'Shared', type: 'string' } as never])
  t.strictSame([...named.keys()], ['Shared', 'Own'])
})

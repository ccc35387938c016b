import t from 'tap'
import { effectId, itemId } from '../../src/case/list-ids.ts'

t.test('an item is named by its own id where that is a legal one', async (t) => {
  for (const id of ['a', 'care', 'care-10-17', `x${'1'.repeat(45)}`]) t.equal(itemId({ id }, 'demand'), id)
  for (const id of [
    '',
    'Care',
    '1care',
    '-care',
    'care 1',
    'care.x',
    ' care',
    'care\n',
    'cAre',
    'care_1',
    `x${'1'.repeat(46)}`,
    5,
    null,
    undefined,
    ['a'],
  ])
    t.equal(itemId({ id }, 'demand'), undefined, JSON.stringify(id))
  for (const item of [undefined, null, 5, 'care', ['care'], {}]) t.equal(itemId(item, 'demand'), undefined, JSON.stringify(item))
})

t.test('an effect without an id goes by its demand, and nothing else does', async (t) => {
  t.equal(itemId({ demand: 'care' }, 'effects'), 'care')
  t.equal(itemId({ kind: 'entries', demand: 'care' }, 'effects'), 'care')
  t.equal(itemId({ kind: 'exits', demand: 'care' }, 'effects'), 'care-exits')
  t.equal(itemId({ id: 'home', kind: 'exits', demand: 'care' }, 'effects'), 'home')
  t.equal(itemId({ id: 'Home', demand: 'care' }, 'effects'), undefined, 'an id that is not legal is not made up for')
  for (const demand of [5, null, undefined, ['care'], 'Care']) t.equal(itemId({ demand }, 'effects'), undefined)
  for (const demand of [5, null, undefined]) t.equal(itemId({ kind: 'exits', demand }, 'effects'), undefined, `exits of ${demand}`)
  t.equal(itemId(null, 'effects'), undefined)
  t.equal(itemId({ demand: 'care' }, 'costs'), undefined)
  t.equal(effectId({}), undefined)
})

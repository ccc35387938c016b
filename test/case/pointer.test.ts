import t from 'tap'
import { isWithin, pointerAbove, pointerOf, pointerParts, pointerTo } from '../../src/case/pointer.ts'

t.test('pointers are written and read as RFC 6901 has it', async (t) => {
  for (const [steps, pointer] of [
    [[], ''],
    [[''], '/'],
    [['demand', 0, 'id'], '/demand/0/id'],
    // The examples of section 5 of the RFC.
    [['a/b'], '/a~1b'],
    [['m~n'], '/m~0n'],
    [['c%d'], '/c%d'],
    [[' '], '/ '],
    // Escaped in the right order: ~1 of a key is no slash.
    [['~1', '~0/~1/'], '/~01/~00~1~01~1'],
    [['', ''], '//'],
  ] as const) {
    t.equal(pointerOf(steps), pointer, pointer)
    t.same(pointerParts(pointer), steps.map(String), pointer)
  }
  t.equal(pointerTo('/demand', 3), '/demand/3')
  t.equal(pointerTo('/demand', 'a~b/c~d/e'), '/demand/a~0b~1c~0d~1e')
})

t.test('a value is within itself and within what holds it, and not within one whose name starts alike', async (t) => {
  t.ok(isWithin('/demand/0', '/demand/0'))
  t.ok(isWithin('/demand/0/id', '/demand/0'))
  t.ok(isWithin('/demand', ''))
  t.notOk(isWithin('/demand/01', '/demand/0'))
  t.notOk(isWithin('/demand', '/demand/0'))
  t.notOk(isWithin('/other/0/id', '/demand/0'))
  t.notOk(isWithin('/abc/x', '/abd'))
})

t.test('what holds a value', async (t) => {
  for (const [pointer, above] of [
    ['/demand/0/id', '/demand/0'],
    ['/demand', ''],
    ['', ''],
    ['/', ''],
  ] as const)
    t.equal(pointerAbove(pointer), above)
})

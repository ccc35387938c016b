import t from 'tap'
import { nearest, wordList } from '../../src/case/nearest.ts'

t.test('a word is near where two letters differ, or a third of them, and of a short word one', async (t) => {
  for (const [word, candidates, near] of [
    ['yers', ['start', 'years'], 'years'],
    ['abc', ['abd'], 'abd'],
    ['abc', ['axy'], undefined],
    ['abcd', ['abxy'], 'abxy'],
    ['abcd', ['axyz'], undefined],
    ['abcdefgh', ['abcdefxy'], 'abcdefxy'],
    ['abcdefgh', ['abcdexyz'], undefined],
    ['abcdefghi', ['abcdefxyz'], 'abcdefxyz'],
    ['abcdefghi', ['abcdewxyz'], undefined],
    ['abcdefghijkl', ['abcdefghwxyz'], 'abcdefghwxyz'],
    ['weekly', ['year', 'week'], 'week'],
    ['week', ['weekly'], 'weekly'],
    ['week', ['weeklies'], undefined],
    ['', ['a'], undefined],
    ['years', [], undefined],
  ] as const)
    t.equal(nearest(word, candidates), near, `${word}: ${candidates}`)
})

t.test('the nearest is chosen, and the first of two that are as near', async (t) => {
  t.equal(nearest('growts', ['grow', 'growth', 'groups']), 'growth')
  t.equal(nearest('growth', ['growth', 'growths']), 'growth')
  t.equal(nearest('cart', ['care', 'card']), 'care')
  t.equal(nearest('cart', ['card', 'care']), 'card')
})

t.test('capitals, spaces and signs are no difference, and a point is one', async (t) => {
  t.equal(nearest('WARM-UP', ['warmUp']), 'warmUp')
  t.equal(nearest('w_a_r_m u-p', ['warmUp']), 'warmUp')
  t.equal(nearest('noticemonths', ['notice-Months']), 'notice-Months')
  t.equal(nearest('!!!', ['a']), undefined, 'nothing to go by')
  t.equal(nearest('a.b', ['a..', 'a.b']), 'a.b')
  t.equal(nearest('abc', ['a.b.c']), undefined)
  t.equal(nearest('2026-28', ['2026-27']), '2026-27')
})

t.test('a very long word is looked for by its first 200 letters', async (t) => {
  t.equal(nearest('x'.repeat(1000), ['x'.repeat(200)]), 'x'.repeat(200))
  t.equal(nearest(`${'-'.repeat(200)}years`, ['years']), undefined)
})

t.test('words in a row', async (t) => {
  t.equal(wordList([]), '')
  t.equal(wordList(['week']), 'week')
  t.equal(wordList(['week', 'month']), 'week or month')
  t.equal(wordList(['week', 'month', 'year', 'entry']), 'week, month, year or entry')
  t.equal(wordList(['week', 'month', 'year'], 'and'), 'week, month and year')
})

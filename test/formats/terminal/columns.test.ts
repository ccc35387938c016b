import t from 'tap'
import { cut, padded, sideBySide, widthOf, wrapped } from '../../../src/formats/terminal/columns.ts'

t.test('the columns a text takes', async (t) => {
  const known: [string, number][] = [
    ['', 0],
    ['abc', 3],
    ['−£1', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['児童', 4],
    ['한국', 4],
    ['Ａ', 2],
    ['👨‍👩‍👧', 2],
    ['🇬🇧', 2],
    ['✔', 1],
    ['✔️', 2],
    ['a\u200bb', 2],
  ]
  for (const [text, width] of known) t.equal(widthOf(text), width, JSON.stringify(text))
})

t.test('padding, cutting and wrapping count columns, not characters', async (t) => {
  t.equal(padded('児', 4), '児  ')
  t.equal(padded('児', 4, 'right'), '  児')
  t.equal(padded('long', 2), 'long')
  t.equal(cut('児童福祉', 5), '児童…')
  t.equal(cut('fits', 4), 'fits')
  t.same(wrapped('one two  three', 7), ['one two', 'three'])
  t.same(wrapped('児童福祉 ab', 4), ['児童', '福祉', 'ab'])
  t.same(wrapped('interventions.fgc', 6), ['interv', 'ention', 's.fgc'])
  t.same(wrapped('', 5), [])
  t.same(wrapped('児', 1), ['児'], 'a character wider than the line does not stop the world')
})

t.test('side by side', async (t) => {
  t.same(sideBySide(['a', 'bb'], ['c'], 3, 1), ['a   c', 'bb'])
})

import t from 'tap'
import type { Assumption } from '../../src/case/complete.ts'
import { Book } from '../../src/method/book.ts'
import { lines } from '../../src/method/lines.ts'
import { caseOf, ready } from '../cases-for-tests.ts'

function bookOf(assumptions: Partial<Assumption>[], keep?: (path: string) => boolean): Book {
  const register = new Map(
    assumptions.map((each) => [each.path ?? '', { path: '', value: '0', unit: '', origin: 'supplied', ...each } as Assumption]),
  )
  return new Book(ready(caseOf()).case, register, keep)
}

t.test('a plain 0 or 1 is structure and folds', async (t) => {
  const book = bookOf([
    { path: 'nothing', value: '0' },
    { path: 'everything', value: '1', origin: 'default' },
    { path: 'something', value: '0.5' },
  ])
  t.ok(book.given('nothing').isZero)
  t.ok(book.given('everything').isOne)
  t.same(book.graph.inputs, [])
  t.notOk(book.given('something').isZero)
  t.same(book.graph.inputs, ['something'])
})

t.test('a range, a published figure, or a value that a reader varies stays a node whatever its value', async (t) => {
  const range = { low: '0', high: '1', shape: 'pert' }
  const book = bookOf(
    [
      { path: 'ranged', value: '0', range },
      { path: 'published', value: '1', origin: 'reference' },
      { path: 'varied', value: '0' },
      { path: 'plain', value: '0' },
    ],
    (path) => path === 'varied',
  )
  for (const path of ['ranged', 'published', 'varied', 'plain']) book.given(path)
  t.same(book.graph.inputs, ['ranged', 'published', 'varied'])
})

t.test('a path that the register does not have is a fault of the program', async (t) => {
  t.throws(() => bookOf([]).given('demand.care.nothing'), new Error('the assumptions register has no demand.care.nothing'))
})

t.test('a line has one meaning', async (t) => {
  const book = bookOf([])
  const { zero, one } = book
  t.equal(book.whole('headline', 'cost', one), one)
  book.monthly('headline', 'waiting', [zero])
  book.yearly('headline', 'grants', [zero])
  t.same(
    [...book.lines.values()].map(({ id, period }) => [id, period]),
    [
      ['headline.cost', 'case'],
      ['headline.waiting', 'month'],
      ['headline.grants', 'year'],
    ],
  )
  t.throws(() => book.whole('headline', 'cost', zero), new Error('two lines are named headline.cost'))
})

t.test('a series is 0 before the start and beyond its end', async (t) => {
  const book = bookOf([])
  const series = book.series((t) => book.constant(t + 5))
  t.equal(series.length, 12)
  t.equal(book.at(series, 0), book.constant(5))
  t.equal(book.at(series, -1), book.zero)
  t.equal(book.at(series, 12), book.zero)
})

t.test('the glossary says what every line is, in which unit, and where the method defines it', async (t) => {
  for (const [name, { label, unit, section }] of Object.entries(lines)) {
    t.match(name, /^[a-z][A-Za-z]+$/)
    t.match(label, /^[A-Z]/, `${name} has a label`)
    t.match(section, /^[1-7]$/, `${name} has a section`)
    t.ok(unit.length > 0, `${name} has a unit`)
    t.equal(/Real$|^pv|^npv$/.test(name), /of the base year/.test(unit), `${name} is in prices of the base year exactly if it says so`)
  }
})

import t from 'tap'
import { readExactly } from '../../src/graph/exact.ts'
import { Book, type Series } from '../../src/method/book.ts'
import { rollingLeast, rollingSum } from '../../src/method/windows.ts'
import { caseOf, ready } from '../cases-for-tests.ts'

const given = ['3', '-1', '4', '1', '-5', '9', '2', '-6', '5', '3', '5', '8']

/** A window over twelve months, worked out by the book and by looking at every month of the window. */
function both(window: (book: Book, series: Series, length: number) => Series, length: number, plainly: (values: number[]) => number) {
  const { case: complete, register } = ready(caseOf())
  const book = new Book(complete, register)
  const series = given.map((value) => book.constant(value))
  const built = window(book, series, length)
  const exact = readExactly(book.graph, () => '')
  const expected = given.map((_, t) => plainly(Array.from({ length }, (_, k) => Number(given[t - k] ?? 0))))
  return { found: built.map((value) => exact.of(value).toNumber()), expected }
}

t.test('a rolling sum is the sum of its months, which are 0 before the start', async (t) => {
  for (const length of [1, 2, 5, 11, 12, 13, 40]) {
    const { found, expected } = both(rollingSum, length, (values) => values.reduce((sum, value) => sum + value, 0))
    t.same(found, expected, `${length} months`)
  }
})

t.test('a rolling least is the least of its months, which are 0 before the start', async (t) => {
  for (const length of [1, 2, 3, 4, 5, 7, 11, 12, 13, 24, 61]) {
    const { found, expected } = both(rollingLeast, length, (values) => Math.min(...values))
    t.same(found, expected, `${length} months`)
  }
})

import t from 'tap'
import { Book } from '../../src/method/book.ts'
import { discountRates } from '../../src/method/discounting.ts'
import { type Case, caseOf, figuresOf, line, ready } from '../cases-for-tests.ts'

function factors(discounting: NonNullable<Case['discounting']>, parts: Partial<Case> = {}): string[] {
  return line(figuresOf(caseOf({ years: 3, discounting, ...parts })), 'economic.discountFactor')
}

t.test('one rate, counted at the start, the middle or the end of each year', async (t) => {
  // 1.1025 = 1.05²: start 1, 1/1.05², 1/1.05⁴; middle 1/1.05, 1/1.05³, 1/1.05⁵; end 1/1.05², 1/1.05⁴, 1/1.05⁶.
  // from decimal import *; [round(1 / Decimal('1.05') ** k, 10) for k in range(7)]
  const rate = '0.1025'
  t.same(factors({ rate }), ['1', '0.9070294785', '0.8227024748'])
  t.same(factors({ rate, timing: 'start' }), factors({ rate }))
  t.same(factors({ rate, timing: 'mid' }), ['0.9523809524', '0.8638375985', '0.7835261665'])
  t.same(factors({ rate, timing: 'end' }), ['0.9070294785', '0.8227024748', '0.7462153966'])
  t.same(factors({ rate: '0', timing: 'mid' }), ['1', '1', '1'])
})

t.test('the Green Book schedule by default, from 3.5% to 3% at year 31', async (t) => {
  // from decimal import *; getcontext().prec = 40
  // 1 / Decimal('1.035'), 1 / Decimal('1.035') ** 30, 1 / (Decimal('1.035') ** 30 * Decimal('1.03'))
  const thirty = factors({}, { years: 30 })
  t.equal(thirty[1], '0.9661835749')
  const later = factors({}, { years: 30, start: '2026-11' })
  t.equal(later.length, 31, 'thirty years from November touch 31 financial years')
  t.equal(later[30], '0.3562784106')
  t.equal(factors({ timing: 'end' }, { years: 30, start: '2026-11' })[30], '0.3459013695')
  // The middle of the thirty-first year: 1 / (Decimal('1.035') ** 30 * Decimal('1.03').sqrt())
  t.equal(factors({ timing: 'mid' }, { years: 30, start: '2026-11' })[30], '0.3510515491')
})

t.test('a part of a year counts as a year', async (t) => {
  t.same(factors({ rate: '0.2' }, { years: 1, start: '2027-03' }), ['1', '0.8333333333'])
})

t.test('the schedule counts from year 1', async (t) => {
  const { case: complete, register } = ready(caseOf())
  const rates = discountRates(new Book(complete, register))
  t.throws(() => rates(0), new RangeError('the Green Book schedule has no rate for year 0'))
  t.equal(rates(30).index, rates(1).index)
  t.not(rates(31).index, rates(30).index)
  t.equal(rates(301).index, rates(1000).index, 'and its last band has no end')
  t.not(rates(300).index, rates(301).index)
})

import { yearNumber } from '../case/calendar.ts'
import type { Expression } from '../graph/graph.ts'
import type { Book } from './book.ts'

/** What an amount needs to become a price: where it is, what it is paid for, and the prices it is in. */
export interface Priced {
  path: string
  per: 'week' | 'month' | 'year' | 'entry' | 'whole'
  priceYear?: string
  optimismBias?: Expression
}

/** A price for each financial year of the horizon, in real and in cash money. */
export interface Prices {
  real: readonly Expression[]
  cash: readonly Expression[]
}

/** The price rules of a case: weeks, deflators, real growth and inflation. Source: method 6. */
export class PriceRules {
  private readonly book: Book
  private readonly baseYear: number
  private readonly inflation: readonly Expression[]
  private readonly weeksAMonth: Expression

  constructor(book: Book) {
    this.book = book
    this.baseYear = yearNumber(book.case.prices.baseYear)
    this.inflation = book.yearly('prices', 'inflationIndex', this.inflationIndex())
    // 365.25 ÷ 7 weeks, which is 1461 ÷ 28.
    const weeks =
      book.case.prices.weeksPerYear === undefined ? book.constant(1461).over(book.constant(28)) : book.given('prices.weeksPerYear')
    this.weeksAMonth = weeks.over(book.twelve)
  }

  /** The price of an amount for each financial year: pounds a place and month, an entry, or a whole. */
  of(priced: Priced): Prices {
    const base = this.inBasePrices(priced)
    const growing = this.book.one.plus(this.book.given(`${priced.path}.realGrowth`))
    const growth = this.compounded(() => growing)
    const real = this.book.yearly(
      priced.path,
      'priceReal',
      growth.map((factor) => base.times(factor)),
    )
    return { real, cash: this.book.yearly(priced.path, 'price', this.inCash(real)) }
  }

  private inCash(real: readonly Expression[]): readonly Expression[] {
    return real.map((price, place) => price.times(this.inflation[place] as Expression))
  }

  private inBasePrices({ path, per, priceYear, optimismBias }: Priced): Expression {
    const { book } = this
    let amount = book.given(`${path}.amount`)
    if (per === 'week') amount = amount.times(this.weeksAMonth)
    if (per === 'year') amount = amount.over(book.twelve)
    const baseYear = book.case.prices.baseYear
    if (priceYear !== undefined && priceYear !== baseYear) {
      amount = amount.times(book.given(`prices.deflators.${baseYear}`).over(book.given(`prices.deflators.${priceYear}`)))
    }
    return optimismBias === undefined ? amount : amount.times(book.one.plus(optimismBias))
  }

  /** I(y): what £1 of the base year is in each financial year of the horizon. */
  private inflationIndex(): readonly Expression[] {
    return this.compounded((year) => this.book.one.plus(this.inflationInto(year)))
  }

  /** The product of a yearly factor for each year after the base year up to y, or divided by for years before it. */
  private compounded(factor: (year: number) => Expression): readonly Expression[] {
    const { book, baseYear } = this
    return book.timeline.financialYears.map(({ number }) => {
      let index = book.one
      for (let year = baseYear + 1; year <= number; year++) index = index.times(factor(year))
      if (number >= baseYear) return index
      for (let year = number + 1; year <= baseYear; year++) index = index.times(factor(year))
      return book.one.over(index)
    })
  }

  /** Inflation into a year; the first and the last of a list repeat outward. */
  private inflationInto(year: number): Expression {
    const { inflation } = this.book.case.prices
    if (typeof inflation !== 'object' || isQuantityObject(inflation)) return this.book.given('prices.inflation')
    const years = Object.keys(inflation).map(yearNumber)
    const nearest = Math.min(Math.max(year, Math.min(...years)), Math.max(...years))
    const listed = Object.keys(inflation).find((key) => yearNumber(key) === nearest)
    return this.book.given(`prices.inflation.${listed}`)
  }
}

function isQuantityObject(value: object): boolean {
  return 'central' in value || 'ref' in value
}

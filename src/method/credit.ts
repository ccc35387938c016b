import { type Expression, min } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import type { Cost, DirectSaving } from './costs.ts'
import type { LadderLine } from './ladder.ts'
import type { Avoided } from './package.ts'
import type { Families } from './referrals.ts'

/** What one intervention is credited with over the horizon, in cash money, unrounded. Source: method 7, headline. */
export interface Credit {
  grossAvoided: Expression
  cashable: Expression
}

/** A demand with the ladder lines that price it. */
export interface PricedDemand {
  avoided: Avoided
  lines: readonly LadderLine[]
}

/** Credits an intervention with its own savings, its share of what is avoided, and its share of what is cash. */
export function credit(book: Book, families: Families, demands: readonly PricedDemand[], savings: readonly DirectSaving[]): Credit {
  const earned = (list: readonly DirectSaving[]) => list.flatMap(({ cashByMonth }) => cashByMonth)
  const gross = demands.flatMap((demand) => grossOf(book, families, demand))
  const cash = demands.flatMap((demand) => cashOf(book, families, demand))
  return {
    grossAvoided: book.whole(families.path, 'grossAvoided', book.sum([...earned(savings), ...gross])),
    cashable: book.whole(families.path, 'cashable', book.sum([...earned(savings.filter(({ rung }) => rung === 'cashable')), ...cash])),
  }
}

/** What the credits of an intervention come from, for one side of a demand: its places or its entries. */
function sides({ avoided, lines }: PricedDemand): { lines: readonly LadderLine[]; of: 'stock' | 'entries'; whole: Series }[] {
  const priced = (perEntry: boolean) => lines.filter(({ line }) => (line.per === 'entry') === perEntry)
  return [
    { lines: priced(false), of: 'stock' as const, whole: avoided.stock },
    { lines: priced(true), of: 'entries' as const, whole: avoided.entries },
  ].filter((side) => side.lines.length > 0)
}

/** share × Vᵢ × price of every line, by year. */
function grossOf(book: Book, families: Families, demand: PricedDemand): Expression[] {
  const part = demand.avoided.contributions.find((contribution) => contribution.families === families)
  if (!part) return []
  return sides(demand).flatMap(({ lines, of }) =>
    book.byYear(part[of]).map((number, y) => {
      const priced = lines.map(({ path, prices }) => book.given(`${path}.share`).times(prices.cash[y] as Expression))
      return number.times(book.sum(priced))
    }),
  )
}

/** Month by month, the lines' cash shared by who avoids most where it is positive, and by who adds most where it is negative. */
function cashOf(book: Book, families: Families, demand: PricedDemand): Expression[] {
  const { contributions } = demand.avoided
  const part = contributions.find((contribution) => contribution.families === families)
  if (!part) return []
  return sides(demand).flatMap(({ lines, of }) => {
    const byMonth = (t: number) => lines.map(({ cashByMonth }) => cashByMonth[t] as Expression)
    if (contributions.length === 1) return book.series((t) => book.sum(byMonth(t)))
    return part[of].map((own, t) => {
      const released = book.sum(byMonth(t).map((cash) => cash.positive()))
      const added = book.sum(byMonth(t).map((cash) => min(cash, book.zero)))
      const all = contributions.map((contribution) => contribution[of][t] as Expression)
      const perAvoided = released.over(book.sum(all.map((number) => number.positive())))
      const perAdded = added.over(book.sum(all.map((number) => number.negative().positive())))
      return perAvoided.times(own.positive()).plus(perAdded.times(own.negative().positive()))
    })
  })
}

/** What an intervention costs, by who pays. */
export function costsOf(families: Families, costs: readonly Cost[]): readonly Cost[] {
  return costs.filter(({ path }) => path.startsWith(`${families.path}.costs.`))
}

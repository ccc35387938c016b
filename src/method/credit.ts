import { type Expression, min } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import type { Cost, DirectSaving } from './costs.ts'
import type { LadderLine } from './ladder.ts'
import type { Avoided, Contribution } from './package.ts'
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

/** Credits each intervention with its own savings, its share of what is avoided, and its share of what is cash. */
export function credits(
  book: Book,
  reached: readonly Families[],
  demands: readonly PricedDemand[],
  savings: readonly DirectSaving[],
): Credit[] {
  const sides = demands.flatMap((demand) => sidesOf(book, demand))
  return reached.map((families) => {
    const own = savings.filter(({ path }) => path.startsWith(`${families.path}.savings.`))
    const earned = (list: readonly DirectSaving[]) => list.flatMap(({ cashByMonth }) => cashByMonth)
    const parts = sides.flatMap((side) => {
      const part = side.contributions.find((contribution) => contribution.families === families)
      return part ? [{ side, avoided: part[side.of], owner: `${families.path}.avoided.${side.demand}` }] : []
    })
    return {
      grossAvoided: book.whole(
        families.path,
        'grossAvoided',
        book.sum([...earned(own), ...parts.flatMap(({ side, avoided, owner }) => grossOf(book, owner, side, avoided))]),
      ),
      cashable: book.whole(
        families.path,
        'cashable',
        book.sum([
          ...earned(own.filter(({ rung }) => rung === 'cashable')),
          ...parts.flatMap(({ side, avoided, owner }) => cashOf(book, owner, side, avoided)),
        ]),
      ),
    }
  })
}

/** One side of a demand, its places or its entries, with what a place avoided there is worth. */
interface Side {
  demand: string
  of: 'stock' | 'entries'
  contributions: readonly Contribution[]
  /** Σ share × price over the lines, by year: what a place or entry avoided is worth. */
  worth: readonly Expression[]
  /** The lines' cash released in each month, where only one intervention acts. */
  released: Series
  /** Cash for each place avoided, and lost for each place added, in each month, where several act. */
  perAvoided: Series
  perAdded: Series
}

function sidesOf(book: Book, { avoided, lines }: PricedDemand): Side[] {
  const { contributions, baseline } = avoided
  const demand = baseline.demand.id
  return (['stock', 'entries'] as const).flatMap((of): Side[] => {
    const priced = lines.filter(({ line }) => (line.per === 'entry') === (of === 'entries'))
    if (priced.length === 0) return []
    const worth = book.yearly(
      baseline.path,
      of === 'stock' ? 'placeWorth' : 'entryWorth',
      book.years((y) => book.sum(priced.map(({ path, prices }) => book.given(`${path}.share`).times(prices.cash[y] as Expression)))),
    )
    const each = (t: number) => priced.map(({ cashByMonth }) => cashByMonth[t] as Expression)
    if (contributions.length <= 1) {
      return [{ demand, of, contributions, worth, released: book.series((t) => book.sum(each(t))), perAvoided: [], perAdded: [] }]
    }
    const all = (t: number) => contributions.map((contribution) => contribution[of][t] as Expression)
    const perAvoided = book.monthly(
      baseline.path,
      of === 'stock' ? 'cashPerPlaceAvoided' : 'cashPerEntryAvoided',
      book.series((t) => book.sum(each(t).map((pounds) => pounds.positive())).over(book.sum(all(t).map((number) => number.positive())))),
    )
    const perAdded = book.monthly(
      baseline.path,
      of === 'stock' ? 'cashPerPlaceAdded' : 'cashPerEntryAdded',
      book.series((t) =>
        book.sum(each(t).map((pounds) => min(pounds, book.zero))).over(book.sum(all(t).map((number) => min(number, book.zero)))),
      ),
    )
    return [{ demand, of, contributions, worth, released: [], perAvoided, perAdded }]
  })
}

/** share × Vᵢ × price of every line, by year. */
function grossOf(book: Book, owner: string, { of, worth }: Side, avoided: Series): readonly Expression[] {
  return book.yearly(
    owner,
    of === 'stock' ? 'grossOfPlaces' : 'grossOfEntries',
    book.byYear(avoided).map((number, y) => number.times(worth[y] as Expression)),
  )
}

/** Month by month, the lines' cash: where positive, in proportion to what each avoids; where negative, to what each adds. */
function cashOf(book: Book, owner: string, { of, contributions, released, perAvoided, perAdded }: Side, avoided: Series): Series {
  const zero = book.zero
  const credited =
    contributions.length === 1
      ? released
      : avoided.map((own, t) => (perAvoided[t] as Expression).times(own.positive()).plus((perAdded[t] as Expression).times(min(own, zero))))
  return book.monthly(owner, of === 'stock' ? 'cashFromPlaces' : 'cashFromEntries', credited)
}

/** What an intervention costs, whoever pays. */
export function costsOf(families: Families, costs: readonly Cost[]): readonly Cost[] {
  return costs.filter(({ path }) => path.startsWith(`${families.path}.costs.`))
}

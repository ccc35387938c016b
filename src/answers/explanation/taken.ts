import { wordList } from '../../case/nearest.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import type { Expression } from '../../graph/graph.ts'
import { type LadderLine, type Rung, rungs } from '../../method/ladder.ts'
import type { Figures } from '../figures.ts'
import type { Asked } from '../line-id.ts'
import type { Bind } from './bind.ts'
import { readable } from './shown.ts'

/** What stands between avoided and cash, in the order in which the method takes it off. Source: method 4. */
const takers: readonly { rung: Exclude<Rung, 'cashable'>; kind: Bind['kind']; takes: (amount: string) => string }[] = [
  { rung: 'partners', kind: 'funder', takes: (amount) => `${amount} falls to partners` },
  { rung: 'fixed', kind: 'fixed', takes: (amount) => `${amount} is fixed cost that stays when numbers fall` },
  { rung: 'backfilled', kind: 'backfill', takes: (amount) => `need that was not being met takes ${amount}` },
  { rung: 'absorbed', kind: 'growth', takes: (amount) => `growth that the budget does not fund takes ${amount}` },
  { rung: 'unplanned', kind: 'release', takes: (amount) => `${amount} has no plan to release it` },
  { rung: 'notYetReleased', kind: 'release', takes: (amount) => `${amount} is planned but not yet released` },
]

/** The lines of cash, and which money they are in. */
const moneyOf = { cashable: 'cash', cashableByMonth: 'cash', cashableReal: 'real' } as const

/**
 * What took what is avoided on a line of cash, in a sentence: of a cost line in any month, year or the horizon, and of the totals where
 * nothing is left of it. Nothing where all of it is cash. Source: method 4.
 */
export function takenBefore(figures: Figures, asked: Asked): Bind[] {
  const { owner, name, years, period } = asked
  const line = figures.method.demands.flatMap((demand) => demand.lines).find(({ path }) => path === owner)
  const month = period === undefined ? -1 : figures.method.book.timeline.months.indexOf(period)
  if (month !== -1) return line !== undefined && placesOfCash.has(name) ? takenPlaces(figures, line, month) : []
  if (name !== 'cashable' && name !== 'cashableReal' && name !== 'cashableByMonth') return []
  const money = moneyOf[name]
  const byYear = (rung: Rung): readonly Expression[] => {
    if (line !== undefined) return line.rungs[rung][money]
    return money === 'cash' ? figures.method.financial.rungs[rung] : figures.method.economic.rungs[rung]
  }
  const amounts = Object.fromEntries(
    rungs.map((rung) => [rung, figures.sum([...years].flatMap((year) => byYear(rung)[year] ?? []))]),
  ) as Record<Rung, Exact>
  if (line === undefined && !amounts.cashable.isZero()) return []
  const gross = rungs.reduce((sum, rung) => sum.plus(amounts[rung]), exactNumber(0))
  return taken(figures, gross, amounts, (value) => readable(value, 'pounds'), 'nothing is left as cash')
}

/** The monthly lines that end in cash. */
const placesOfCash: ReadonlySet<string> = new Set(['emptyPlaces', 'standingPlaces', 'releasedPlaces', 'cashableByMonth'])

/** The same for one month of a cost line, in places or entries: what takes all of them, so that nothing stands empty. */
function takenPlaces(figures: Figures, { line, path }: LadderLine, month: number): Bind[] {
  const at = (name: string) => figures.at(figures.method.book.lines.get(`${path}.${name}`)?.values ?? [], month)
  if (figures.isPositive(at('emptyPlaces'))) return []
  if (line.funder !== figures.complete.body) {
    return [{ kind: 'funder', sentence: `${line.funder} pays for this line, so what is avoided shows in its budget.` }]
  }
  const amounts = { backfilled: at('backfilledPlaces'), absorbed: at('absorbedPlaces') }
  const unit = line.per === 'entry' ? 'entries' : 'places'
  return taken(figures, at('avoided'), amounts, (value) => `${readable(value)} ${unit}`, 'nothing is left standing empty')
}

function taken(
  figures: Figures,
  gross: Exact,
  amounts: Partial<Record<Rung, Exact>>,
  words: (value: Exact) => string,
  nothingLeft: string,
): Bind[] {
  const of = takers.flatMap((taker) => {
    const amount = amounts[taker.rung]
    return amount !== undefined && figures.isPositive(amount) ? [{ ...taker, amount }] : []
  })
  if (figures.isNegative(gross)) {
    // Of a month the amounts are places or entries, of a year pounds.
    const toFind = amounts.cashable ?? exactNumber(0)
    const found = figures.isNegative(toFind) ? `, of which ${words(toFind.negated())} has to be found` : ''
    const more =
      amounts.cashable === undefined
        ? `numbers are higher here than if nothing were done, by ${words(gross.negated())}`
        : `${words(gross.negated())} of cost is added here${found}`
    return [{ kind: 'nothing-avoided', sentence: `Nothing is avoided: ${more}, so there is nothing to release.` }]
  }
  const [first, ...others] = of
  if (first === undefined) {
    if (figures.isPositive(gross)) return []
    return [{ kind: 'nothing-avoided', sentence: 'Nothing is avoided here, so there is nothing to release.' }]
  }
  const most = others.reduce((largest, each) => (figures.exceeds(each.amount, largest.amount) ? each : largest), first)
  const cash = amounts.cashable ?? exactNumber(0)
  const left = figures.isPositive(cash)
    ? `${words(cash)} is cash`
    : figures.isNegative(cash)
      ? `${words(cash.negated())} more has to be found where numbers rise`
      : nothingLeft
  const told = of.map(({ takes, amount }) => takes(words(amount)))
  return [{ kind: most.kind, sentence: `Of ${words(gross)} avoided, ${wordList([...told, left], 'and')}.` }]
}

/** What makes the gap between budget and spending: growth that no budget funds, less what is taken of it and what is released. */
export function madeOfGap(figures: Figures, { owner, name, years }: Asked): Bind[] {
  if (owner !== 'position' || name !== 'gap') return []
  const { demands, savings, position } = figures.method
  const total = (values: readonly Expression[]) => figures.sum([...years].flatMap((year) => values[year] ?? []))
  const own = demands.flatMap(({ lines }) => lines).filter(({ line }) => line.funder === figures.complete.body)
  const of = (rung: Rung) => own.reduce((sum, line) => sum.plus(total(line.rungs[rung].cash)), exactNumber(0))
  const pounds = (value: Exact) => readable(value, 'pounds')
  const over = total(position.doNothing).minus(total(position.budget))
  const [absorbed, released] = [of('absorbed'), of('cashable')]
  const start = figures.isPositive(over)
    ? `If nothing were done, spending would be ${pounds(over)} over the budget`
    : over.isZero()
      ? 'If nothing were done, spending would be what the budget pays for'
      : `If nothing were done, spending would be ${pounds(over.negated())} under the budget`
  const avoids = absorbed.isZero() ? 'the package holds no growth back' : `the package holds ${pounds(absorbed)} of growth back`
  const releases = released.isZero()
    ? 'releases no cash'
    : released.isNegative()
      ? `adds ${pounds(released.negated())} of spending`
      : `releases ${pounds(released)} in cash`
  const gap = released.plus(absorbed).minus(over)
  const left = gap.isZero() ? 'budget and spending meet' : `${pounds(gap.abs())} ${gap.isNegative() ? 'is not funded' : 'is left over'}`
  const saved = figures.sum(
    savings.filter(({ rung }) => rung === 'cashable').flatMap(({ postings }) => [...years].flatMap((year) => postings.cash[year] ?? [])),
  )
  return [
    { kind: 'growth', sentence: `${start}; ${avoids} and ${releases}, so ${left}.` },
    ...(saved.isZero()
      ? []
      : [
          {
            kind: 'release' as const,
            sentence: `Direct savings of ${pounds(saved)} are cash too, and are counted in net cash and not here.`,
          },
        ]),
  ]
}

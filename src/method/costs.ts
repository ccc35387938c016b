import { monthAfter } from '../case/calendar.ts'
import type { CompleteIntervention, CompleteInterventionCost, CompleteSaving } from '../case/complete.ts'
import type { Expression } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import type { Rung } from './ladder.ts'
import { monthlyCash, type Postings, post } from './ledger.ts'
import type { PriceRules, Prices } from './prices.ts'
import type { Families } from './referrals.ts'
import { monthOfCase } from './timeline.ts'
import { warmUp } from './warm-up.ts'

/** One cost line of an intervention, by year and by month. */
export interface Cost {
  cost: CompleteInterventionCost
  path: string
  postings: Postings
  /** Cash in each month, unrounded, whoever pays it. */
  cashByMonth: Series
}

/** One direct saving of an intervention, on the rung it stands on. */
export interface DirectSaving {
  saving: CompleteSaving
  path: string
  rung: Rung
  postings: Postings
  cashByMonth: Series
}

/** The months in which something yearly runs: from its own or the intervention's start until the last family has left. */
export function yearlyMonths(
  book: Book,
  intervention: CompleteIntervention,
  item: { from?: string; to?: string },
): { from: number; until: number } {
  const lastFamilyLeaves = intervention.end === undefined ? undefined : monthAfter(intervention.end, intervention.programme.months - 1)
  const to = item.to ?? lastFamilyLeaves
  return {
    from: monthOfCase(book.timeline, item.from ?? intervention.start),
    until: to === undefined ? book.timeline.length : monthOfCase(book.timeline, to) + 1,
  }
}

/** What one cost line of an intervention costs. Source: method 5. */
export function cost(book: Book, rules: PriceRules, families: Families, line: CompleteInterventionCost): Cost {
  const path = `${families.path}.costs.${line.id}`
  const quantity = book.monthly(path, 'quantity', costQuantity(book, families, line))
  const prices = rules.of({
    path,
    per: 'whole',
    optimismBias: book.given(`${path}.optimismBias`),
    ...(line.priceYear === undefined ? {} : { priceYear: line.priceYear }),
  })
  const postings = post(book.byYear(quantity), prices)
  book.yearly(path, 'cost', postings.cash)
  book.yearly(path, 'costReal', postings.real)
  return { cost: line, path, postings, cashByMonth: book.monthly(path, 'cashByMonth', monthlyCash(book, quantity, prices)) }
}

function costQuantity(book: Book, families: Families, line: CompleteInterventionCost): Series {
  switch (line.per) {
    case 'once':
      return whilePresent(book, families.intervention, onceIn(book, line.month ?? families.intervention.start))
    case 'year':
      return whilePresent(book, families.intervention, aTwelfthAMonth(book, yearlyMonths(book, families.intervention, line)))
    case 'referral':
      return families.referred
    case 'start':
      return families.starts
    case 'completion':
      return families.completed
  }
}

/** A quantity that does not follow families, 0 where its intervention is taken out of the package. */
function whilePresent(book: Book, { id }: CompleteIntervention, quantity: Series): Series {
  const present = book.present(`interventions.${id}`)
  return quantity.map((each) => each.times(present))
}

function onceIn(book: Book, month: string): Series {
  const when = monthOfCase(book.timeline, month)
  return book.series((t) => (t === when ? book.one : book.zero))
}

function aTwelfthAMonth(book: Book, { from, until }: { from: number; until: number }): Series {
  const twelfth = book.one.over(book.twelve)
  return book.series((t) => (t >= from && t < until ? twelfth : book.zero))
}

/** What one direct saving of an intervention saves, and the rung it stands on. Source: method 4, direct savings. */
export function directSaving(book: Book, rules: PriceRules, intervention: CompleteIntervention, saving: CompleteSaving): DirectSaving {
  const path = `interventions.${intervention.id}.savings.${saving.id}`
  const quantity = book.monthly(path, 'quantity', whilePresent(book, intervention, savingQuantity(book, intervention, saving, path)))
  const prices: Prices = rules.of({ path, per: 'whole', ...(saving.priceYear === undefined ? {} : { priceYear: saving.priceYear }) })
  const postings = post(book.byYear(quantity), prices)
  book.yearly(path, 'saving', postings.cash)
  book.yearly(path, 'savingReal', postings.real)
  return {
    saving,
    path,
    rung: savingRung(book, saving),
    postings,
    cashByMonth: book.monthly(path, 'cashByMonth', monthlyCash(book, quantity, prices)),
  }
}

function savingQuantity(book: Book, intervention: CompleteIntervention, saving: CompleteSaving, path: string): Series {
  if (saving.per === 'once') return onceIn(book, saving.month ?? saving.from ?? intervention.start)
  const running = yearlyMonths(book, intervention, saving)
  const twelfths = aTwelfthAMonth(book, running)
  if (saving.warmUp === undefined) return twelfths
  const reached = warmUp(book, `${path}.warmUp`, saving.warmUp, running)
  return twelfths.map((twelfth, t) => twelfth.times(reached[t] as Expression))
}

/** A saving is cash only where the body has decided how to release it. */
function savingRung(book: Book, saving: CompleteSaving): Rung {
  if (saving.funder !== book.case.body) return 'partners'
  return saving.release === undefined ? 'unplanned' : 'cashable'
}

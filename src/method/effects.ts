import type { CompleteEntriesEffect, CompleteExitsEffect } from '../case/complete.ts'
import type { Expression } from '../graph/graph.ts'
import type { Book, Series } from './book.ts'
import type { Families } from './referrals.ts'
import { rollingSum } from './windows.ts'

/** What one effect on entries would avoid by itself. */
export interface StandAlone {
  effect: CompleteEntriesEffect
  path: string
  /** Entries avoided if this intervention were alone. */
  avoided: Series
  /** Events expected among the treated without help, a month: more than the baseline is a warning. */
  expected: Series
}

/** Entries that one intervention's effect would avoid by itself. Source: method 3, kind entries. */
export function standAlone(book: Book, families: Families, effect: CompleteEntriesEffect): StandAlone {
  const path = `${families.path}.effects.${effect.id}`
  const treated = book.monthly(path, 'treated', treatedChildren(book, families, effect))
  const strength = book.monthly(path, 'strength', effectStrength(book, treated, effect, path))
  const monthlyRisk = book.given(`${path}.risk`).over(book.constant(effect.windowMonths))
  const reduction = afterOptimism(book.given(`${path}.reduction`), book.given(`${path}.optimismBias`))
  const expected = strength.map((children) => children.times(monthlyRisk))
  return {
    effect,
    path,
    expected,
    avoided: book.monthly(
      path,
      'standAloneAvoided',
      expected.map((events) => events.times(reduction)),
    ),
  }
}

/** Stock that earlier exits save, Y(t). Source: method 3, kind exits. */
export function stockSavedByExits(book: Book, families: Families, effect: CompleteExitsEffect): Series {
  const path = `${families.path}.effects.${effect.id}`
  const treated = book.monthly(path, 'treated', treatedChildren(book, families, effect))
  const chance = afterOptimism(book.given(`${path}.chance`), book.given(`${path}.optimismBias`))
  const present = book.monthly(path, 'leavingEarlier', rollingSum(book, treated, effect.monthsEarlier))
  return book.monthly(
    path,
    'stockSaved',
    present.map((children) => children.times(chance)),
  )
}

/** An effect less its optimism bias, which makes a harmful effect worse. */
function afterOptimism(effect: Expression, bias: Expression): Expression {
  return bias.isZero ? effect : effect.minus(effect.absolute().times(bias))
}

/** Children whose effect begins in each month, U(t). Source: method 2, treated children. */
function treatedChildren(book: Book, families: Families, effect: CompleteEntriesEffect | CompleteExitsEffect): Series {
  const perStart = book.given(`${families.path}.childrenPerReferral`).times(measuredShare(book, families, effect.basis))
  return book.series((t) => book.at(families.starts, t - effect.startsAfterMonths).times(perStart))
}

/** The share b of those who start that the evidence's average effect belongs to. */
function measuredShare(book: Book, families: Families, basis: CompleteEntriesEffect['basis']): Expression {
  if (basis === 'started') return book.one
  if (basis === 'referred') {
    return families.intervention.referrals === undefined ? book.zero : book.one.over(book.given(`${families.path}.referrals.takeUp`))
  }
  const completion = book.given(`${families.path}.programme.completion`)
  const partial = book.given(`${families.path}.programme.partialEffect`)
  return completion.plus(book.one.minus(completion).times(partial))
}

/** X(t): treated children in their window, at full effect while it holds and less each month as it fades. Source: method 3, strength. */
function effectStrength(book: Book, treated: Series, effect: CompleteEntriesEffect, path: string): Series {
  const window = effect.windowMonths
  const hold = Math.min(effect.holdMonths, window)
  const holding = hold === 0 ? book.series(() => book.zero) : rollingSum(book, treated, hold)
  const fadingMonths = window - hold
  if (fadingMonths === 0) return holding
  const kept = book.one.minus(book.given(`${path}.fadePerYear`)).twelfthRoot()
  let leftAtEnd = kept
  for (let month = 0; month < fadingMonths; month++) leftAtEnd = leftAtEnd.times(kept)
  let faded = book.zero
  const fading = book.series((t) => {
    const entering = book.at(treated, t - hold)
    const leaving = book.at(treated, t - window)
    faded = faded.plus(entering).times(kept).minus(leaving.times(leftAtEnd))
    return faded
  })
  if (hold > 0) {
    book.monthly(path, 'holding', holding)
    book.monthly(path, 'fading', fading)
  }
  return holding.map((full, t) => full.plus(fading[t] as Expression))
}

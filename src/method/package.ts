import { type Expression, min } from '../graph/graph.ts'
import { disjoint, independent } from './attribution.ts'
import type { Book, Series } from './book.ts'
import type { Baseline } from './demand.ts'
import { type StandAlone, standAlone, stockSavedByExits } from './effects.ts'
import type { Families } from './referrals.ts'

/** What one intervention avoids of one demand, within the package. */
export interface Contribution {
  families: Families
  /** What it would avoid alone and the share of the demand that is, where it acts on entries. */
  alone?: StandAlone & { uncapped: Series }
  /** Attributed avoided entries A(t), before any return. */
  attributed: Series
  /** Net avoided entries V⁰(t). */
  entries: Series
  /** Stock that earlier exits save, Y(t), where it acts on exits. */
  saved?: Series
  /** Avoided stock V(t). */
  stock: Series
}

/** What the whole package avoids of one demand. */
export interface Avoided {
  baseline: Baseline
  contributions: readonly Contribution[]
  /** Avoided entries before returns, B × F. */
  combined: Series
  entries: Series
  stock: Series
  entriesWithPackage: Series
  stockWithPackage: Series
}

/** What a package avoids of a demand: shares, their combination, attribution, returns and stock. Source: method 3. */
export function avoided(book: Book, baseline: Baseline, package_: readonly Families[]): Avoided {
  const { path, demand } = baseline
  const acting = package_.filter(({ intervention }) => intervention.effects.some((effect) => effect.demand === demand.id))
  const alone = new Map(acting.flatMap((families) => actingAlone(book, baseline, families)))
  const { combined, attributed } = combineShares(book, baseline, [...alone.values()])
  const places = new Map([...alone.keys()].map((families, place) => [families, place]))
  const contributions = acting.map((families) => {
    const place = places.get(families)
    const part = place === undefined ? undefined : (attributed[place] as Series)
    return contribution(book, baseline, families, alone.get(families), part)
  })
  const entries = book.monthly(path, 'entriesAvoided', packageEntries(book, combined, contributions))
  const stock = book.monthly(path, 'stockAvoided', packageStock(book, baseline, entries, contributions))
  return {
    baseline,
    contributions,
    combined,
    entries,
    stock,
    entriesWithPackage: book.monthly(path, 'entriesWithPackage', less(baseline.entries, entries)),
    stockWithPackage: book.monthly(path, 'stockWithPackage', less(baseline.stock, stock)),
  }
}

type Alone = NonNullable<Contribution['alone']> & { shares: Series }

function actingAlone(book: Book, baseline: Baseline, families: Families): [Families, Alone][] {
  return families.intervention.effects.flatMap((effect): [Families, Alone][] => {
    if (effect.kind !== 'entries' || effect.demand !== baseline.demand.id) return []
    const alone = standAlone(book, families, effect)
    const uncapped = alone.avoided.map((entries, t) => entries.over(baseline.entries[t] as Expression))
    const shares = book.monthly(
      alone.path,
      'share',
      uncapped.map((share) => (share.isZero ? share : min(share, book.one))),
    )
    return [[families, { ...alone, uncapped, shares }]]
  })
}

/** Combines the shares month by month, in entries: B × F for the package and A for each part. */
function combineShares(book: Book, baseline: Baseline, parts: readonly Alone[]): { combined: Series; attributed: readonly Series[] } {
  const combine = book.case.overlap === 'independent' ? independent : disjoint
  const combined: Expression[] = []
  const attributed: Expression[][] = parts.map(() => [])
  for (const [t, entries] of baseline.entries.entries()) {
    const shares = parts.map((part) => part.shares[t] as Expression)
    const together = parts.length === 0 ? { combined: book.zero, attributed: [] } : combine(book, shares)
    combined.push(entries.times(together.combined))
    for (const [place, share] of together.attributed.entries()) attributed[place]?.push(entries.times(share))
  }
  return { combined: book.monthly(baseline.path, 'combinedAvoided', combined), attributed }
}

function contribution(
  book: Book,
  baseline: Baseline,
  families: Families,
  alone: Alone | undefined,
  part: Series | undefined,
): Contribution {
  const owner = `${families.path}.avoided.${baseline.demand.id}`
  const nothing = book.series(() => book.zero)
  const attributed = part === undefined ? nothing : book.monthly(owner, 'attributedAvoided', part)
  const entries = alone === undefined ? nothing : book.monthly(owner, 'netAvoidedEntries', lessReturns(book, alone, attributed))
  const kept = alone === undefined ? nothing : baseline.stay.stock(book.zero, entries)
  const exits = families.intervention.effects.find((effect) => effect.kind === 'exits' && effect.demand === baseline.demand.id)
  const saved = exits?.kind === 'exits' ? stockSavedByExits(book, families, exits) : undefined
  const stock = saved === undefined ? kept : kept.map((children, t) => children.plus(saved[t] as Expression))
  if (saved !== undefined) book.monthly(owner, 'keptStock', kept)
  book.monthly(owner, 'avoidedStock', stock)
  return { families, attributed, entries, stock, ...(alone === undefined ? {} : { alone }), ...(saved === undefined ? {} : { saved }) }
}

/** Delayed is not avoided: a share of the avoided entries comes later after all. */
function lessReturns(book: Book, alone: Alone, attributed: Series): Series {
  const { returns } = alone.effect
  if (returns === undefined) return attributed
  const share = book.given(`${alone.path}.returns.share`)
  return attributed.map((entries, t) => entries.minus(book.at(attributed, t - returns.afterMonths).times(share)))
}

/** The package's net avoided entries, from the combined share rather than from its parts wherever nothing returns. */
function packageEntries(book: Book, combined: Series, contributions: readonly Contribution[]): Series {
  const [only] = contributions
  if (contributions.length === 1 && only?.alone) return only.entries
  const returning = contributions.filter(({ alone }) => alone?.effect.returns !== undefined)
  return combined.map((entries, t) =>
    entries.minus(book.sum(returning.map((part) => (part.attributed[t] as Expression).minus(part.entries[t] as Expression)))),
  )
}

function packageStock(book: Book, baseline: Baseline, entries: Series, contributions: readonly Contribution[]): Series {
  const [only] = contributions
  if (contributions.length === 1 && only) return only.stock
  const kept = baseline.stay.stock(book.zero, entries)
  const saved = contributions.flatMap((part) => (part.saved === undefined ? [] : [part.saved]))
  if (saved.length > 0) book.monthly(baseline.path, 'keptStock', kept)
  return kept.map((children, t) => children.plus(book.sum(saved.map((series) => series[t] as Expression))))
}

function less(whole: Series, part: Series): Series {
  return whole.map((value, t) => value.minus(part[t] as Expression))
}

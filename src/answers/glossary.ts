import { completeCase } from '../case/read-case.ts'
import type { Expression } from '../graph/graph.ts'
import { roomOf } from '../graph/part.ts'
import { inWords, type Vocabulary } from '../graph/words.ts'
import type { NamedLine } from '../method/book.ts'
import { type LineMeaning, type LineName, lines, paybackLines } from '../method/lines.ts'
import { Explainer } from './explain.ts'
import { type Counts, generalised } from './explanation/counts.ts'
import { General } from './explanation/general.ts'
import { readerOf, writtenOf } from './explanation/said.ts'
import { middleOf, namedCounts, type SpecimenCounts, specimen, specimenCounts } from './explanation/specimen.ts'
import { Relative, Words } from './explanation/vocabulary.ts'
import type { Figures } from './figures.ts'
import { askedBy, costPerEntry } from './line-id.ts'

/** One line of the glossary. */
export interface GlossaryLine extends LineMeaning {
  id: string
  /** Whether it has a value for each month, for each financial year, or one for the case. */
  period: 'month' | 'year' | 'case'
  /** Its formula in words, printed from the method as it runs for a case that has something on every line. */
  formula: string
}

/** Figures of the answer that no one line of the method is. */
const others: readonly GlossaryLine[] = [
  {
    id: 'paybackMonth',
    ...paybackLines.paybackMonth,
    period: 'case',
    formula: `the month after the last one in which “${lines.cumulativeByMonth.label}” is below 0, to 10 places`,
  },
  {
    id: 'paybackStatus',
    ...paybackLines.paybackStatus,
    period: 'case',
    formula: `never-negative, paid-back or not-within-horizon, by where “${lines.cumulativeByMonth.label}” is below 0`,
  },
  {
    id: 'costPerEntryAvoided',
    ...costPerEntry,
    period: 'case',
    formula: `“${lines.costAllFunders.label}” of the intervention ÷ “${lines.netAvoidedEntries.label}”, both over the horizon`,
  },
]

let printed: readonly GlossaryLine[] | undefined

/** The glossary in the order of the method: every line with its meaning and its formula in words. */
export function glossary(): readonly GlossaryLine[] {
  printed ??= print()
  return printed
}

function print(): GlossaryLine[] {
  const prints = specimenCounts.map((counts) => new Print(counts)) as [Print, Print]
  const counts = specimenCounts.map(namedCounts) as [Counts, Counts]
  const named = Object.entries(lines).map(([name, meaning]): GlossaryLine => {
    const [one] = prints
    const { id, period, words } = one.fullest(name as LineName)
    const formula = generalised([words, prints[1].formula(id).words], counts)
    return { id: name, ...meaning, period, formula: name in onlyFor ? `${onlyFor[name as LineName]}: ${formula}` : formula }
  })
  return [...named, ...others]
}

/** Lines that the method makes in several ways, as the case has it: which of them the specimen shows. */
const onlyFor: Partial<Record<LineName, string>> = {
  entries: 'after the first case year, where entries grow at one rate and are not listed by year',
  opening: 'where the case gives the opening; without one, the steady state of entries and stay',
  stockDoNothing: 'where a stay has a mean and no fixed length',
  keptStock: 'where a stay has a mean and no fixed length',
  stockBudgeted: 'where the budget pays for the opening numbers',
  entriesBudgeted: 'where the budget pays for the opening numbers',
  budget: 'for a line of places, where the budget pays for the opening numbers',
  doNothing: 'for a line of places, where the budget pays for the opening numbers',
  entriesAvoided: 'for two interventions or more, where some entries return',
  stockAvoided: 'for two interventions or more',
  combinedAvoided: 'where interventions act independently; where disjoint, the shares are added up, to no more than 1',
  referred: 'for one rate of referrals',
  starts: 'with places and a waiting list; without places, all who are accepted',
  waiting: 'with places and a waiting list',
  strength: 'where the effect is held and then fades',
  treated: 'for evidence on those who start and complete',
  avoided: 'for a line of places; a line of entries takes “Entries avoided by the package”',
  pressure: 'for a line of places; a line of entries takes entries in place of numbers',
  releasedPlaces: 'on a line with a release plan; on another, only a rise in numbers',
  standingPlaces: 'on a line with a release plan, once it has opened',
  unplanned: 'on a line without a release plan',
  unplannedReal: 'on a line without a release plan',
  notYetReleased: 'on a line with a release plan',
  notYetReleasedReal: 'on a line with a release plan',
  partners: 'on a line that a partner pays for',
  partnersReal: 'on a line that a partner pays for',
  warmUp: 'for a linear warm-up',
  quantity: 'for an amount a year with a linear warm-up',
  attributedAvoided: 'for two interventions',
  priceReal: 'for an amount a week in prices of the base year',
  discountFactor: 'after the first financial year of the case, from which discounting counts, at the Green Book rate of the first 30 years',
  inflationIndex: 'where inflation is one rate for every year',
}
const monthsOfYear = 12

/** The formulas of one specimen. */
class Print {
  private readonly explainer: Explainer
  private readonly middle: { month: number; year: number }

  constructor(counts: SpecimenCounts) {
    this.explainer = new Explainer(completeCase(specimen(counts)), { name: '', version: '', method: '', referenceData: '', commit: '' })
    this.middle = middleOf(counts)
  }

  /** Of all the lines of a name the one whose formula says most; totals only where there is nothing else. Throws where there is none. */
  fullest(name: LineName): Printed {
    const own = [...this.explainer.figures.method.book.lines.values()].filter((line) => line.name === name)
    const formulas = own.flatMap((line) => ((line.values[this.placeIn(line)] as Expression).isZero ? [] : this.formula(line.id)))
    const [fullest] = formulas.toSorted((one, other) => one.isTotal - other.isTotal || other.room - one.room)
    if (fullest === undefined) throw new Error(`the specimen has nothing on ${name}`)
    return fullest
  }

  /** A line's formula in the middle of the horizon, once everything has begun, its months and years said from its own. */
  formula(id: string): Printed {
    const { figures, names } = this.explainer
    const { book } = figures.method
    const { timeline } = book
    const line = book.lines.get(id) as NamedLine
    const place = this.placeIn(line)
    const isCase = line.period === 'case'
    const asked = askedBy(figures, isCase ? id : `${id}@${(line.period === 'month' ? timeline.months : yearNames(figures))[place]}`)
    const { part } = writtenOf(names, asked)
    const general = (vocabulary: Vocabulary, period: NamedLine['period']): Vocabulary =>
      new General(vocabulary, (leaf) => words.placed([leaf])[0]?.line?.places[0], period === 'year' ? monthsOfYear : undefined)
    const words = new Words(figures, names, readerOf(asked), general)
    const formula = inWords(part, general(isCase ? words : new Relative(words, line.period, place), line.period))
      .replaceAll(/ \([0-9]{4}-[0-9]{2}\)/g, '')
      .replaceAll(` from ${timeline.months[0]} to ${timeline.months.at(-1)}`, ' over the horizon')
      .replaceAll(/, for each (month|year) from [0-9-]+ to [0-9-]+, of/g, ', for each $1 of the horizon, of')
      .replaceAll(` from ${yearNames(figures)[0]} to ${yearNames(figures).at(-1)}`, ' over the horizon')
    const isTotal = isCase ? 2 : /^(demand|interventions)\./.test(line.owner) ? 0 : 1
    return { id, words: formula, period: line.period, room: roomOf(part), isTotal }
  }

  private placeIn({ period }: NamedLine): number {
    return period === 'case' ? 0 : this.middle[period]
  }
}

function yearNames({ method }: Figures): string[] {
  return method.book.timeline.financialYears.map(({ year }) => year)
}

/** The formula of one line, how long it is, and how far it only adds up others of its name. */
interface Printed {
  id: string
  words: string
  period: NamedLine['period']
  room: number
  isTotal: number
}

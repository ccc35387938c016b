import { completeCase } from '../case/read-case.ts'
import type { Expression } from '../graph/graph.ts'
import { roomOf } from '../graph/part.ts'
import { inWords } from '../graph/words.ts'
import type { NamedLine } from '../method/book.ts'
import { type LineMeaning, type LineName, lines } from '../method/lines.ts'
import { Explainer } from './explain.ts'
import { costPerEntry, paybackMonth, paybackStatus } from './explanation/asked.ts'
import { readerOf, writtenOf } from './explanation/said.ts'
import { specimen } from './explanation/specimen.ts'
import { Relative, Words } from './explanation/vocabulary.ts'

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
    ...paybackMonth,
    period: 'case',
    formula: `the month after the last one in which “${lines.cumulativeByMonth.label}” is below 0, to 10 places`,
  },
  {
    id: 'paybackStatus',
    ...paybackStatus,
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
  const explainer = new Explainer(completeCase(specimen), { name: '', version: '', method: '', referenceData: '', commit: '' })
  const { book } = explainer.figures.method
  const named = Object.entries(lines).map(([id, meaning]): GlossaryLine => {
    const own = [...book.lines.values()].filter(({ name }) => name === (id as LineName))
    const formulas = own.flatMap((line) => formulaOfLine(explainer, line))
    const fullest = formulas.toSorted((one, other) => one.isTotal - other.isTotal || other.room - one.room)[0]
    return { id, ...meaning, period: fullest?.period ?? 'case', formula: fullest?.words ?? '' }
  })
  return [...named, ...others]
}

/** A line's formula in the middle of the horizon, once everything has begun, its months and years said from its own. */
function formulaOfLine({ figures, names }: Explainer, line: NamedLine): Printed[] {
  const { timeline } = figures.method.book
  const place = line.period === 'case' ? 0 : Math.floor(line.values.length / 2)
  if ((line.values[place] as Expression).isZero) return []
  const year = line.period === 'month' ? (timeline.yearOf[place] as number) : place
  const months = new Set(
    line.period === 'month' ? [place] : line.period === 'year' ? timeline.financialYears[place]?.months : timeline.months.keys(),
  )
  const years = new Set(line.period === 'case' ? timeline.financialYears.keys() : [year])
  const asked = {
    id: line.id,
    owner: line.owner,
    name: line.name,
    meaning: lines[line.name],
    months,
    years,
    from: { is: 'line' as const, line, place },
  }
  const { part } = writtenOf(names, asked)
  const words = new Words(figures, names, readerOf(asked))
  const vocabulary = line.period === 'case' ? words : new Relative(words, line.period, place)
  const isTotal = line.period === 'case' ? 2 : /^(demand|interventions)\./.test(line.owner) ? 0 : 1
  const formula = inWords(part, vocabulary)
    .replaceAll(/ \([0-9]{4}-[0-9]{2}\)/g, '')
    .replaceAll(` from ${timeline.months[0]} to ${timeline.months.at(-1)}`, ' over the horizon')
    .replaceAll(` from ${timeline.financialYears[0]?.year} to ${timeline.financialYears.at(-1)?.year}`, ' over the horizon')
  return [{ words: formula, period: line.period, room: roomOf(part), isTotal }]
}

/** The formula of one line, how long it is, and how far it only adds up others of its name. */
interface Printed {
  words: string
  period: NamedLine['period']
  room: number
  isTotal: number
}

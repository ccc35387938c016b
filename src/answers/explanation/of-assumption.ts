import { wordList } from '../../case/nearest.ts'
import { formulaOf } from '../../graph/formula.ts'
import { Expression } from '../../graph/graph.ts'
import { lines } from '../../method/lines.ts'
import type { Figures } from '../figures.ts'
import { inputTitle } from '../input-titles.ts'
import type { RestsOn } from './assumptions.ts'

/** At most so many labels of lines are said. */
const mostLabels = 6

/** Which section of the method reads the assumptions under a path; the first pattern that fits. */
const sections: readonly (readonly [RegExp, string])[] = [
  [/^demand\.[^.]+\.(costs|backfill)/, '4'],
  [/^demand\./, '1'],
  [/^interventions\.[^.]+\.effects/, '3'],
  [/^interventions\.[^.]+\.savings/, '4'],
  [/^interventions\.[^.]+\.costs|^funding\./, '5'],
  [/^interventions\./, '2'],
  [/^prices\./, '6'],
]

/** What an assumption is: its value, where it comes from, and the lines whose formulas read it. */
export interface SaidOfAssumption {
  label: string
  section: string
  words: string
  /** The lines that read it directly, each by its id in the first month or year in which it does. */
  readBy: string[]
}

/** Says what an assumption is and is for. `whole` is the method written with every quantity kept, also a plain 0 or 1. */
export function sayingOfAssumption(figures: Figures, whole: Figures['method'], assumption: RestsOn): SaidOfAssumption {
  const { path, value, unit, source, note, range } = assumption
  const inFormulas = readers(figures.method, path)
  const ofWhole = inFormulas.length > 0 ? inFormulas : readers(whole, path)
  const labels = [...new Set(ofWhole.map(({ label }) => `“${label}”`))]
  const named = labels.length > mostLabels ? [...labels.slice(0, mostLabels), `${labels.length - mostLabels} more`] : labels
  const isFor =
    labels.length === 0
      ? 'It shapes how formulas are made, and stands in none as a figure.'
      : inFormulas.length > 0
        ? `It stands in the formula of ${wordList(named, 'and')}.`
        : `It belongs in the formula of ${wordList(named, 'and')}, where as it stands it changes nothing.`
  const between = range === undefined ? '' : `, between ${range.low} and ${range.high} (${range.shape})`
  const from = source === undefined ? 'No source is given.' : `Source: ${source}.`
  return {
    label: inputTitle(figures.complete, path),
    section: sections.find(([pattern]) => pattern.test(path))?.[1] ?? '7',
    words: [
      `An assumption of the case, ${origins[assumption.origin]}: ${value} (${unit})${between}.`,
      isFor,
      from.replace(/\.\.$/, '.'),
      ...(note === undefined ? [] : [`Note: ${note}`]),
    ].join(' '),
    readBy: ofWhole.map(({ id }) => id),
  }
}

const origins = { supplied: 'supplied with it', reference: 'from the reference data', default: 'left at its default' } as const

/** The lines whose own formula reads an input: those above it with no other line between. */
function readers({ book }: Figures['method'], path: string): { id: string; label: string }[] {
  const { graph, timeline } = book
  // A node of two lines is the formula of the first; the other is only the same as that.
  const owners = new Map<number, string>()
  for (const { id, values } of book.lines.values()) for (const { index } of values) if (!owners.has(index)) owners.set(index, id)
  const reads = new Uint8Array(graph.size)
  for (let index = 0; index < graph.size; index++) {
    const formula = formulaOf(new Expression(graph, index))
    if (formula.is === 'constant') continue
    const isDirect =
      formula.is === 'input'
        ? formula.path === path
        : formula.of.some((of) => reads[of.index] === 1 && (!owners.has(of.index) || formulaOf(of).is === 'input'))
    if (isDirect) reads[index] = 1
  }
  return [...book.lines.values()].flatMap(({ id, name, period, values }) => {
    const place = values.findIndex(({ index }) => reads[index] === 1 && owners.get(index) === id)
    if (place === -1) return []
    const at = period === 'case' ? '' : `@${period === 'month' ? timeline.months[place] : timeline.financialYears[place]?.year}`
    return [{ id: `${id}${at}`, label: lines[name].label }]
  })
}

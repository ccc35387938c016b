import type { Exact } from '../../graph/exact.ts'
import type { Expression } from '../../graph/graph.ts'
import type { Part } from '../../graph/part.ts'
import { numbered, type WrittenOut, writeOut, writtenSum } from '../../graph/write-out.ts'
import { lines } from '../../method/lines.ts'
import type { Figures } from '../figures.ts'
import { type Asked, isRatioOfNothing } from '../line-id.ts'
import { type Operand, type SpeltOut, speltOut } from './formula.ts'
import type { Names, Reader } from './names.ts'
import { paybackWords } from './payback-words.ts'
import { Words } from './vocabulary.ts'

/** What is said of a figure, whatever it is made of. */
export interface Said {
  value: Exact | string | null
  words: string
  figures: string | null
  reading: string | null
  operands: readonly Operand[]
  workings: SpeltOut['workings']
}

/** Says how a figure is made. */
export function saying(figures: Figures, names: Names, asked: Asked): Said {
  const { from } = asked
  if (from.is === 'payback') return { ...paybackWords(figures, from.what), figures: null, reading: null, workings: [] }
  if (from.is === 'list') return list(figures, names, asked, from.of)
  const written = writtenOf(names, asked)
  const isRatio = from.is === 'ratio' || (from.is === 'line' && from.line.name === 'bcr')
  const ofNothing = isRatio ? 'there is no figure where the divisor is 0' : undefined
  const spelt = speltOut(written, figures, names, new Words(figures, names, readerOf(asked)), ofNothing)
  if (isRatioOfNothing(figures, asked)) return noRatio(figures, names, asked, spelt)
  if (spelt.figures === '0' && spelt.operands.length === 0) return { ...spelt, words: 'Nil: nothing in the case gives rise to it.' }
  return { ...spelt, words: `${spelt.words}${nilWords(figures, names, asked, spelt.operands)}` }
}

/** Which months or years of the one line that a total adds up are nil, and so are not among what is added. */
function nilWords(figures: Figures, names: Names, { name, period, months, years, from }: Asked, operands: readonly Operand[]): string {
  const of = new Set(operands.map(({ line, role }) => (role === 'added' || role === 'the same' ? line?.split('@')[0] : undefined)))
  const [id] = of
  const line = of.size === 1 && id !== undefined ? figures.method.book.lines.get(id) : undefined
  const isTotal = from.is === 'total' || (from.is === 'line' && from.line.period === 'case')
  if (line === undefined || line.period === 'case' || !isTotal || (period === undefined && name === 'opening')) return ''
  const wanted = line.period === 'month' ? months : years
  const added = operands.length
  const nil = [...wanted].filter((place) => line.values[place]?.isZero)
  // Only where what is added and what is nil are the whole of the period.
  if (nil.length === 0 || nil.length + added !== wanted.size) return ''
  const [first, last] = [Math.min(...nil), Math.max(...nil)].map((place) => names.period({ line, place }))
  const areTogether = Math.max(...nil) - Math.min(...nil) + 1 === nil.length
  const when = nil.length === 1 ? `in ${first}` : areTogether ? `from ${first} to ${last}` : `in the other ${nil.length} ${line.period}s`
  return `; it is nil ${when}`
}

/** A ratio to nothing is no number: it says so, and what stands over and under it. */
function noRatio(figures: Figures, names: Names, asked: Asked, spelt: Said): Said {
  const none = { value: null, figures: null, reading: null, workings: [] }
  if (asked.from.is !== 'line') {
    return { ...spelt, ...none, words: 'There is no such cost, because no entries are avoided that it could be shared over.' }
  }
  const { owner } = asked.from.line
  const words = new Words(figures, names, readerOf(asked))
  const side = (name: 'pvBenefit' | 'pvCost', role: Operand['role']): Operand[] => {
    const line = figures.method.book.lines.get(`${owner}.${name}`)
    if (line === undefined) return []
    const at = { line, place: 0 }
    return [{ line: names.id(at), label: words.lineAt(at), unit: lines[name].unit, value: figures.at(line.values, 0), role }]
  }
  return {
    ...none,
    words: `There is no ratio: “${lines.pvCost.label}” is 0, and benefits cannot be set against a cost of nothing.`,
    operands: [...side('pvBenefit', 'divided'), ...side('pvCost', 'divisor')],
  }
}

/** What an asked figure's formula is read for. */
export function readerOf({ owner, name, months, years, from }: Asked): Reader {
  const common = { owner, name, months, years }
  if (from.is === 'line') return { ...common, root: { line: from.line, expression: from.line.values[from.place] as Expression } }
  const added = (each: Asked): Reader['added'] =>
    each.from.is === 'total' || each.from.is === 'list'
      ? each.from.of.map(({ line }) => line)
      : each.from.is === 'ratio'
        ? [...(added(each.from.over) ?? []), ...(added(each.from.under) ?? [])]
        : []
  return { ...common, added: added({ owner, months, years, from } as Asked) ?? [] }
}

/** The formula of a figure, down to the lines, inputs and constants that it is made of. */
export function writtenOf(names: Names, asked: Asked): WrittenOut {
  const { from } = asked
  if (from.is === 'line') {
    const expression = from.line.values[from.place] as Expression
    const reader = readerOf(asked)
    if (names.of(expression, reader) !== undefined) return numbered({ is: 'leaf', expression })
    return writeOut(expression, (each) => names.of(each, reader) !== undefined)
  }
  if (from.is === 'ratio') {
    const [over, under] = [from.over, from.under].map((each) => writtenOf(names, each).part) as [Part, Part]
    return numbered({ is: 'quotient', of: [over, under] })
  }
  const of = from.is === 'payback' ? [] : from.of
  return writtenSum(of.map(({ line, place }) => line.values[place] as Expression))
}

/** A line whose periods do not add up: each of them is an operand to ask for. */
function list(figures: Figures, names: Names, asked: Asked, of: Extract<Asked['from'], { is: 'list' }>['of']): Said {
  const words = new Words(figures, names, readerOf(asked))
  const [first] = of
  const example = first === undefined ? '' : ` Ask for one of them, such as ${names.id({ ...first, place: first.line.values.length - 1 })}.`
  return {
    value: null,
    words: `Its ${first?.line.period === 'year' ? 'years' : 'months'} are not added up: each stands by itself.${example}`,
    figures: null,
    reading: null,
    workings: [],
    operands: of.map((at) => ({
      line: names.id(at),
      label: words.lineAt(at),
      unit: asked.meaning.unit,
      value: figures.of(at.line.values[at.place] as Expression),
      role: 'listed',
    })),
  }
}

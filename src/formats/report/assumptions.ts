import type { Appraised } from '../../answers/appraise.ts'
import { numberOf } from '../sentences/amounts.ts'
import { type Block, heading, note, type Row, row, state, table } from './document.ts'
import type { Paper } from './paper.ts'

type Assumption = Appraised['assumptions'][number]

/**
 * The assumptions with their values, ranges and sources: those that somebody gave first, then those that were taken for want of any. A source that
 * many share is written once, below.
 */
export function assumptions({ answer, titleOf }: Paper): Block[] {
  const all = answer.assumptions as readonly Assumption[]
  const given = all.filter(({ origin }) => origin !== 'default')
  const taken = all.filter(({ origin }) => origin === 'default')
  const quantities = given.filter(({ unit, origin }) => origin === 'supplied' && !countedOrChosen.has(unit))
  const unsourced = quantities.filter(({ source, note: said }) => source === undefined && said === undefined)
  const sources = [...new Set(all.flatMap(({ source }) => source ?? []))]
  const numberOfSource = (source: string) => sources.indexOf(source) + 1
  const listed = (some: readonly Assumption[]) => some.map((each) => assumptionRow(each, titleOf, numberOfSource))
  const headings = ['Assumption', '#Value', 'Unit', 'Range', 'Origin', 'Source and note']
  return [
    heading(2, 'Assumptions', 'assumptions'),
    ...(unsourced.length === 0
      ? []
      : [
          state([
            `${unsourced.length} of the ${numberOf(quantities.length, 'quantity', 'quantities')} that the case gives ${unsourced.length === 1 ? 'has' : 'have'} neither a source nor a note. Add source or note beside each, so that a reader can tell what it rests on.`,
          ]),
        ]),
    table('Values that the case gives, or takes from a built-in figure', headings, listed(given)),
    ...(sources.length === 0
      ? []
      : [
          heading(3, 'Sources', 'sources'),
          { is: 'list', items: sources.map((source, place) => [[`[${place + 1}] ${source}`]]) } satisfies Block,
        ]),
    ...(taken.length === 0
      ? []
      : [
          heading(3, 'Taken for want of a value', 'defaults'),
          table(
            'Values that the case leaves out, with what is taken instead',
            ['Assumption', '#Value', 'Unit'],
            listed(taken).map(shortened),
          ),
        ]),
    note(['The name in brackets, such as demand.care.growth, is the path of the value in the case, on the command line and over HTTP.']),
  ]
}

/** Units of what shapes a case and needs no source: dates, choices and whole counts. */
const countedOrChosen = new Set(['choice', 'month', 'financial year', 'years', 'yes or no'])

function assumptionRow(
  { path, value, unit, origin, source, note: said, range }: Assumption,
  titleOf: (path: string) => string,
  sourceOf: (source: string) => number,
): Row {
  const title = titleOf(path)
  const from = [source === undefined ? undefined : `[${sourceOf(source)}]`, said]
    .filter((text) => text !== undefined && text !== '')
    .join(' ')
  return row(
    [
      title === path ? path : `${title} (${path})`,
      grouped(value),
      unit,
      range === undefined ? '' : `${grouped(range.low)} to ${grouped(range.high)}, ${range.shape}`,
      origins[origin],
      from,
    ],
    { explains: path },
  )
}

/** What is taken for want of a value has neither range nor source. */
function shortened({ cells, ...rest }: Row): Row {
  return { ...rest, cells: cells.slice(0, 3) }
}

const origins = { supplied: 'given', reference: 'built in', default: 'default' } as const

function grouped(text: string): string {
  return /^-?\d+(\.\d+)?$/.test(text) && !/^(19|20)\d\d$/.test(text)
    ? text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',').replace('-', '−')
    : text
}

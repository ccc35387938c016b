import type { Appraised } from '../../answers/appraise.ts'
import { type Block, heading, note, row, state, type Table } from './document.ts'
import type { Paper } from './paper.ts'

type Assumption = Appraised['assumptions'][number]

/** The assumptions with their values, ranges and sources: those that somebody gave first, then those that were taken for want of any. */
export function assumptions({ answer, titleOf }: Paper): Block[] {
  const all = answer.assumptions as readonly Assumption[]
  const given = all.filter(({ origin }) => origin !== 'default')
  const taken = all.filter(({ origin }) => origin === 'default')
  const unsourced = given.filter(({ source, note: said, origin }) => origin === 'supplied' && source === undefined && said === undefined)
  return [
    heading(2, 'Assumptions', 'assumptions'),
    ...(unsourced.length === 0
      ? []
      : [
          state([
            `${unsourced.length} of the ${given.length} values below ${unsourced.length === 1 ? 'has' : 'have'} neither a source nor a note. Add source or note beside each, so that a reader can tell what it rests on.`,
          ]),
        ]),
    listed('Values that the case gives', given, titleOf),
    ...(taken.length === 0
      ? []
      : [
          heading(3, 'Taken for want of a value', 'defaults'),
          listed('Values that the case leaves out, with what is taken instead', taken, titleOf),
        ]),
    note(['A path, such as demand.care.growth, names a value in the case, on the command line and over HTTP.']),
  ]
}

function listed(caption: string, some: readonly Assumption[], titleOf: (path: string) => string): Block {
  const columns: Table['columns'] = [
    { heading: 'Assumption', kind: 'text' },
    { heading: 'Value', kind: 'number' },
    { heading: 'Unit', kind: 'text' },
    { heading: 'Range', kind: 'text' },
    { heading: 'Origin', kind: 'text' },
    { heading: 'Source and note', kind: 'text' },
  ]
  const rows = some.map(({ path, value, unit, origin, source, note: said, range }) => {
    const title = titleOf(path)
    return row(
      [
        title === path ? path : `${title} (${path})`,
        grouped(value),
        unit,
        range === undefined ? '' : `${grouped(range.low)} to ${grouped(range.high)}, ${range.shape}`,
        origins[origin],
        [source, said].filter((text) => text !== undefined && text !== '').join('; '),
      ],
      { explains: path },
    )
  })
  return { is: 'table', table: { caption, columns, rows } }
}

const origins = { supplied: 'given', reference: 'built in', default: 'default' } as const

function grouped(text: string): string {
  return /^-?\d+(\.\d+)?$/.test(text) && !/^(19|20)\d\d$/.test(text)
    ? text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',').replace('-', '−')
    : text
}

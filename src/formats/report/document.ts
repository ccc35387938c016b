import type { Sentence } from '../sentences/sentence.ts'
import type { Verdict } from '../sentences/verdicts.ts'

/** A paper as blocks, whatever it is written as. Figures in it know their lines, so that every one can lead to its explanation. */
export interface Document {
  title: string
  /** Who wrote what when, in a line under the title. */
  subtitle: string
  /** What the paper answers, for whoever wants the same bytes again. */
  resultHash: string
  blocks: readonly Block[]
}

/** One block of a paper. */
export type Block =
  | { is: 'heading'; level: 2 | 3 | 4; text: string; id: string }
  | { is: 'paragraph'; sentences: readonly Sentence[]; look?: 'lead' | 'note' | 'state' }
  | { is: 'list'; items: readonly (readonly Sentence[])[] }
  | { is: 'verdicts'; verdicts: readonly Verdict[] }
  | { is: 'table'; table: Table }
  | { is: 'chart'; chart: Chart }

/** A table: a caption, columns with headings, rows whose first cell names them. */
export interface Table {
  caption: string
  columns: readonly { heading: string; kind: 'text' | 'number' }[]
  rows: readonly Row[]
}

/** A row: its cells, the first of which names it; a target where others may lead to it. A group names the rows below it, and may say more of them in a second cell. */
export interface Row {
  cells: readonly Sentence[]
  look?: 'total' | 'group'
  /** The line or path that is explained here. */
  explains?: string
}

/** A chart: a drawing that stands alone, with the caption under it. */
export interface Chart {
  svg: string
  caption: string
}

/** A heading of a part of a paper, or of a piece of a part. */
export function heading(level: 2 | 3 | 4, text: string, id: string): Block {
  return { is: 'heading', level, text, id }
}

/** A paragraph of sentences. */
export function paragraph(...sentences: readonly Sentence[]): Block {
  return { is: 'paragraph', sentences }
}

/** What explains how to read what stands beside it. */
export function note(...sentences: readonly Sentence[]): Block {
  return { is: 'paragraph', sentences, look: 'note' }
}

/** What is to be said because something is not there, or is not as a reader would expect. */
export function state(...sentences: readonly Sentence[]): Block {
  return { is: 'paragraph', sentences, look: 'state' }
}

/** A table whose first column names the rows. A column is of numbers where its heading ends in £ or begins with #, which is not written. */
export function table(caption: string, headings: readonly string[], rows: readonly Row[]): Block {
  const columns = headings.map((text) => ({
    heading: text.replace(/^#/, ''),
    kind: /^#|£$/.test(text) ? ('number' as const) : ('text' as const),
  }))
  return { is: 'table', table: { caption, columns, rows } }
}

/** A row of a table. */
export function row(cells: readonly (Sentence | string)[], more: Omit<Row, 'cells'> = {}): Row {
  return { cells: cells.map((cell) => (typeof cell === 'string' ? [cell] : cell)), ...more }
}

/** A row that names those below it, up to the next of its kind, and says what holds for all of them. */
export function group(name: string, more = ''): Row {
  return row(more === '' ? [name] : [name, more], { look: 'group' })
}

/** A drawing with its caption. */
export function chart(svg: string, caption: string): Block {
  return { is: 'chart', chart: { svg, caption } }
}

/** Every sentence of a document, wherever it stands. */
export function sentencesIn({ blocks }: Document): Sentence[] {
  return blocks.flatMap((block): readonly Sentence[] => {
    if (block.is === 'paragraph') return block.sentences
    if (block.is === 'list') return block.items.flat()
    if (block.is === 'table') return block.table.rows.flatMap(({ cells }) => cells)
    if (block.is !== 'verdicts') return []
    return block.verdicts.flatMap(({ figures, sentences }) => [...figures.map(({ figure }) => [figure]), ...sentences])
  })
}

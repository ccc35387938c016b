import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document as Docx,
  Table as DocxTable,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { pngOf } from '../charts/png.ts'
import type { Sentence, Told } from '../sentences/sentence.ts'
import type { Verdict } from '../sentences/verdicts.ts'
import { sizeOf } from './chart-size.ts'
import { columnWidths } from './column-widths.ts'
import type { Block, Chart, Document, Row, Table } from './document.ts'
import { settled } from './docx-settled.ts'
import { colours, page, styles, textWidth } from './docx-style.ts'
import { printable } from './markup.ts'

/** Charts fill the text, which is so many pixels wide at 96 to the inch; the picture for programs that draw no SVG is this many times finer. */
const chartWidth = Math.floor((textWidth / 1440) * 96)
const finer = 1.5
/** A table of so many rows at the most is not split over pages. */
const shortest = 14

/**
 * A paper as a Word document on A4: headings that Word knows, tables whose header row comes again on every page, each figure a link to how it came
 * about, charts as drawings with a picture beside them for programs that draw none: `drawn`, where they are on their way already. The same paper gives
 * the same bytes.
 */
export async function reportDocx(document: Document, drawn = picturesOf(document)): Promise<Uint8Array> {
  const { title, subtitle, blocks, resultHash } = document
  const written = new Written()
  const parts = blocks.map((block) => (block.is === 'chart' ? block.chart : written.block(block)))
  const pictures = await drawn
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [text(title)] }),
    new Paragraph({ style: 'Note', children: [text(subtitle)] }),
    contentsOf(document),
    ...parts.flatMap((part) => ('svg' in part ? written.chart(part, pictures.get(part) as Uint8Array) : part)),
  ]
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ size: 16, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })
  const file = new Docx({
    title: printable(title),
    description: `result ${resultHash}`,
    creator: 'cashable',
    lastModifiedBy: 'cashable',
    styles,
    sections: [{ properties: { page }, footers: { default: footer }, children }],
  })
  return settled(await Packer.toBuffer(file))
}

/**
 * The parts of a paper as links, without pages: a table of contents of Word's own has no pages either until somebody has it made again, and asks
 * whether to do so each time that the file is opened.
 */
function contentsOf({ blocks }: Document): Paragraph {
  const parts = blocks.flatMap((block) => (block.is === 'heading' && block.level === 2 ? [block.text] : []))
  const links = parts.flatMap((part, place) => [
    text(place === 0 ? 'Contents: ' : ' · '),
    new InternalHyperlink({
      anchor: partMark(place + 1),
      children: [new TextRun({ text: numbered(place + 1, part), style: 'Hyperlink' })],
    }),
  ])
  return new Paragraph({ children: links })
}

/** The name by which links know a part, and what the part is called. */
function partMark(number: number): string {
  return `part_${number}`
}
function numbered(number: number, part: string): string {
  return printable(`${number}. ${part}`)
}

/** Each chart of a paper as a PNG, by the chart. Throws where a chart is no SVG. */
export async function picturesOf({ blocks }: Document): Promise<Pictures> {
  const charts = blocks.flatMap((block) => (block.is === 'chart' ? [block.chart] : []))
  const width = Math.round(chartWidth * finer)
  return new Map(await Promise.all(charts.map(async (chart) => [chart, await pngOf(chart.svg, width)] as const)))
}

type Pictures = ReadonlyMap<Chart, Uint8Array>

/** A text as a run. */
function text(words: string, bold = false): TextRun {
  return new TextRun(bold ? { text: printable(words), bold } : printable(words))
}

const levels = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const

/** A document as far as it is written: which lines have a bookmark, by number, because names of bookmarks are short. */
class Written {
  private readonly numbers = new Map<string, number>()
  private charts = 0
  private parts = 0

  block(block: Exclude<Block, { is: 'chart' }>): (Paragraph | DocxTable)[] {
    switch (block.is) {
      case 'heading':
        return [new Paragraph({ heading: levels[block.level], children: block.level === 2 ? [this.part(block.text)] : [text(block.text)] })]
      case 'paragraph': {
        const style = { lead: 'Lead', note: 'Note', state: 'State' } as const
        return [
          new Paragraph({
            ...(block.look === undefined ? {} : { style: style[block.look] }),
            ...(block.look === 'state' ? { shading: { type: ShadingType.CLEAR, fill: colours.state } } : {}),
            children: this.sentences(block.sentences),
          }),
        ]
      }
      case 'list':
        return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: this.sentences(item) }))
      case 'verdicts':
        return [this.verdicts(block.verdicts), new Paragraph({})]
      case 'table':
        return [new Paragraph({ style: 'TableCaption', children: [text(block.table.caption)] }), this.table(block.table)]
    }
  }

  private part(part: string): Bookmark {
    this.parts += 1
    return new Bookmark({ id: partMark(this.parts), children: [text(numbered(this.parts, part))] })
  }

  private sentences(sentences: readonly Sentence[]): ParagraphChild[] {
    return sentences.flatMap((sentence, place) => [...(place === 0 ? [] : [text(' ')]), ...this.sentence(sentence)])
  }

  private sentence(sentence: Sentence, bold = false): ParagraphChild[] {
    return sentence.map((part) => (typeof part === 'string' ? text(part, bold) : this.figure(part, bold)))
  }

  private figure({ text: words, line }: Told, bold: boolean): ParagraphChild {
    return new InternalHyperlink({
      anchor: this.bookmark(line),
      children: [new TextRun({ text: printable(words), style: 'Hyperlink', ...(bold ? { bold } : {}) })],
    })
  }

  private bookmark(line: string): string {
    const number = this.numbers.get(line) ?? this.numbers.size + 1
    this.numbers.set(line, number)
    return `line_${number}`
  }

  private table({ columns, rows }: Table): DocxTable {
    const widths = columnWidths(columns, rows, textWidth)
    const heads = columns.map(({ heading, kind }, place) =>
      this.cell([text(heading, true)], kind, widths[place] ?? 0, { fill: colours.wash, keepNext: true }),
    )
    return new DocxTable({
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: [...widths],
      margins: { left: 60, right: 60 },
      borders: { ...none, insideHorizontal: line, top: line, bottom: line },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: heads }),
        ...rows.map((row, place) => {
          // A short table stands on one page: all its rows but the last stay with the next; so does the row that names a group.
          const keepNext = row.look === 'group' || (rows.length <= shortest && place < rows.length - 1)
          return new TableRow({ cantSplit: true, children: this.cells(row, columns, widths, keepNext) })
        }),
      ],
    })
  }

  private cells({ cells, look, explains }: Row, columns: Table['columns'], widths: readonly number[], keepNext: boolean): TableCell[] {
    if (look === 'group') {
      const [name = [], more] = cells
      const said = [...this.sentence(name, true), ...(more === undefined ? [] : [text(' '), ...this.sentence(more)])]
      return [this.cell(said, 'text', textWidth, { fill: colours.wash, keepNext, columnSpan: columns.length })]
    }
    return cells.map((sentence, place) => {
      const runs = this.sentence(sentence, look === 'total')
      const marked =
        explains !== undefined && place === 0 ? [new Bookmark({ id: this.bookmark(explains), children: runs as TextRun[] })] : runs
      return this.cell(marked, columns[place]?.kind ?? 'text', widths[place] ?? 0, { keepNext })
    })
  }

  private cell(
    children: readonly ParagraphChild[],
    kind: 'text' | 'number',
    width: number,
    { fill, keepNext, columnSpan }: { fill?: string; keepNext: boolean; columnSpan?: number },
  ): TableCell {
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(columnSpan === undefined ? {} : { columnSpan }),
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill } }),
      children: [
        new Paragraph({
          style: kind === 'number' ? 'NumberCell' : 'Cell',
          ...(keepNext ? { keepNext } : {}),
          children: children.slice(),
        }),
      ],
    })
  }

  private verdicts(verdicts: readonly Verdict[]): DocxTable {
    const width = Math.floor(textWidth / verdicts.length)
    const cells = verdicts.map(
      ({ question, answer, figures, sentences }) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          margins: { left: 120, right: 120, top: 80, bottom: 80 },
          shading: { type: ShadingType.CLEAR, fill: colours.wash },
          children: [
            new Paragraph({ children: [text(question, true)] }),
            new Paragraph({ style: 'Answer', children: [text(answer)] }),
            ...figures.map(({ label, figure }) => new Paragraph({ children: [text(`${label}: `), this.figure(figure, true)] })),
            new Paragraph({ children: this.sentences(sentences) }),
          ],
        }),
    )
    const frame = { style: BorderStyle.SINGLE, size: 8, color: colours.link }
    return new DocxTable({
      layout: TableLayoutType.FIXED,
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: verdicts.map(() => width),
      borders: { top: frame, bottom: frame, left: frame, right: frame, insideVertical: frame, insideHorizontal: frame },
      rows: [new TableRow({ cantSplit: true, children: cells })],
    })
  }

  chart(chart: Chart, picture: Uint8Array): Paragraph[] {
    const { svg, caption } = chart
    const { width, height } = sizeOf(svg)
    const transformation = { width: chartWidth, height: Math.round((chartWidth * height) / width) }
    this.charts += 1
    const image = new ImageRun({
      type: 'svg',
      data: Buffer.from(svg),
      fallback: { type: 'png', data: Buffer.from(picture) },
      transformation,
      altText: {
        id: String(this.charts),
        name: `Chart ${this.charts}`,
        title: printable(caption),
        description: printable(/<desc[^>]*>([^<]*)/.exec(svg)?.[1] ?? caption),
      },
    })
    return [new Paragraph({ keepNext: true, children: [image] }), new Paragraph({ style: 'Note', children: [text(caption)] })]
  }
}

const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const none = { left: nothing, right: nothing, insideVertical: nothing }

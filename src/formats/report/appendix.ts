import type { BriefExplanation } from '../../answers/explain.ts'
import { type Block, heading, note, type Row, row } from './document.ts'
import { capital } from './names.ts'
import type { Paper } from './paper.ts'
import type { Teller } from './teller.ts'
import { wordList } from './words.ts'

/** How each figure came about: the formula of every line that a figure of the paper leads to, its years together. */
export function appendix(paper: Paper, _tell: Teller, linked: readonly string[]): Block[] {
  const own = linked.filter((line) => !isAssumption(paper, line))
  const byName = Map.groupBy(own, (line) => line.split('@')[0] as string)
  return [
    heading(2, 'Appendix: how each figure came about', 'appendix'),
    note([
      'Each figure of the paper that is a link leads here. A formula is told once in words, and in figures for each year. The name under each heading is what cashable explain, and the question explain of the service, take to follow a figure further down, to the assumptions it rests on.',
    ]),
    ...[...byName].flatMap(([name, lines]) => one(paper, name, lines)),
  ]
}

function one(paper: Paper, name: string, lines: readonly string[]): Block[] {
  const explained = lines.map((line) => ({ line, told: paper.explanationOf(line) }))
  const [first] = explained
  if (first === undefined) return []
  const inTime = ({ told }: (typeof explained)[number]) =>
    told.period === null ? told.words : told.words.replaceAll(told.period, 'the year')
  const words = [...new Set(explained.map(inTime))]
  const isOne = words.length === 1
  const owner = paper.ownerTitleOf(first.told.owner)
  const rows = explained.map(({ line, told }): Row => {
    const cells = [told.period ?? 'Whole horizon', shown(paper, line), figuresOf(told), ...(isOne ? [] : [told.words])]
    return row(cells, { explains: line })
  })
  return [
    heading(3, `${capital(first.told.label)}${owner === '' ? '' : ` (${owner})`}`, `about-${name}`),
    {
      is: 'paragraph',
      sentences: [
        [`${name}, method ${first.told.section}, in ${first.told.unit}.`],
        ...(isOne ? [[`It is ${words[0]}${/[.]$/.test(words[0] ?? '') ? '' : '.'}`]] : []),
      ],
    },
    {
      is: 'table',
      table: {
        caption: `${capital(first.told.label)}: formula in figures`,
        columns: [
          { heading: 'When', kind: 'text' },
          { heading: 'Value', kind: 'number' },
          { heading: 'In figures', kind: 'text' },
          ...(isOne ? [] : [{ heading: 'In words', kind: 'text' as const }]),
        ],
        rows,
      },
    },
  ]
}

/** The formula in rounded figures, with the parts that are written out by themselves. */
function figuresOf({ inShort, workings }: BriefExplanation): string {
  const parts = workings.map(({ working, inShort: part }) => `working ${working} = ${part}`)
  return [inShort ?? '', ...(parts.length === 0 ? [] : [`where ${wordList(parts)}`])].filter((text) => text !== '').join(', ')
}

/** The value of a line with all the places that an answer shows. */
function shown(paper: Paper, line: string): string {
  const value = paper.valueOf(line)
  if (value === null) return 'none'
  const text = value.toString()
  return /^-?\d+(\.\d+)?$/.test(text) ? text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',').replace('-', '−') : text
}

function isAssumption({ answer }: Paper, line: string): boolean {
  return answer.assumptions.some(({ path }) => path === line)
}

import type { BriefExplanation } from '../../answers/explain.ts'
import { withThousands } from '../sentences/amounts.ts'
import { type Block, group, heading, note, type Row, row } from './document.ts'
import { capital, interventionCalled } from './names.ts'
import type { Paper } from './paper.ts'
import { wordList } from './words.ts'

interface Explained {
  line: string
  told: BriefExplanation
}

/** How each figure came about: the formula of every line that a figure of the paper leads to, its years together, by what the lines belong to. */
export function appendix(paper: Paper, linked: readonly string[]): Block[] {
  const own = linked.filter((line) => !isAssumption(paper, line)).map((line) => ({ line, told: paper.explanationOf(line) }))
  const byOwner = Map.groupBy(own, ({ told }) =>
    told.owner
      .split('.')
      .slice(0, isPart(told.owner) ? 2 : 0)
      .join('.'),
  )
  return [
    heading(2, 'Appendix: how each figure came about', 'appendix'),
    note([
      'Each figure of the paper that is a link leads here. A formula is told once in words, and in figures for each year. The name in brackets is what cashable explain, and the question explain of the service, take to follow a figure further down, to the assumptions it rests on.',
    ]),
    ...[...byOwner].flatMap(([owner, explained]) => one(paper, owner, explained)),
  ]
}

/** Whether an owner of lines is a demand or an intervention, or a part of one. */
function isPart(owner: string): boolean {
  return /^(?:demand|interventions)\./.test(owner)
}

function one(paper: Paper, owner: string, explained: readonly Explained[]): Block[] {
  const title = owner === '' ? 'The package as a whole' : ownerCalled(paper, owner)
  const byName = Map.groupBy(explained, ({ line }) => line.split('@')[0] as string)
  return [
    heading(3, title, `about-${owner === '' ? 'all' : owner}`),
    {
      is: 'table',
      table: {
        caption: `${title}: figures and their formulas`,
        columns: [
          { heading: 'When', kind: 'text' },
          { heading: 'Value', kind: 'number' },
          { heading: 'Formula in figures', kind: 'text' },
        ],
        rows: [...byName].flatMap(([name, lines]) => line(paper, name, lines)),
      },
    },
  ]
}

/** One line: what it is in words, and in figures for each time that the paper shows it at. */
function line(paper: Paper, name: string, explained: readonly Explained[]): Row[] {
  const [first] = explained
  if (first === undefined) return []
  const { label, owner, section, unit } = first.told
  const words = [...new Set(explained.map(inTime))]
  const [only = ''] = words
  const whose = paper.ownerTitleOf(owner)
  const more = `(${name}, method ${section}, in ${unit})${words.length === 1 ? `: ${ended(only)}` : ''}`
  // Years in their order, whatever the order in which the paper shows them; what is of all of them last.
  const inOrder = explained.toSorted((one, other) => ((one.told.period ?? '~') < (other.told.period ?? '~') ? -1 : 1))
  const rows = inOrder.map(({ line, told }): Row => {
    const figures = figuresOf(told)
    const how = words.length === 1 ? figures : `${ended(told.words)} ${figures === '' ? '' : `In figures: ${figures}`}`
    return row([told.period ?? 'All years', shown(paper, line), how.trim()], { explains: line })
  })
  return [group(`${capital(label)}${whose === '' ? '' : `, ${whose}`}`, more), ...rows]
}

/** A formula in words that holds for each of its years. */
function inTime({ told }: Explained): string {
  return told.period === null ? told.words : told.words.replaceAll(told.period, 'the year')
}

function ended(words: string): string {
  return words === '' || /[.]$/.test(words) ? words : `${words}.`
}

function ownerCalled({ complete, ownerTitleOf }: Paper, owner: string): string {
  const [list, id = ''] = owner.split('.')
  return list === 'interventions' ? interventionCalled(complete, id) : capital(ownerTitleOf(owner))
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
  return /^-?\d+(\.\d+)?$/.test(text) ? withThousands(text) : text
}

function isAssumption({ answer }: Paper, line: string): boolean {
  return answer.assumptions.some(({ path }) => path === line)
}

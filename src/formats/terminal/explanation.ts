import type { Explained } from '../../answers/explain.ts'
import { Figure } from '../figure.ts'
import { type Pen, part, prose, written } from './pen.ts'
import { figures, table } from './table.ts'

/** More operands than this are shown by the first and the last of each run. */
const mostRows = 14
const edge = 6

/** An explanation as a page for a terminal: what it is, why, the formula, what it is made of and what it rests on. */
export function explanationPage(pen: Pen, explained: Explained): string {
  const { line, label, words, inShort, why, binds, workings } = explained
  const lines = [
    ...prose(pen, label).map((each) => pen.colour('heading', each)),
    ...prose(pen, `${line} = ${worth(explained)}`),
    ...(why === undefined
      ? []
      : part(
          pen,
          'Why',
          why.flatMap((step) => whyLines(pen, step)),
        )),
    ...part(pen, 'In words', prose(pen, words)),
    ...(inShort === null ? [] : part(pen, 'In figures, rounded for reading', prose(pen, inShort))),
    ...workings.flatMap((step) => [...part(pen, `Working ${step.working}`, prose(pen, step.words)), ...prose(pen, `= ${step.inShort}`)]),
    ...(binds.length === 0
      ? []
      : part(
          pen,
          'What holds it',
          binds.flatMap(({ sentence }) => bullet(pen, sentence)),
        )),
    ...operandLines(pen, explained),
    ...assumptionLines(pen, explained),
    ...part(pen, 'Source', prose(pen, `Section ${explained.section} of the method. All digits are in --format json.`)),
  ]
  return `${lines.join('\n')}\n`
}

function worth({ value, unit, operands }: Explained): string {
  if (value === null)
    return operands.some(({ role }) => role === 'listed') ? 'no single figure' : unit === 'month' ? 'no month' : 'no figure'
  if (!(value instanceof Figure)) return value
  const text = value.toString()
  return unit.startsWith('pounds') ? pounds(text) : `${text} ${unit === 'ratio' || unit === 'factor' ? '' : unit}`.trim()
}

function pounds(text: string): string {
  const [whole = '', pence] = text.replace('-', '').split('.')
  return `${text.startsWith('-') ? '−' : ''}£${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${pence}`
}

function bullet(pen: Pen, text: string): string[] {
  return prose(pen, text, { indent: 2 }).map((line, at) => (at === 0 ? `${pen.ascii ? '-' : '•'} ${line.trimStart()}` : line))
}

function whyLines(pen: Pen, { sentence, moves }: NonNullable<Explained['why']>[number]): string[] {
  const more = moves === undefined || moves === '' ? [] : prose(pen, `What would move it: ${moves}`, { indent: 4 })
  return [...bullet(pen, sentence), ...more.map((line) => pen.colour('quiet', line))]
}

function operandLines(pen: Pen, { operands }: Explained): string[] {
  if (operands.length === 0) return []
  const once = new Map(operands.map((operand) => [operand.line ?? operand.path, operand]))
  const rows = [...once.values()].map(({ line, path, value, unit }) => ({ cells: [line ?? path ?? '', String(value), unit] }))
  const left = rows.length - 2 * edge
  const shown = rows.length <= mostRows ? rows : [...rows.slice(0, edge), { cells: [`… ${left} more …`, '', ''] }, ...rows.slice(-edge)]
  const columns = [{ heading: 'Line or assumption', side: 'left' } as const, figures('Value'), { heading: 'Unit', side: 'left' } as const]
  return part(pen, 'Made of', table(pen, columns, shown))
}

/** What a figure rests on, what the case itself says first; a source is said once, with how many rest on it. */
function assumptionLines(pen: Pen, { assumptions }: Explained): string[] {
  if (assumptions.length === 0) return []
  const lines = origins.flatMap(({ origin, heading }) => {
    const own = assumptions.filter((assumption) => assumption.origin === origin)
    const bySource = [...Map.groupBy(own, ({ source }) => source)].toSorted(
      ([one], [other]) => Number(one !== undefined) - Number(other !== undefined),
    )
    return bySource.flatMap(([source, group]) => [
      ...bullet(pen, `${group.length} ${heading}${source === undefined ? '' : `: ${source}`}`).map((line) => pen.colour('quiet', line)),
      ...(origin === 'supplied'
        ? group.map((assumption) => written(pen, `    ${setting(assumption)} (${assumption.unit})`))
        : prose(pen, group.map(setting).join('; '), { indent: 4 })),
    ])
  })
  return part(pen, `Rests on ${assumptions.length} ${assumptions.length === 1 ? 'assumption' : 'assumptions'}`, lines)
}

const origins: readonly { origin: RestsOn['origin']; heading: string }[] = [
  { origin: 'supplied', heading: 'supplied' },
  { origin: 'reference', heading: 'from the reference data' },
  { origin: 'default', heading: 'left at their defaults' },
]

type RestsOn = Explained['assumptions'][number]

function setting({ path, value, range }: RestsOn): string {
  return `${path} = ${value}${range === undefined ? '' : `, between ${range.low} and ${range.high}`}`
}

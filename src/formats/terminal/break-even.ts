import type { BrokenEven } from '../../answers/break-even.ts'
import type { Figure } from '../figure.ts'
import { poundsAndPence } from '../sentences/amounts.ts'
import { type Pen, part, prose, written } from './pen.ts'
import { figures, type Row, table } from './table.ts'

/** Where a figure reaches a target, as a page for a terminal: the answer in a sentence, then each value with what it takes. */
export function breakEvenPage(pen: Pen, found: BrokenEven): string {
  const { path, meaning, central, unit, range, measure, target, bounds, closest, crossings, more } = found
  const lines = [
    ...prose(pen, found.sentence).map((line) => pen.colour('heading', line)),
    ...part(pen, 'Asked', [
      ...prose(pen, `${path} = ${minus(central)} (${unit})`),
      ...prose(pen, meaning, { indent: 4 }).map((line) => pen.colour('quiet', line)),
      ...prose(pen, range === undefined ? 'No range is stated for it.' : `Its range is ${minus(range.low)} to ${minus(range.high)}.`),
      ...prose(pen, `${measure.id} = ${worth(found, measure.value)} as the case stands; the target is ${worth(found, target)}`),
      ...prose(pen, `Looked for from ${minus(bounds.low)} to ${minus(bounds.high)}.`),
    ]),
    ...(crossings.length + found.jumps.length + found.stretches.length === 0 && closest === null ? [] : valuesPart(pen, found)),
    ...(more ? prose(pen, 'There are more than the first fifty; ask between narrower ends.') : []),
    ...settingPart(pen, found),
  ]
  return `${lines.join('\n')}\n`
}

function valuesPart(pen: Pen, found: BrokenEven): string[] {
  const { crossings, jumps, stretches, closest } = found
  const place = (what: string, { value, change, relativeChange, measure, inRange }: Place): Row => ({
    cells: [
      what,
      minus(value),
      signed(change),
      relativeChange === null ? '' : percent(relativeChange),
      worth(found, measure),
      rangeWords(inRange),
    ],
  })
  const rows: Row[] = [
    ...crossings.map((each) => place(`reached, ${each.direction}`, each)),
    ...stretches.map(({ from, to, measure }) => ({
      cells: ['reached throughout', `${minus(from)} to ${minus(to)}`, '', '', worth(found, measure), ''],
    })),
    ...jumps.flatMap(({ below, above, direction }) =>
      [below, above].map(({ value, measure }, side) => ({
        cells: [side === 0 ? `jumped over, ${direction}` : '', minus(value), '', '', worth(found, measure), ''],
      })),
    ),
    ...(closest === null ? [] : [place('nearest', closest)]),
  ]
  const left = (heading: string) => ({ heading, side: 'left' }) as const
  const columns = [
    left('The target is'),
    figures('Value'),
    figures('Change'),
    figures('Change\nin %'),
    figures('The figure there'),
    left('Range'),
  ]
  return part(pen, 'Values', table(pen, columns, rows))
}

interface Place {
  value: string
  change: string
  relativeChange: string | null
  measure: Figure
  inRange?: boolean | null
}

function settingPart(pen: Pen, { crossings, closest }: BrokenEven): string[] {
  const places = closest === null ? crossings : [closest]
  if (places.length === 0) return []
  const lines = places.flatMap(({ set, problem }) => [
    ...Object.entries(set).map(([path, value], at) => written(pen, `${at === 0 ? '' : '    '}--set ${path}=${value}`)),
    ...(problem === undefined
      ? []
      : prose(pen, `The case would be refused with it: ${problem}`, { indent: 4 }).map((line) => pen.colour('warning', line))),
  ])
  return part(pen, 'To appraise it there', lines)
}

function rangeWords(inRange: boolean | null | undefined): string {
  return inRange === true ? 'within' : inRange === false ? 'outside' : ''
}

function worth({ measure: { unit } }: BrokenEven, figure: Figure): string {
  return unit.startsWith('pounds') ? poundsAndPence(figure.value) : `${minus(figure.toString())} ${unit === 'ratio' ? '' : unit}`.trim()
}

function percent(text: string): string {
  const [, sign = '', digits = ''] = /^(-?)(.*)$/.exec(text) ?? []
  return `${sign === '-' ? '−' : '+'}${(Number(digits) * 100).toFixed(1)}%`
}

function signed(text: string): string {
  return text.startsWith('-') ? minus(text) : `+${text}`
}

function minus(text: string): string {
  return text.replace('-', '−')
}

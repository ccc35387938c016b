import type { Compared, ComparedCase } from '../../answers/compare.ts'
import { Exact } from '../../graph/exact.ts'
import { direction, monthInWords, numberOf, wholePounds } from '../sentences/amounts.ts'
import { type Pen, part, prose } from './pen.ts'
import { figures, table } from './table.ts'

/** One row of the tables: its name, its figures, and whether it is what the others are compared with. */
interface Named {
  name: string
  shown: Compared['doNothing']
  isCentral: boolean
}

/** The names take what the figures leave, within these. */
const [narrowestName, widestName, figuresWide] = [16, 30, 69]
/** Years beside each other that fit the narrowest page. */
const yearsBeside = 5

/** A comparison as a page for a terminal: each case in a row, with its difference from the central case, then what each variant changes. */
export function comparisonPage(pen: Pen, compared: Compared, fileName: string): string {
  const { title, central, doNothing, variants, caseHash, model, notes } = compared
  const rows: Named[] = [
    { name: 'Doing nothing', shown: doNothing, isCentral: false },
    { name: 'Central case', shown: central, isCentral: true },
    ...variants.map((variant) => ({ name: nameOf(variant), shown: variant, isCentral: false })),
  ]
  const lines = [
    ...prose(pen, title ?? fileName).map((line) => pen.colour('heading', line)),
    ...prose(pen, `Doing nothing, the central case and ${numberOf(variants.length, 'variant')}`),
    '',
    ...prose(pen, central.sentence),
    ...part(pen, 'Over the horizon, £', headlines(pen, rows)),
    ...gaps(pen, compared, rows),
    ...(variants.length === 0
      ? []
      : part(
          pen,
          'What each variant changes',
          variants.flatMap((variant) => said(pen, variant)),
        )),
    ...part(
      pen,
      'How to read this',
      notes.flatMap((note) => prose(pen, note)),
    ),
    ...closing(pen, rows, caseHash, model.version),
  ]
  return `${lines.join('\n')}\n`
}

function nameOf({ id, title }: Pick<ComparedCase, 'id' | 'title'>): string {
  return title ?? id
}

function nameColumn(pen: Pen) {
  return { heading: '', side: 'left', most: Math.min(widestName, Math.max(narrowestName, pen.width - figuresWide)) } as const
}

function headlines(pen: Pen, rows: readonly Named[]): string[] {
  const columns = [nameColumn(pen), ...['Net\ncashable', 'Against\ncentral', 'Cost', 'Peak\nfunding', 'NPV', 'Paid back'].map(figures)]
  return table(
    pen,
    columns,
    rows.map(({ name: called, shown: { headline, difference }, isCentral }) => ({
      cells: [
        called,
        wholePounds(headline.netCashable.value),
        isCentral ? '' : signed(difference.netCashable.value),
        wholePounds(headline.cost.value),
        wholePounds(headline.peakFunding.value),
        wholePounds(headline.npv.value),
        payback(headline),
      ],
      rule: isCentral,
      tone: isCentral ? ('heading' as const) : undefined,
    })),
  )
}

function payback({ paybackMonth, paybackStatus, cost }: Compared['central']['headline']): string {
  if (paybackMonth !== null) return monthInWords(paybackMonth).replace(/^(\w{3})\w*/, '$1')
  if (paybackStatus === 'not-within-horizon') return 'no'
  return cost.value.isZero() ? '' : 'at once'
}

function gaps(pen: Pen, { years }: Compared, rows: readonly Named[]): string[] {
  const heading = 'Budget less spending with the package (the gap), by financial year, £'
  const chunks = Array.from({ length: Math.ceil(years.length / yearsBeside) }, (_, at) =>
    years.slice(at * yearsBeside, (at + 1) * yearsBeside),
  )
  const lines = chunks.flatMap((some, at) => {
    const cells = ({ shown }: Named) =>
      some.map((year) => {
        const found = shown.years.find((each) => each.year === year)
        return found === undefined ? '' : wholePounds(found.position.gap.value)
      })
    const body = rows.map((row) => ({
      cells: [row.name, ...cells(row)],
      rule: row.isCentral,
      tone: row.isCentral ? ('heading' as const) : undefined,
    }))
    return [...(at === 0 ? [] : ['']), ...table(pen, [nameColumn(pen), ...some.map(figures)], body)]
  })
  return part(pen, heading, lines)
}

function said(pen: Pen, { id, title, sentence, set }: ComparedCase): string[] {
  const values = Object.entries(set).map(([path, value]) => `${path} = ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return [
    ...prose(pen, title === undefined ? id : `${title} (${id})`).map((line) => pen.colour('heading', line)),
    ...prose(pen, sentence, { indent: 2 }),
    ...values.flatMap((each) => prose(pen, each, { indent: 4 })).map((line) => pen.colour('quiet', line)),
  ]
}

function signed(value: Exact): string {
  return `${direction(value) === 1 ? '+' : ''}${wholePounds(value)}`
}

function closing(pen: Pen, rows: readonly Named[], caseHash: string, version: string): string[] {
  const checks = rows.reduce((sum, { shown }) => sum.plus(shown.checksPassed), new Exact(0))
  const text = `${numberOf(rows.length, 'appraisal')}, ${checks.toFixed()} checks passed · case ${caseHash.slice(0, 12)} · cashable ${version}`
  return ['', ...prose(pen, text).map((line) => pen.colour('quiet', line))]
}

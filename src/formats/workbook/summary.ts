import { type Exact, exactNumber, nearlyFloat } from '../../graph/exact.ts'
import type { Expression } from '../../graph/graph.ts'
import type { Sheet, SheetRow } from '../../graph/sheet.ts'
import type { Rung } from '../../method/ladder.ts'
import { lines } from '../../method/lines.ts'
import { caseOf } from '../case-of.ts'
import type { WorkbookContent } from './content.ts'
import { address, type Content, Grid } from './grid.ts'
import type { CellName } from './inputs.ts'
import type { Layout } from './layout.ts'
import { headlineName } from './names.ts'
import type { Look } from './styles.ts'

/** What counts as below nothing: half of the last digit that a comparison looks at. */
const nothing = '0.00000000005'
const chartColumn = 8

/** The way from gross to cash, in the order in which the method settles it. Source: method 4. */
const rungs: readonly Rung[] = ['partners', 'fixed', 'backfilled', 'absorbed', 'unplanned', 'notYetReleased', 'cashable']

/** One figure of the headline: its name, what it is called, and how the book computes it. */
interface Figure {
  key: string
  label: string
  content: Content
  answered: string | number
  look: Look
}

/** The summary sheet: the two verdicts, the headline, the ladder and the years, live, beside what the service answered. */
export function summaryGrid(content: WorkbookContent, sheet: Sheet, layout: Layout): { grid: Grid; names: CellName[] } {
  const { answer, method, exactOf } = content
  const { timeline } = method.book
  const complete = caseOf(answer)
  const grid = new Grid('Summary')
  const names: CellName[] = []
  const rowOf = (id: string) => (sheet.rows.get(id) as SheetRow[])[0] as SheetRow

  grid.columns([50, 20, 18, 16, 16, 16, 18, 3])
  grid.put(0, 0, complete.title ?? 'Business case', 'title')
  grid.put(
    1,
    0,
    `${complete.body} · ${timeline.start} to ${timeline.months.at(-1)} · real money in ${complete.prices.baseYear} prices · costs and savings are both positive in their own rows`,
    'subtitle',
  )
  grid.put(2, 0, { formula: 'Checks!$A$3', value: `All ${method.checks.length} checks agree` }, 'note')

  grid.rule({
    type: 'expression',
    priority: 1,
    formula: 'LEFT($A$3,3)<>"All"',
    range: 'A3:G3',
    style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FF9C9C' }, bgColor: { rgb: 'FF9C9C' } } },
  })

  const top = 8
  grid.put(top, 0, 'Over the case', 'heading')
  grid.putRow(top, 1, ['With these inputs', 'As first answered', 'Change'], 'period')
  const figures = headlineFigures()
  for (const [place, { key, label, content: now, answered, look }] of figures.entries()) {
    const row = top + 1 + place
    grid.put(row, 0, label)
    grid.put(row, 1, now, look)
    grid.put(row, 2, answered, look)
    const value = address(row, 1)
    if (typeof answered === 'number') {
      const change = typeof now === 'object' && typeof now.value === 'number' ? now.value - answered : 0
      grid.put(
        row,
        3,
        { formula: `IF(ISNUMBER(${value}),ROUND(${value}-${address(row, 2)},6),"")`, value: Number(change.toFixed(6)) },
        look,
      )
    }
    names.push({ name: headlineName(key), range: `Summary!$B$${row + 1}` })
  }
  verdicts()
  const ladderTop = top + figures.length + 2
  ladder(ladderTop)
  years(ladderTop + rungs.length + 4)
  return { grid, names }

  function headlineFigures(): Figure[] {
    const { headline } = answer
    const money = (key: keyof typeof headline, label: string, id: string): Figure => ({
      key,
      label,
      content: { formula: `ROUND(${layout.cell(rowOf(id))},2)`, value: Number(String(headline[key])) },
      answered: Number(String(headline[key])),
      look: 'sterling',
    })
    const bcr = layout.cell(rowOf('economic.fiscal.bcr'))
    const pvCost = layout.cell(rowOf('economic.fiscal.pvCost'))
    return [
      money('grossAvoided', lines.grossAvoided.label, 'headline.grossAvoided'),
      money('cashable', 'Cashable: a budget goes down', 'headline.cashable'),
      money('cost', 'Cost to the body in cash', 'headline.cost'),
      money('costAllFunders', lines.costAllFunders.label, 'headline.costAllFunders'),
      money('grants', 'Grants to the body', 'headline.grants'),
      money('netAvoided', lines.netAvoided.label, 'headline.netAvoided'),
      money('netCashable', 'Net cashable: net cash over the horizon', 'headline.netCashable'),
      money('peakFunding', 'Peak funding: the deepest cumulative outlay', 'headline.peakFunding'),
      money('npv', 'Net present value, fiscal', 'economic.fiscal.npv'),
      {
        key: 'bcr',
        label: 'Benefit–cost ratio, fiscal: benefits for each £1 of cost',
        content: {
          formula: `IF(${pvCost}=0,"none: nothing is spent",ROUND(${bcr},4))`,
          value: headline.bcr === null ? 'none: nothing is spent' : Number(String(headline.bcr)),
        },
        answered: headline.bcr === null ? 'none: nothing is spent' : Number(String(headline.bcr)),
        look: 'ratio',
      },
      payback(),
      ...method.demands.map(({ avoided }): Figure => {
        const { id } = avoided.baseline.demand
        const row = rowOf(`${avoided.baseline.path}.entriesAvoided`)
        return {
          key: `entriesAvoided.${id}`,
          label: `Entries avoided: ${avoided.baseline.demand.title ?? id}`,
          content: { formula: `ROUND(SUM(${layout.range(row, timeline.length)}),6)`, value: Number(String(headline.entriesAvoided[id])) },
          answered: Number(String(headline.entriesAvoided[id])),
          look: 'figure',
        }
      }),
    ]
  }

  /** The month after the last one whose cumulative is below zero. */
  function payback(): Figure {
    const { paybackMonth, paybackStatus } = answer.headline
    const row = rowOf('financial.cumulativeByMonth')
    const range = layout.range(row, timeline.length)
    const start = layout.cell(row).replace(/[A-Z]+(?=\d+$)/, (column) => `$${column}`)
    const last = `SUMPRODUCT(MAX((${range}<=-${nothing})*(COLUMN(${range})-COLUMN(${start})+1)))`
    const texts = { 'never-negative': 'never in the red', 'not-within-horizon': 'not within the case' } as const
    const answered = paybackStatus === 'paid-back' ? String(paybackMonth) : texts[paybackStatus]
    const headings = monthHeadings()
    return {
      key: 'paybackMonth',
      label: 'Payback month',
      content: {
        formula: `IF(${last}=0,"${texts['never-negative']}",IF(${last}=${timeline.length},"${texts['not-within-horizon']}",INDEX(${headings},1,${last}+1)))`,
        value: answered,
      },
      answered,
      look: 'right',
    }
  }

  /** The headings of the block of months on the sheet of the financial case. */
  function monthHeadings(): string {
    const top = layout.blocks.get('Financial case')?.find(({ period }) => period === 'month')?.top as number
    return `'Financial case'!${address(top, 3)}:${address(top, 3 + timeline.length - 1)}`
  }

  /** The two verdicts, in words that follow the figures when an input changes. */
  function verdicts(): void {
    const { npv, netCashable } = answer.headline
    const say = (row: number, question: string, name: string, [yes, no, even]: readonly [string, string, string], exact: Exact) => {
      grid.put(row, 0, question, 'verdict')
      const value = nearlyFloat(exact)
      const amount = `£${Math.abs(Math.round(value)).toLocaleString('en-GB')}`
      const now = value === 0 ? even : `${value > 0 ? yes : no} ${amount}`
      grid.put(
        row,
        1,
        { formula: `IF(${name}=0,"${even}",IF(${name}>0,"${yes}","${no}")&" £"&TEXT(ABS(${name}),"#,##0"))`, value: now },
        'verdict',
      )
      grid.merge(row, 1, 6)
      grid.height(row, 1.6)
    }
    const worth = [
      'Yes: more is avoided than is spent, whoever pays, in present values by',
      'No: more is spent than is avoided, whoever pays, in present values by',
      'Even: as much is avoided as is spent',
    ] as const
    const pays = [
      'Yes: the budget is better off in cash by',
      'No: the budget is worse off in cash by',
      'Even: the budget is neither better nor worse off in cash',
    ] as const
    say(4, 'Is it worth doing?', headlineName('npv'), worth, npv.value)
    say(5, 'Does it pay for itself in cash?', headlineName('netCashable'), pays, netCashable.value)
    grid.put(
      6,
      0,
      'Two questions, and the answers may differ: what is avoided is not all cash. The ladder below says where it stays.',
      'note',
    )
  }

  function ladder(at: number): void {
    grid.put(at, 0, 'From avoided to cash', 'heading')
    grid.putRow(at, 1, ['Over the case', 'Share of gross'], 'period')
    const gross = exactOf(method.headline.grossAvoided)
    const grossCell = headlineName('grossAvoided')
    const rows: [string, Content, Exact][] = [
      [lines.grossAvoided.label, { formula: grossCell, value: nearlyFloat(gross) }, gross],
      ...rungs.map((rung): [string, Content, Exact] => {
        const total = method.financial.rungs[rung].reduce<Exact>((sum, value) => sum.plus(exactOf(value)), exactNumber(0))
        const range = layout.range(rowOf(`financial.${rung}`), timeline.financialYears.length)
        return [lines[rung].label, { formula: `SUM(${range})`, value: nearlyFloat(total) }, total]
      }),
    ]
    for (const [place, [label, value, exact]] of rows.entries()) {
      const row = at + 1 + place
      const isEnd = place === 0 || place === rows.length - 1
      grid.put(row, 0, label, isEnd ? 'total' : 'label')
      grid.put(row, 1, value, isEnd ? 'total' : 'wholePounds')
      const share = gross.isZero() ? 0 : nearlyFloat(exact.dividedBy(gross))
      grid.put(row, 2, { formula: `IF(${grossCell}=0,0,${address(row, 1)}/${grossCell})`, value: share }, 'share')
    }
    grid.chart({
      type: 'bar',
      title: 'From avoided to cash, £',
      series: [
        {
          name: 'Over the case',
          values: `B${at + 2}:B${at + 1 + rows.length}`,
          categories: `A${at + 2}:A${at + 1 + rows.length}`,
          color: '1F5C99',
        },
      ],
      axes: { x: { reverse: true }, y: { numberFormat: { formatCode: '#,##0' } } },
      legend: false,
      gapWidth: 40,
      anchor: { from: { row: 3, col: chartColumn }, to: { row: 21, col: chartColumn + 9 } },
    })
  }

  function years(at: number): void {
    const shown = ['grossAvoided', 'cashable', 'cost', 'grants', 'net', 'cumulative'] as const
    grid.height(at, 2.2)
    grid.put(at, 0, 'Financial year, cash', 'heading')
    grid.putRow(
      at,
      1,
      shown.map((name) => lines[name].label.split(':')[0]),
      'period',
    )
    for (const [y, { year }] of timeline.financialYears.entries()) {
      grid.put(at + 1 + y, 0, year)
      for (const [place, name] of shown.entries()) {
        const expression = name === 'cashable' ? method.financial.rungs.cashable[y] : method.financial[name][y]
        grid.put(
          at + 1 + y,
          1 + place,
          { formula: layout.cell(rowOf(`financial.${name}`), y), value: nearlyFloat(exactOf(expression as Expression)) },
          'wholePounds',
        )
      }
    }
    const cumulative = layout.range(rowOf('financial.cumulativeByMonth'), timeline.length)
    grid.chart({
      type: 'line',
      title: 'Cumulative net cash by month, £',
      series: [
        { name: 'Cumulative net cash', values: cumulative, categories: monthHeadings(), color: 'B3541E', marker: { symbol: 'none' } },
      ],
      axes: { x: { tickLblPos: 'low', tickLblSkip: 12, tickMarkSkip: 12 }, y: { numberFormat: { formatCode: '#,##0' } } },
      legend: false,
      anchor: { from: { row: 22, col: chartColumn }, to: { row: 40, col: chartColumn + 9 } },
    })
    grid.put(
      at + 2 + timeline.financialYears.length,
      0,
      `Case ${answer.caseHash.slice(0, 12)} · result ${answer.resultHash.slice(0, 12)} · ${answer.model.name} ${answer.model.version}, method ${answer.model.method}`,
      'note',
    )
    for (const [place, { code, message, path }] of answer.warnings.entries()) {
      const row = at + 4 + timeline.financialYears.length + place
      if (place === 0) {
        grid.put(
          row - 1,
          0,
          'What to know before relying on this: warnings of the case as first answered; they do not follow changes',
          'heading',
        )
        grid.merge(row - 1, 0, 6)
      }
      grid.put(row, 0, `${code}: ${path}`, 'wrapped')
      grid.put(row, 1, message, 'wrapped')
      grid.merge(row, 1, 6)
      grid.height(row, Math.max(Math.ceil(message.length / 95), Math.ceil((code.length + path.length) / 48)))
    }
  }
}

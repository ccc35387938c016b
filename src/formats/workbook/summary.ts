import { type Exact, nearlyFloat } from '../../graph/exact.ts'
import type { Expression } from '../../graph/graph.ts'
import type { Sheet, SheetRow } from '../../graph/sheet.ts'
import { lines } from '../../method/lines.ts'
import { caseOf } from '../case-of.ts'
import { lined, quiet } from './chart-axes.ts'
import type { WorkbookContent } from './content.ts'
import { address, type Content, Grid } from './grid.ts'
import type { CellName } from './inputs.ts'
import { ladderHeight, ladderTable } from './ladder.ts'
import type { Layout } from './layout.ts'
import { headlineName } from './names.ts'
import type { Look } from './styles.ts'
import { waterfall } from './waterfall.ts'

/** What counts as below nothing: half of the last digit that a comparison looks at. */
const nothing = '0.00000000005'
const chartColumn = 8
/** How many months fit beside each other under a chart. */
const mostLabels = 11

/** How the pence of the headline come about. Source: method 4 and 7. */
const pence = [
  'On pence: each posting of the ledger is rounded to the penny, and totals are the sums of postings. Peak funding, present values and what is',
  'credited to each intervention are computed from unrounded months and rounded only where they are shown, so they may differ by some pence.',
] as const

/** One figure of the headline: its name, what it is called and measured in, and how the book computes it. */
interface Figure {
  key: string
  label: string
  unit: string
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
  grid.put(top, 4, 'Unit', 'unitHeading')
  grid.merge(top, 4, 5)
  const figures = headlineFigures()
  for (const [place, { key, label, unit, content: now, answered, look }] of figures.entries()) {
    const row = top + 1 + place
    grid.put(row, 0, label)
    grid.put(row, 4, unit, 'unit')
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
  grid.put(top + figures.length + 1, 0, pence[0], 'note')
  grid.put(top + figures.length + 2, 0, pence[1], 'note')
  verdicts()
  const ladderTop = top + figures.length + 4
  const steps = ladderTable(content, sheet, layout, grid, ladderTop)
  const end = years(ladderTop + ladderHeight + 1)
  grid.printTo(end, chartColumn + 10)
  waterfall(grid, end + 1, 'From avoided to cash', steps, { row: 3, column: chartColumn })
  return { grid, names }

  function headlineFigures(): Figure[] {
    const { headline } = answer
    const presentValue = `£ of ${complete.prices.baseYear}, discounted`
    const money = (key: keyof typeof headline, label: string, id: string, unit = '£ in money of the day'): Figure => ({
      key,
      label,
      unit,
      content: { formula: `ROUND(${layout.cell(rowOf(id))},2)`, value: Number(String(headline[key])) },
      answered: Number(String(headline[key])),
      look: 'sterling',
    })
    const bcr = layout.cell(rowOf('economic.fiscal.bcr'))
    const pvCost = layout.cell(rowOf('economic.fiscal.pvCost'))
    return [
      money('grossAvoided', lines.grossAvoided.label, 'headline.grossAvoided'),
      money('cashable', 'Cashable: what comes off a budget', 'headline.cashable'),
      money('cost', 'Cost to the body in cash', 'headline.cost'),
      money('costAllFunders', lines.costAllFunders.label, 'headline.costAllFunders'),
      money('grants', 'Grants to the body', 'headline.grants'),
      money('netAvoided', lines.netAvoided.label, 'headline.netAvoided'),
      money('netCashable', lines.netCashable.label, 'headline.netCashable'),
      money('peakFunding', lines.peakFunding.label, 'headline.peakFunding'),
      money('npv', 'Net present value, fiscal', 'economic.fiscal.npv', presentValue),
      {
        key: 'bcr',
        label: `${lines.bcr.label}, fiscal`,
        unit: '£ for each £1',
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
          unit: lines.entriesAvoided.unit,
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
      unit: 'month',
      content: {
        formula: `IF(${last}=0,"${texts['never-negative']}",IF(${last}=${timeline.length},"${texts['not-within-horizon']}",INDEX(${headings},1,${last}+1)))`,
        value: answered,
      },
      answered,
      look: 'right',
    }
  }

  /** What a warning is about, in words where there are some. */
  function aboutOf(path: string): string {
    if (content.register.has(path)) return content.titleOf(path)
    const words = content.ownerTitleOf(path)
    return words === '' ? path : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
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

  /** The years, what the answer is known by, and its warnings; gives the row after them. */
  function years(at: number): number {
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
    // A label a year, and for a long case one every few years, so that they do not run together.
    const skip = 12 * Math.ceil(timeline.financialYears.length / mostLabels)
    const cumulative = layout.range(rowOf('financial.cumulativeByMonth'), timeline.length)
    grid.chart({
      type: 'line',
      title: 'Cumulative net cash by month, £',
      series: [
        { name: 'Cumulative net cash', values: cumulative, categories: monthHeadings(), color: 'B3541E', marker: { symbol: 'none' } },
      ],
      axes: {
        x: { ...quiet, tickLblPos: 'low', tickLblSkip: skip, tickMarkSkip: skip },
        y: { ...quiet, ...lined },
      },
      legend: false,
      titleFontSize: 12,
      titleBold: true,
      anchor: { from: { row: 23, col: chartColumn }, to: { row: 41, col: chartColumn + 10 } },
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
      const about = aboutOf(path)
      const words = message.replaceAll('`', '')
      grid.put(row, 0, about, 'wrapped')
      grid.put(row, 1, words, 'wrapped')
      grid.merge(row, 1, 5)
      grid.put(row, 6, code, 'code')
      grid.height(row, Math.max(Math.ceil(words.length / 80), Math.ceil(about.length / 48), Math.ceil(code.length / 16)))
    }
    return at + 4 + timeline.financialYears.length + answer.warnings.length
  }
}

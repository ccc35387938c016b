import type { Chosen } from '../../answers/choose.ts'
import { nameInSentence } from '../../method/lines.ts'
import type { Figure } from '../figure.ts'
import { numberOf, people, pounds, wholePounds } from '../sentences/amounts.ts'
import { wrapped } from './columns.ts'
import { type Pen, part, prose } from './pen.ts'
import { type Point, scatter, signOf } from './scatter.ts'
import { type Column, figures, table } from './table.ts'

type Package = Chosen['ranked'][number]

const chart = { columns: 56, rows: 12 }

/** A choice as a page for a terminal: the choice in words, the packages by rank, the frontier as a table and as a chart. */
export function choicePage(pen: Pen, chosen: Chosen, title: string): string {
  const { sentences, notes } = chosen
  const lines = [
    ...prose(pen, title).map((line) => pen.colour('heading', line)),
    '',
    ...sentences.flatMap((sentence, at) => prose(pen, sentence).map((line) => (at === 0 ? pen.colour('heading', line) : line))),
    ...part(pen, headingOfRanked(chosen), ranked(pen, chosen)),
    ...part(pen, `The efficient frontier: ${nameInSentence(chosen.asked.measure.label)} against ${basisOf(chosen)}`, frontier(pen, chosen)),
    ...chartOf(pen, chosen),
    ...part(
      pen,
      'How to read this',
      notes.flatMap((note) => prose(pen, note)),
    ),
    ...closing(pen, chosen),
  ]
  return `${lines.join('\n')}\n`
}

const basisWords = { peakFunding: 'peak funding', cost: 'cost to the body', costAllFunders: 'cost to all funders' } as const

function basisOf({ asked }: Chosen): string {
  return basisWords[asked.budgetBasis]
}

function headingOfRanked({ asked, packages, ranked: list }: Chosen): string {
  const within = packages.withinBudget
  const which = list.length < within ? `The best ${list.length} of ${numberOf(within, 'package')}` : numberOf(within, 'package')
  const limit = asked.budget === null ? '' : ` within ${pounds(asked.budget.value)} of ${basisWords[asked.budgetBasis]}`
  const over = packages.overBudget === 0 ? '' : `; ${packages.overBudget} left out because over budget`
  return `${which}${limit}${over}`
}

function ranked(pen: Pen, chosen: Chosen): string[] {
  const { asked, uncertainty, ranked: list } = chosen
  const isNpv = asked.measure.id === 'headline.npv'
  const isNet = asked.measure.id === 'headline.netCashable'
  const optional: [isShown: boolean, column: Column, cell: (each: Package) => string][] = [
    [true, figures(heading(asked.measure.label)), ({ measure }) => plainFigure(measure)],
    [uncertainty !== null, figures('its\nP10'), ({ p10 }) => (p10 === null ? '' : plainFigure(p10))],
    [uncertainty !== null, figures('Best in\ndraws'), ({ best }) => (best === null ? '' : percent(best.share))],
    [true, figures(heading(basisOf(chosen))), ({ budgeted }) => plainFigure(budgeted)],
    [!isNet, figures('Net\ncashable'), ({ netCashable }) => plainFigure(netCashable)],
    [isNet && !isNpv, figures('NPV'), ({ npv }) => plainFigure(npv)],
  ]
  const columns = optional.filter(([isShown]) => isShown)
  const rows = list.map((each) => ({
    cells: [String(each.rank), packageName(each.interventions), ...columns.map(([, , cell]) => cell(each)), mark(pen, chosen, each)],
    tone: each.rank === 1 ? ('good' as const) : undefined,
  }))
  return [
    ...table(pen, [figures(''), packageColumn, ...columns.map(([, column]) => column), { heading: '', side: 'left' }], rows),
    ...legend(pen, chosen),
  ]
}

const packageColumn = { heading: 'Package', side: 'left', most: 28 } as const

function packageName(interventions: readonly string[]): string {
  return interventions.length === 0 ? 'nothing' : interventions.join(' + ')
}

function mark(pen: Pen, { best }: Chosen, { interventions, standing }: Package): string {
  if (interventions.join() === best.interventions.join()) return signOf(pen, 'best')
  return standing === 'frontier' ? signOf(pen, 'frontier') : standing === 'dominated' ? 'd' : 'e'
}

function legend(pen: Pen, { interventions, ranked: list }: Chosen): string[] {
  const used = new Set(list.flatMap((each) => each.interventions))
  const titles = interventions.filter(({ id, title }) => used.has(id) && title !== undefined).map(({ id, title }) => `${id}: ${title}`)
  const signs = `${signOf(pen, 'best')} the choice, ${signOf(pen, 'frontier')} on the frontier, d dominated, e extendedly dominated`
  return [signs, ...titles].flatMap((text) => prose(pen, text)).map((line) => pen.colour('quiet', line))
}

function frontier(pen: Pen, chosen: Chosen): string[] {
  const { asked, frontier: list } = chosen
  const isMoney = list[0]?.measure.kind === 'money'
  const columns = [
    packageColumn,
    figures(heading(basisOf(chosen))),
    figures(heading(asked.measure.label)),
    figures('More\npaid'),
    figures('More\ngained'),
    figures(isMoney ? 'Gained for\neach £1' : '£ for each\none gained'),
    { heading: '', side: 'left' } as const,
  ]
  const rows = list.map(({ interventions, budgeted, measure, step, isWithinBudget }) => ({
    cells: [
      packageName(interventions),
      plainFigure(budgeted),
      plainFigure(measure),
      ...(step === null
        ? ['', '', '']
        : [
            plainFigure(step.budgeted),
            plainFigure(step.measure),
            isMoney ? ratioText(step.measure, step.budgeted) : wholePounds(step.poundsForEachUnit.value),
          ]),
      isWithinBudget ? '' : 'over budget',
    ],
    tone: isWithinBudget ? undefined : ('quiet' as const),
  }))
  return table(pen, columns, rows)
}

function ratioText(gained: Figure, paid: Figure): string {
  return paid.value.isZero() ? '' : gained.value.dividedBy(paid.value).toFixed(2).replace('-', '−')
}

function chartOf(pen: Pen, chosen: Chosen): string[] {
  const { asked, best, frontier: onFrontier, ranked: list } = chosen
  const point =
    (mark: Point['mark']) =>
    ({ budgeted, measure }: { budgeted: Figure; measure: Figure }): Point => ({ x: budgeted.value, y: measure.value, mark })
  const points = [...list.map(point('other')), ...onFrontier.map(point('frontier')), point('best')(best)]
  const drawn = scatter(pen, points, { ...chart, limit: asked.budget?.value })
  if (drawn === undefined) return []
  const { lines, across, up, showsLimit } = drawn
  const inKind = (value: Figure['value']) => (best.measure.kind === 'money' ? pounds(value) : people(value))
  const limit = showsLimit ? '; the broken line is the budget' : ''
  const ends = [
    `Across: ${basisOf(chosen)}, ${pounds(across.least)} to ${pounds(across.most)}${limit}.`,
    `Upwards: ${nameInSentence(asked.measure.label)}, ${inKind(up.least)} to ${inKind(up.most)}.`,
  ]
  return ['', ...lines.map((line) => `  ${line}`), ...ends.flatMap((text) => prose(pen, text, { indent: 2 }))]
}

/** What is left aside by the tables, and what made the answer from what. */
function closing(pen: Pen, { caseHash, model, best, frontier: onFrontier, uncertainty }: Chosen): string[] {
  const drawn = uncertainty === null ? [] : [`seed ${uncertainty.seed}`]
  const parts = [
    `${numberOf(onFrontier.length + (best.standing === 'frontier' ? 0 : 1), 'exact appraisal')}`,
    ...drawn,
    `case ${caseHash.slice(0, 12)}`,
    `method ${model.method}`,
    `${model.name} ${model.version}`,
  ]
  return ['', ...prose(pen, parts.join(' · ')).map((line) => pen.colour('quiet', line))]
}

/** Whole pounds, or people to one place. */
function plainFigure({ kind, value }: Figure): string {
  return kind === 'money' ? wholePounds(value) : people(value)
}

function percent({ value }: Figure): string {
  return `${people(value.times(100))}%`
}

/** A label, without what explains it, over two or three lines. */
function heading(label: string): string {
  const [name = label] = label.split(':')
  return wrapped(name.slice(0, 1).toUpperCase() + name.slice(1), 12).join('\n')
}

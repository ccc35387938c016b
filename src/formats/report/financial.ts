import { cashOf } from '../charts/answer-data.ts'
import { cashChart } from '../charts/cash.ts'
import { direction, numberOf, total } from '../sentences/amounts.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { type Block, chart, heading, note, paragraph, row, state, table } from './document.ts'
import { fullYearCash } from './full-year.ts'
import { bodyCalled } from './names.ts'
import type { Paper } from './paper.ts'
import { type Teller, worked } from './teller.ts'

/** The financial case: cash of the body by year, as a budget and a medium-term financial plan take it. */
export function financialCase(paper: Paper, tell: Teller): Block[] {
  const { answer, complete } = paper
  return [
    heading(2, 'Financial case', 'financial'),
    paragraph([`Cash of ${bodyCalled(complete)}, in the money of each year. Over the horizon `, ...inAndOut(paper, tell)]),
    byYear(paper, tell),
    chart(cashChart('cash-chart', cashOf(answer)), 'Cumulative net cash at the end of each year, at the central values.'),
    ...movements(paper),
    ...costLines(paper, tell),
    ...position(paper, tell),
  ]
}

/** Cash and grants on one side, cost on the other, and what they leave. */
function inAndOut({ answer: { headline } }: Paper, tell: Teller): Sentence {
  const granted = direction(headline.grants.value) !== 0
  const adds = direction(headline.cashable.value) === -1
  const cost: Sentence = [tell.pounds('headline.cost'), ' of cost']
  const net: Sentence = [': net ', tell.pounds('headline.netCashable'), '.']
  const grants: Sentence = [tell.pounds('headline.grants'), ' of grants']
  const more: Sentence = [...cost, ' and ', tell.size('headline.cashable'), ' of added spending on the demands']
  if (adds) return granted ? [...grants, ' stand against ', ...more, ...net] : ['there are ', ...more, ', and nothing against them', ...net]
  return [
    tell.pounds('headline.cashable'),
    ' of cash',
    ...(granted ? [' and ', ...grants, ' stand'] : [' stands']),
    ' against ',
    ...cost,
    ...net,
  ]
}

function byYear({ answer }: Paper, tell: Teller): Block {
  const { years } = answer
  const columns = ['cashable', 'costOneOff', 'recurring', 'grants', 'net', 'cumulative'] as const
  const rows = years.map(({ year, cash }) =>
    row([
      year,
      ...columns.map(
        (name): Sentence =>
          name === 'recurring' ? [worked(cash.cost.value.minus(cash.costOneOff.value))] : tell.whole(`financial.${name}@${year}`),
      ),
    ]),
  )
  const recurring = total(years.map(({ cash }) => cash.cost.value.minus(cash.costOneOff.value)))
  return table(
    'Cash by financial year',
    ['Year', 'Cashable £', 'One-off cost £', 'Recurring cost £', 'Grants £', 'Net £', 'Cumulative £'],
    [
      ...rows,
      row(
        [
          'Total',
          tell.whole('headline.cashable'),
          tell.whole('financial.costOneOff'),
          worked(recurring),
          tell.whole('headline.grants'),
          tell.whole('headline.netCashable'),
          '',
        ],
        { look: 'total' },
      ),
    ],
  )
}

/** What changes from one year's budget to the next, and what the position at a year's end comes to over twelve months. */
function movements(paper: Paper): Block[] {
  const { years } = paper.answer
  const zero = years[0]?.cash.net.value.times(0)
  if (zero === undefined) return []
  const recurring = years.map(({ cash }) => cash.cost.value.minus(cash.costOneOff.value))
  const changed = (of: readonly (typeof zero)[], place: number) => (of[place] ?? zero).minus(of[place - 1] ?? zero)
  const columns = [
    years.map(({ cash }) => cash.cashable.value),
    recurring,
    years.map(({ cash }) => cash.costOneOff.value),
    years.map(({ cash }) => cash.grants.value),
    years.map(({ cash }) => cash.net.value),
  ]
  const full = fullYearCash(paper.figures)
  const short = years.filter(({ months }) => months < 12)
  const isStill = columns.every((of) => of.every((value) => direction(value) === 0))
  if (isStill) {
    const still = `No cash of ${bodyCalled(paper.complete)} moves in any year, so there is nothing for a medium-term financial plan to take.`
    return [heading(3, 'What the medium-term financial plan takes', 'movements'), state([still])]
  }
  return [
    heading(3, 'What the medium-term financial plan takes', 'movements'),
    ...(years.length === 1
      ? [state(['There is a single year, so its figures are the change on doing nothing, and there is no change on last year.'])]
      : []),
    table(
      'Change on last year: what each year’s budget moves by; the first year against doing nothing',
      ['Year', 'Cashable £', 'Recurring cost £', 'One-off cost £', 'Grants £', 'Net £'],
      years.map(({ year }, place) => row([year, ...columns.map((of) => worked(changed(of, place)))])),
    ),
    table(
      'Full-year effect: twelve times the last month of the year',
      ['Year', 'Cashable £', 'of which still to come £', 'Recurring cost £', 'of which still to come £'],
      years.map(({ year }, place) => {
        const { cashable, recurring: cost } = full[place] ?? { cashable: zero, recurring: zero }
        const [gained, spent] = [columns[0]?.[place] ?? zero, recurring[place] ?? zero]
        return row([year, worked(cashable), worked(cashable.minus(gained)), worked(cost), worked(cost.minus(spent))])
      }),
    ),
    note(
      [
        'Recurring cost is cost less one-off cost. The change on last year is the year less the one before it. Still to come is the full-year effect less what the year itself holds: what began, or ended, during the year and has not run for all of it. Grants and one-off cost have no full-year effect. In a plan that writes pressures as positive and savings as negative, cost keeps its sign here and cashable, grants and net take the other.',
      ],
      ...(short.length === 0
        ? []
        : [
            [
              `${short.map(({ year, months }) => `${year} has ${numberOf(months, 'month')} of the case`).join('; ')}, so its change is not that of a whole year.`,
            ],
          ]),
    ),
  ]
}

function costLines({ complete }: Paper, tell: Teller): Block[] {
  const rows = complete.interventions
    .filter(({ included }) => included)
    .flatMap(({ id, title, costs }) =>
      costs.map((line) =>
        row([
          `${line.title ?? line.id} (${title ?? id})`,
          line.per === 'once' ? 'one-off' : `each ${line.per}`,
          line.funder === complete.body ? (line.redeployed ? 'redeployed, no new cash' : complete.body) : line.funder,
          tell.whole(`interventions.${id}.costs.${line.id}.cost`),
        ]),
      ),
    )
  if (rows.length === 0) return [state(['The package has no cost lines, so it costs nothing.'])]
  return [
    heading(3, 'What it costs', 'costs'),
    table('Cost lines over the horizon, whoever pays', ['Cost line', 'Paid', 'Who pays', 'Total £'], rows),
  ]
}

/** Budget against spending on the demands. */
function position({ answer }: Paper, tell: Teller): Block[] {
  const { years } = answer
  const over = years.filter(({ position }) => direction(position.gap.value) === -1)
  const worst = over.toSorted((one, other) => one.position.gap.value.comparedTo(other.position.gap.value))[0]
  const said: Sentence =
    total(years.map(({ position }) => position.budget.value)).isZero() && over.length === 0
      ? ['No budget of the case is spent on the demands.']
      : worst === undefined
        ? ['With the package, spending on the demands stays within its budget in every year.']
        : [
            `With the package, spending on the demands is over its budget in ${over.length === years.length ? 'every year' : numberOf(over.length, 'year')}, ${over.length === 1 ? '' : 'at the most '}by `,
            tell.size(`position.gap@${worst.year}`),
            ` in ${worst.year}.`,
          ]
  const names = ['budget', 'doNothing', 'withPackage', 'gap'] as const
  return [
    heading(3, 'The budget position', 'position'),
    paragraph(said),
    table(
      'Budget and spending on the demands',
      ['Year', 'Budget £', 'If nothing is done £', 'With the package £', 'Budget less spending £'],
      years.map(({ year }) => row([year, ...names.map((name) => tell.whole(`position.${name}@${year}`))])),
    ),
    note(['What the package costs, grants and direct savings are not in these: they stand in the cash by year.']),
  ]
}

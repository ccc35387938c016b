import { direction, monthInWords, numberOf } from '../sentences/amounts.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { type Block, heading, note, type Row, row, state, table } from './document.ts'
import { bodyCalled, called, inSixes } from './names.ts'
import type { Paper } from './paper.ts'
import type { Teller } from './teller.ts'

/** A cost line or a direct saving of the body: with a plan to release it, or without. */
interface Releasable {
  path: string
  name: string
  plan?: { action: string; owner: string; from?: string; noticeMonths?: number; step?: string } | undefined
  /** What stays because nobody has a plan, in pounds over the horizon. */
  stays: ReturnType<Teller['exact']>
  byYear: (year: string) => string
  whole: string
}

/** The release plan: who does what from when, what each releases by year, and the lines that nobody has a plan for. */
export function releasePlan(paper: Paper, tell: Teller): Block[] {
  const all = releasables(paper, tell)
  const planned = all.filter(({ plan }) => plan !== undefined)
  const without = all.filter(({ plan }) => plan === undefined)
  return [
    heading(2, 'Release plan', 'release'),
    ...(all.length === 0
      ? [state([`No cost line and no saving of the case is paid by ${bodyCalled(paper.complete)}, so there is nothing to release.`])]
      : []),
    ...(planned.length === 0 && all.length > 0
      ? [
          state([
            'No line has a release plan: nobody has decided to end a contract, close a home or leave a post empty, so nothing that is avoided becomes cash.',
          ]),
        ]
      : []),
    ...(planned.length === 0 ? [] : [who(planned), ...amounts(paper, planned, tell)]),
    ...(without.length === 0 ? [] : unplanned(without, tell)),
  ]
}

function releasables({ complete, ownerTitleOf, valueOf: value }: Paper, tell: Teller): Releasable[] {
  const lines = complete.demand.flatMap(({ id, costs }) =>
    costs
      .filter(({ value: kind, funder }) => kind === 'fiscal' && funder === complete.body)
      .map((line): Releasable => {
        const path = `demand.${id}.costs.${line.id}`
        const { release } = line
        return {
          path,
          name: ownerTitleOf(path),
          plan: release === undefined ? undefined : { ...release, step: String(value(`${path}.release.step`)) },
          stays: tell.exact(`${path}.unplanned`),
          byYear: (year) => `${path}.cashable@${year}`,
          whole: `${path}.cashable`,
        }
      }),
  )
  const savings = complete.interventions
    .filter(({ included }) => included)
    .flatMap((intervention) =>
      intervention.savings
        .filter(({ funder }) => funder === complete.body)
        .map((saving): Releasable => {
          const path = `interventions.${intervention.id}.savings.${saving.id}`
          return {
            path,
            name: `${called(saving)}, ${called(intervention)}`,
            plan: saving.release,
            stays: saving.release === undefined ? tell.exact(`${path}.saving`) : tell.exact(`${path}.saving`).times(0),
            byYear: (year) => `${path}.saving@${year}`,
            whole: `${path}.saving`,
          }
        }),
    )
  return [...lines, ...savings]
}

function who(planned: readonly Releasable[]): Block {
  return table(
    'Who does what, and from when',
    ['Line', 'Action', 'Owner', 'From', 'Notice', 'In steps of'],
    planned.map(({ name, plan }) => {
      const { action = '', owner = '', from, noticeMonths, step } = plan ?? {}
      return row([
        name,
        action,
        owner,
        from === undefined ? 'as it is saved' : monthInWords(from),
        noticeMonths === undefined || noticeMonths === 0 ? 'none' : numberOf(noticeMonths, 'month'),
        step === undefined || step === '0' ? 'any part' : step === '1' ? '1 place' : `${step} places`,
      ])
    }),
  )
}

function amounts({ answer }: Paper, planned: readonly Releasable[], tell: Teller): Block[] {
  const years = answer.years.map(({ year }) => year)
  const chunks = inSixes(years)
  return chunks.map((some, place) => {
    const isLast = place === chunks.length - 1
    const totals: Sentence[] = some.map((year) => tell.whole(`financial.cashable@${year}`))
    const rows: Row[] = planned.map(({ name, byYear, whole }) =>
      row([name, ...some.map((year) => tell.whole(byYear(year))), ...(isLast ? [tell.whole(whole)] : [])]),
    )
    const rest = row(['Cashable, all lines', ...totals, ...(isLast ? [tell.whole('headline.cashable')] : [])], { look: 'total' })
    const when = chunks.length === 1 ? 'by year' : `from ${some[0]} to ${some.at(-1)}`
    return table(`What is released ${when}, £`, ['Line', ...some.map((year) => `#${year}`), ...(isLast ? ['#Total'] : [])], [...rows, rest])
  })
}

function unplanned(without: readonly Releasable[], tell: Teller): Block[] {
  const worth = without.filter(({ stays }) => direction(stays) === 1)
  return [
    heading(3, 'Lines without a plan', 'unplanned'),
    table(
      'What would be cash with a plan that needs no notice and no whole steps, over the horizon',
      ['Line', 'Would be cash £', 'What to add to the case'],
      without.map(({ path, name, whole }) => {
        const isLine = path.startsWith('demand.')
        return row([name, tell.whole(isLine ? `${path}.unplanned` : whole), `${path}.release, with action and owner`])
      }),
    ),
    note([
      worth.length === 0
        ? 'None of these lines has anything standing empty, so a plan would release nothing as the case stands.'
        : 'A plan is what somebody does (action), who decides it (owner), and, where they matter, from which month, at what notice and in what whole steps.',
    ]),
  ]
}

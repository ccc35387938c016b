import { demandChart } from '../charts/demand.ts'
import { demandsOf, referralsOf } from '../charts/monthly-data.ts'
import { referralsChart } from '../charts/referrals.ts'
import { type Block, chart, heading, note, row, state, table } from './document.ts'
import { called, interventionCalled } from './names.ts'
import type { Paper } from './paper.ts'
import type { Teller } from './teller.ts'

/** What the package does: whom it reaches, and what becomes of the numbers. */
export function reach(paper: Paper, tell: Teller): Block[] {
  return [heading(2, 'What the package does', 'reach'), ...families(paper, tell), ...numbers(paper, tell)]
}

function families({ complete, answer, figures }: Paper, tell: Teller): Block[] {
  if (answer.interventions.length === 0) return [state(['There is no intervention, so nobody is reached.'])]
  const last = answer.years.at(-1)?.year
  const referring = complete.interventions.filter(({ included, referrals }) => included && referrals !== undefined)
  const without = complete.interventions.filter(({ included, referrals }) => included && referrals === undefined)
  const charts = referralsOf(figures).map(({ id, data }) =>
    chart(
      referralsChart(`referrals-${id}`, data),
      `${interventionCalled(complete, id)}: families referred, starting and waiting, month by month.`,
    ),
  )
  return [
    heading(3, 'Families', 'families'),
    ...(referring.length === 0
      ? [state(['No intervention takes referrals: what they do is in their direct savings.'])]
      : [
          table(
            'Families over the horizon',
            ['Intervention', '#Referred', '#Started', '#Completed', '#Waiting at the end', '#Not served'],
            referring.map((each) => {
              const at = (line: string) => tell.people(`interventions.${each.id}.${line}`)
              return row([called(each), at('referred'), at('starts'), at('completed'), at(`waiting@${last}`), at('notServed')])
            }),
          ),
        ]),
    ...(without.length > 0 && referring.length > 0 ? [note([`Without referrals: ${without.map(called).join('; ')}.`])] : []),
    ...charts,
    heading(3, 'What each intervention is credited with', 'credits'),
    table(
      'Pounds over the horizon',
      ['Intervention', 'Gross avoided £', 'Cashable £', 'Cost to the budget £', 'Cost to all funders £'],
      answer.interventions.map(({ id }) => {
        const at = (line: string) => tell.whole(`interventions.${id}.${line}`)
        return row([interventionCalled(complete, id), at('grossAvoided'), at('cashable'), at('cost'), at('costAllFunders')])
      }),
    ),
  ]
}

function numbers({ complete, answer, figures, ownerTitleOf }: Paper, tell: Teller): Block[] {
  if (complete.demand.length === 0) return [state(['The case has no demand, so there are no numbers to show.'])]
  const charts = new Map(demandsOf(figures).map(({ id, data }) => [id, data]))
  return complete.demand.flatMap((demand) => {
    const { id } = demand
    const data = charts.get(id)
    const title = called(demand)
    const at = (line: string, year: string) => tell.people(`demand.${id}.${line}@${year}`)
    const costs = answer.interventions.flatMap((each) => {
      const cost = each.costPerEntryAvoided[id]
      return cost === undefined || cost === null
        ? []
        : [
            row([
              ownerTitleOf(`interventions.${each.id}`),
              tell.people(`interventions.${each.id}.avoided.${id}`),
              tell.whole(`interventions.${each.id}.costPerEntryAvoided.${id}`),
            ]),
          ]
    })
    return [
      heading(3, title, `demand-${id}`),
      table(
        `${title}: entries in the year, and numbers in its last month`,
        [
          'Year',
          '#Entries if nothing is done',
          '#Entries avoided',
          '#Numbers if nothing is done',
          '#Numbers with the package',
          '#Numbers in the budget',
        ],
        answer.years.map(({ year }) =>
          row([
            year,
            at('entries', year),
            at('entriesAvoided', year),
            at('stockDoNothing', year),
            at('stockWithPackage', year),
            at('stockBudgeted', year),
          ]),
        ),
      ),
      ...(data === undefined
        ? []
        : [
            chart(
              demandChart(`demand-chart-${id}`, data),
              `${title}: numbers month by month, with and without the package, and what the budget pays for.`,
            ),
          ]),
      ...(costs.length === 0
        ? []
        : [table(`${title}: what an entry avoided costs`, ['Intervention', '#Entries avoided', 'Cost to all funders for each £'], costs)]),
    ]
  })
}

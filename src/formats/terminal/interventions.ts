import type { Appraised } from '../../answers/appraise.ts'
import { caseOf } from '../case-of.ts'
import type { Figure } from '../figure.ts'
import { people, total, wholePounds } from '../sentences/amounts.ts'
import { type Pen, part, prose } from './pen.ts'
import { figures, table } from './table.ts'

/** What the columns of figures of the wider of the two tables usually take. */
const widthOfFigures = 52

type Reached = Appraised['interventions'][number]['years'][number]

/** Who is reached by each intervention, and what it avoids, releases and costs, over the horizon. */
export function interventions(pen: Pen, answer: Appraised): string[] {
  const { interventions: all, headline } = answer
  const cases = caseOf(answer).interventions
  if (all.length === 0) return part(pen, 'Interventions', prose(pen, 'The case has no intervention: nothing is done.'))
  const titles = new Map(cases.map(({ id, title }) => [id, title ?? id]))
  const label = { heading: '', side: 'left', most: Math.max(24, pen.width - widthOfFigures) } as const
  const families = [label, ...['Referred', 'Started', 'Completed', 'Waiting\nat the end', 'Not\nserved'].map(figures)]
  const money = [label, ...['Gross avoided', 'Cashable', 'Cost to\nthe budget', 'Cost to\nall funders'].map(figures)]
  const summed = (years: readonly Reached[], name: 'referred' | 'starts' | 'completed' | 'notServed') =>
    people(total(years.map((year) => year[name].value)))
  const pounds = (list: readonly Figure[]) => list.map(({ value }) => wholePounds(value))
  const leftOut = cases.filter(({ included }) => !included)
  return [
    ...part(
      pen,
      'Interventions over the horizon, families',
      table(
        pen,
        families,
        all.map(({ id, years }) => ({
          cells: [
            titles.get(id) as string,
            summed(years, 'referred'),
            summed(years, 'starts'),
            summed(years, 'completed'),
            people(total(years.slice(-1).map(({ waiting }) => waiting.value))),
            summed(years, 'notServed'),
          ],
        })),
      ),
    ),
    ...part(
      pen,
      'Interventions over the horizon, £',
      table(pen, money, [
        ...all.map(({ id, cash }) => ({
          cells: [titles.get(id) as string, ...pounds([cash.grossAvoided, cash.cashable, cash.cost, cash.costAllFunders])],
        })),
        { cells: ['Total', ...pounds([headline.grossAvoided, headline.cashable, headline.cost, headline.costAllFunders])], rule: true },
      ]),
    ),
    ...(leftOut.length === 0 ? [] : prose(pen, `Left out of the package: ${leftOut.map(({ id, title }) => title ?? id).join('; ')}.`)),
  ]
}

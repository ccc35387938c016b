import type { Appraised } from '../../answers/appraise.ts'
import type { Exact } from '../../graph/exact.ts'
import type { Rung } from '../../method/ladder.ts'
import { lines } from '../../method/lines.ts'
import { percentage, total, wholePounds } from '../sentences/amounts.ts'
import { bar } from './bar.ts'
import { type Pen, part } from './pen.ts'
import { figures, type Row, table } from './table.ts'

/** What is taken off before anything is cash, in the order the method takes it. Source: method 4. */
const takenOff: readonly Rung[] = ['partners', 'fixed', 'backfilled', 'absorbed', 'unplanned', 'notYetReleased']
const barCells = 20

interface Step {
  label: string
  amount: Exact
  /** Where the bar starts and ends. */
  from: Exact
  to: Exact
  rule?: boolean
}

/** The way from gross cost avoided down to cashable, and on to net cash, over the horizon. */
export function ladder(pen: Pen, { headline, years }: Appraised): string[] {
  const zero = total([])
  const gross = headline.grossAvoided.value
  let left = gross
  const steps: Step[] = [{ label: lines.grossAvoided.label, amount: gross, from: zero, to: gross }]
  const take = (label: string, amount: Exact) => {
    steps.push({ label: `  ${label}`, amount: amount.negated(), from: left, to: left.minus(amount) })
    left = left.minus(amount)
  }
  const stand = (label: string, amount: Exact) => steps.push({ label, amount, from: zero, to: amount, rule: true })

  for (const rung of takenOff) take(lines[rung].label, total(years.map(({ cash }) => cash[rung].value)))
  stand(lines.cashable.label, headline.cashable.value)
  take('Cost to the budget', headline.cost.value)
  take(lines.grants.label, headline.grants.value.negated())
  stand('Net cashable', headline.netCashable.value)

  const ends = steps.flatMap(({ from, to }) => [from, to])
  const scale = { low: least(ends), high: most(ends), cells: barCells }
  const rows = steps.map(
    ({ label, amount, from, to, rule }): Row => ({
      cells: [label, wholePounds(amount), percentage(amount, gross), bar(pen, scale, from, to)],
      ...(rule ? { rule, tone: 'heading' } : {}),
    }),
  )
  const columns = [{ heading: '', side: 'left' } as const, figures('£'), figures('of gross'), { heading: '', side: 'left' } as const]
  return part(pen, 'From cost avoided to cash, over the horizon', table(pen, columns, rows))
}

function least(values: readonly Exact[]): Exact {
  return values.reduce((low, value) => (value.lessThan(low) ? value : low))
}

function most(values: readonly Exact[]): Exact {
  return values.reduce((high, value) => (value.greaterThan(high) ? value : high))
}

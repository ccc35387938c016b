import type { Appraised } from '../../answers/appraise.ts'
import type { Simulation } from '../../answers/simulate-schema.ts'
import { financialYearOf, monthsBetween } from '../../case/calendar.ts'
import { nearlyFloat } from '../../graph/exact.ts'
import type { Rung } from '../../method/ladder.ts'
import { lines } from '../../method/lines.ts'
import { caseOf } from '../case-of.ts'
import { monthInWords, total } from '../sentences/amounts.ts'
import type { CashData } from './cash.ts'
import type { LadderData } from './ladder.ts'

/** What is taken off before anything is cash, in the order the method takes it. Source: method 4. */
const takenOff: readonly Rung[] = ['partners', 'fixed', 'backfilled', 'absorbed', 'unplanned', 'notYetReleased']

/** The ladder over the horizon in pounds, every rung named, those that take nothing too. */
export function ladderOf({ headline, years }: Appraised): LadderData {
  return {
    avoided: { label: lines.grossAvoided.label, pounds: nearlyFloat(headline.grossAvoided.value) },
    rungs: takenOff.map((rung) => ({ label: lines[rung].label, taken: nearlyFloat(total(years.map(({ cash }) => cash[rung].value))) })),
    cash: { label: lines.cashable.label, pounds: nearlyFloat(headline.cashable.value) },
  }
}

/** Cumulative net cash in pounds by financial year, with its quantiles where the same case was simulated and something was drawn. */
export function cashOf(answer: Appraised, simulation?: Simulation): CashData {
  const { headline, years } = answer
  const { start } = caseOf(answer)
  const fan = new Map((simulation?.ranges.length ? simulation.fan : []).map(({ year, quantiles }) => [year, quantiles]))
  let months = 0
  return {
    years: years.map(({ year, months: inYear, cash }) => {
      months += inYear
      const drawn = fan.get(year)
      const common = { year, months, cumulative: nearlyFloat(cash.cumulative.value) }
      if (drawn === undefined || drawn === null) return common
      const { p5, p25, p75, p95 } = drawn
      return { ...common, quantiles: { p5: Number(p5), p25: Number(p25), p75: Number(p75), p95: Number(p95) } }
    }),
    paybackStatus: headline.paybackStatus,
    ...(headline.paybackMonth === null
      ? {}
      : {
          payback: {
            year: financialYearOf(headline.paybackMonth),
            month: monthInWords(headline.paybackMonth),
            after: monthsBetween(start, headline.paybackMonth) + 1,
          },
        }),
  }
}

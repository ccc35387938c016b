import t from 'tap'
import { answer, caseOf, certainEffect, demandOf, figuresOf, interventionOf, line, plannedLine } from '../cases-for-tests.ts'

t.test('an empty case has an answer, all of it 0', async (t) => {
  const { headline, years, checks } = answer(caseOf({ years: 2 }))
  t.equal(headline.netCashable, '0.00')
  t.equal(headline.bcr, null)
  t.equal(years.length, 2)
  t.ok(checks.length > 0)
})

t.test('an intervention that is left out leaves no trace', async (t) => {
  const given = (included: boolean) =>
    caseOf({
      demand: [demandOf({ costs: [plannedLine()] })],
      interventions: [
        interventionOf({
          included,
          referrals: { perMonth: '2' },
          effects: [certainEffect()],
          costs: [{ id: 'team', amount: '100', per: 'once' }],
          savings: [{ id: 'agency', amount: '100', per: 'once' }],
        }),
      ],
    })
  const { headline, interventions } = answer(given(false))
  t.same([headline.grossAvoided, headline.costAllFunders], ['0.00', '0.00'])
  t.same(interventions, [])
  t.not(answer(given(true)).headline.grossAvoided, '0.00')
})

t.test('every line has a value for each month, each year or the whole case', async (t) => {
  const figures = figuresOf(caseOf({ start: '2026-11', years: 2, demand: [demandOf({ costs: [plannedLine()] })] }))
  for (const { id, period, values } of figures.method.book.lines.values()) {
    t.equal(values.length, { month: 24, year: 3, case: 1 }[period], `${id} by ${period}`)
  }
  t.same(line(figures, 'headline.grossAvoided'), ['0'])
})

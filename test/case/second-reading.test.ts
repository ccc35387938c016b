import t from 'tap'
import { CaseError, type Problem } from '../../src/case/problem.ts'
import { readCase } from '../../src/case/read-case.ts'

/* Faults that a hostile reading found, each with what should have been said. */

const plain = { start: '2026-04', years: 1 }
function problemsOf(given: object, load?: Parameters<typeof readCase>[2]): Problem[] {
  try {
    readCase(JSON.stringify({ ...plain, ...given }), 'json', load)
    return []
  } catch (error) {
    if (error instanceof CaseError) return error.problems
    throw error
  }
}

t.test('a grant is no unit cost and no sum in old prices', async (t) => {
  const grant = (ref: string) => problemsOf({ funding: [{ id: 'dfe', byYear: { '2026-27': { ref } } }] })
  t.match(grant('childrens-home-week-2023'), [
    { path: 'funding.dfe.byYear.2026-27.ref', message: /is pounds a week in 2023-24 prices, and a grant is the cash/ },
  ])
  t.match(grant('childrens-home-year-2023'), [{ message: /in 2023-24 prices/ }])
  t.match(grant('incredible-years-child-low-2016'), [{ message: /is pounds an event, and a grant is the cash/ }])
  t.same(grant('no-wrong-door-grant'), [], 'a sum without a price year')
})

t.test('what is missing is said in the words of the field', async (t) => {
  const effects = [{ demand: 'care', windowMonths: 12 }]
  const demand = [{ id: 'care', entriesPerYear: 1 }]
  const problems = problemsOf({ demand, interventions: [{ id: 'fgc', effects }] })
  t.match(problems, [
    { path: 'demand.care.stay', expected: 'how long children stay' },
    { path: 'interventions.fgc.effects.care.risk', expected: /chance that a treated child, .*proportion; 0 to 1/ },
    { path: 'interventions.fgc.effects.care.reduction', expected: /relative reduction of the risk/ },
  ])
})

t.test('a year too far away is said to be so', async (t) => {
  t.match(problemsOf({ prices: { baseYear: '2200-01' } }), [
    { message: '2200-01 is too far away: years from 1900-01 to 2199-00 are known.' },
  ])
})

t.test('an effect where there is no demand expects one', async (t) => {
  const effects = [{ demand: 'care', risk: 0.1, windowMonths: 12, reduction: 0.1 }]
  t.match(problemsOf({ interventions: [{ id: 'fgc', effects }] }), [{ expected: 'the id of a demand of this case' }])
})

t.test('what is extended must be a case', async (t) => {
  const load = () => ({ text: '- a\n- b\n', format: 'yaml' as const, name: 'list.yaml' })
  t.match(problemsOf({ extends: 'list.yaml' }, { load }), [{ path: 'extends', message: 'list.yaml holds no case to extend.' }])
})

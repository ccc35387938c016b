import t from 'tap'
import { answerOf } from '../../src/answers/appraise.ts'
import { Explainer } from '../../src/answers/explain.ts'
import { verdicts } from '../../src/formats/terminal/verdicts.ts'
import {
  avoidingPlaces,
  type Case,
  caseOf,
  certainEffect,
  demandOf,
  figuresOf,
  interventionOf,
  plannedLine,
  ready,
} from '../cases-for-tests.ts'
import { model } from '../http/service.ts'

/* A service that does harm: more children come in, so that nothing is avoided, nothing is saved and nobody decides to release anything. */

/** Ten families a month of whom three in ten more come in than without help; places at £100 a month, four fifths of it variable. */
const harmful = caseOf({
  demand: [demandOf({ costs: [plannedLine({ step: '2' }, { variable: '0.8' })] })],
  interventions: [
    interventionOf({
      referrals: { perMonth: '10' },
      effects: [certainEffect({ risk: '1', reduction: '-0.3' })],
      costs: [{ id: 'team', amount: '1000', per: 'year' }],
    }),
  ],
})
const explained = (theCase: Case, id: string) => new Explainer(ready(theCase), model).explain(id)
const pen = { width: 80, ascii: false, colour: (_: string, text: string) => text } as never

/*
 * By hand: 3 more entries a month, each staying six months: 3, 6, 9, 12, 15, 18 and then 18 places more: 63 + 6 × 18 = 171 place-months.
 * At £100: £17,100 of cost, of which four fifths, £13,680, moves, and £3,420 does not.
 */
t.test('why: cost is added, more has to be found, nobody decides', async (t) => {
  const { why = [], value } = explained(harmful, 'why.cashable')
  t.equal(String(value), '-13680.00')
  const said = why.map(({ sentence, moves = '' }) => `${sentence} ${moves}`).join('\n')
  t.match(why[0]?.sentence, /^£17,100\.00 of cost is added in 2026-27, whoever pays it: nothing is avoided\.$/)
  t.match(said, /£3,420\.00 of it is fixed cost, which does not rise with numbers/)
  t.match(said, /£13,680\.00 more has to be found, because the body’s spending goes up/)
  t.notMatch(said, /decided by|goes down|is avoided 2|stays when numbers fall|release plan/)
})

t.test('what holds it: pounds are not numbers', async (t) => {
  const binds = (id: string) => explained(harmful, id).binds.map(({ sentence }) => sentence)
  t.same(binds('demand.care.costs.place.cashable'), [
    'Nothing is avoided: £17,100.00 of cost is added here, of which £13,680.00 has to be found, so there is nothing to release.',
  ])
  t.same(binds('demand.care.costs.place.releasedPlaces@2027-03'), [
    'Nothing is avoided: numbers are higher here than if nothing were done, by 18 places, so there is nothing to release.',
  ])
})

t.test('some lines rise while others fall: only the fall is decided by anybody', async (t) => {
  // 5 places more in the first half of the year and 10 fewer in the second, on a line with a plan.
  const theCase = avoidingPlaces([...new Array(6).fill(-5), ...new Array(6).fill(10)], {}, { costs: [plannedLine()] })
  const cash = explained(theCase, 'why.cashable').why?.find(({ rung }) => rung === 'cashable')
  t.match(cash?.sentence, /^£3,000\.00 is cash, by which the body’s budget goes down: .*decided by head of placements/)
})

t.test('the verdicts say that cost is added where nothing is avoided', async (t) => {
  const page = verdicts(pen, answerOf(figuresOf(harmful), model))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
  t.match(page, /Cost is added/)
  t.notMatch(page, /This sets the cost that is avoided/)
})

t.test('growth is told of the period that is asked for', async (t) => {
  // 10 a month growing by 12% a year, six months each: 60 places are paid for. From the second year 11.2 come in a month: at the end of
  // 2027-28 67.2 are there, and at the end of 2028-29 (12.544 a month) 75.264.
  const growing = avoidingPlaces(new Array(36).fill(2), { years: 3 }, { growth: '0.12', costs: [plannedLine()] })
  const growth = (id: string) => explained(growing, id).why?.find(({ rung }) => rung === 'absorbed')?.sentence
  t.match(growth('financial.cashable@2027-28'), /would stand at 67\.2 in 2028-03 against 60 in the budget/)
  t.match(growth('why.cashable'), /would stand at 75\.3 in 2029-03 against 60 in the budget/)
  t.equal(explained(growing, 'why.cashable@2027-28').line, 'financial.cashable@2027-28', 'and why can be asked of a year')
})

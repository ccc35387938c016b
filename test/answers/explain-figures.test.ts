import t from 'tap'
import { Explainer } from '../../src/answers/explain.ts'
import { saying } from '../../src/answers/explanation/said.ts'
import { askedBy } from '../../src/answers/line-id.ts'
import { exactNumber } from '../../src/graph/exact.ts'
import type { Expression } from '../../src/graph/graph.ts'
import { loadLibrary } from '../../src/http/library.ts'
import { answer, figuresOf, ready } from '../cases-for-tests.ts'
import { model, scenarios } from '../http/service.ts'
import { workedOut } from './worked-out.ts'

/*
 * Every named line, in every month and year, worked out again from its own formula in figures by a reader of that grammar that shares
 * nothing with the program, gives its own value; and that value is the answer's.
 */

const { scenarios: library } = loadLibrary(scenarios, { warn: () => {} } as never)
const chosen = [
  'minimal',
  'fdac-exits',
  'step-release-home',
  'fgc-trial',
  'urgent-saving',
  'three-claims',
  'la5-package',
  'edge-of-care-hub',
]
const close = exactNumber('1e-25')

for (const { id: scenario, case: theCase } of library.filter(({ id }) => chosen.includes(id))) {
  t.test(`${scenario}: every formula in figures gives its own value`, async (t) => {
    const { figures, names } = new Explainer(ready(theCase), model)
    const answered = figuresOf(theCase)
    const wrong: string[] = []
    let count = 0
    for (const line of figures.method.book.lines.values()) {
      for (const [place, expression] of line.values.entries()) {
        const id = names.id({ line, place })
        const said = saying(figures, names, askedBy(figures, id))
        const value = figures.of(expression)
        const inAnswer = answered.of(answered.method.book.lines.get(line.id)?.values[place] as Expression)
        if (!isClose(value.toFixed(), inAnswer.toFixed())) wrong.push(`${id} is ${inAnswer} in the answer`)
        for (const formula of [{ figures: said.figures ?? '', value }, ...said.workings]) {
          count += 1
          if (!isClose(workedOut(formula.figures).toFixed(), formula.value.toFixed())) wrong.push(`${id}: ${formula.figures.slice(0, 200)}`)
        }
      }
    }
    t.same(wrong.slice(0, 5), [])
    t.ok(count > 2000, `${count} formulas`)
  })
}

/** Equal to 25 digits, or within 10⁻²⁵ where both are next to nothing. */
function isClose(one: string, other: string): boolean {
  const apart = exactNumber(one).minus(exactNumber(other)).abs()
  return apart.lessThanOrEqualTo(close) || apart.lessThanOrEqualTo(exactNumber(other).abs().times(close))
}

t.test('the reader of figures can tell a wrong one', async (t) => {
  t.equal(workedOut('round2(1.005 * 1)').toFixed(2), '1.01')
  t.equal(workedOut('1 - 2 - 3').toFixed(), '-4')
  t.equal(workedOut('8 / 4 / 2').toFixed(), '1')
  t.equal(workedOut('1 / 0').toFixed(), '0')
  t.equal(workedOut('-min(0, -25) + floor(1.9999999999)').toFixed(), '27')
  t.notOk(isClose('1', '1.000000000000000000000001'))
  for (const text of ['', '1 +', 'max()', 'eval(1)', '1 2', '1,5']) t.throws(() => workedOut(text), text)
})

t.test('every figure of the answer can be asked for by name, and is the same', async (t) => {
  for (const { id: scenario, case: theCase } of library) {
    const got = answer(theCase)
    const explainer = new Explainer(ready(theCase), model)
    const same = (id: string, value: unknown) => {
      const asked = askedBy(explainer.figures, id)
      const explained = saying(explainer.figures, explainer.names, asked)
      if (value === null || typeof explained.value === 'string' || explained.value === null) {
        t.equal(explained.value, value, `${scenario} ${id}`)
        return
      }
      const places = String(value).split('.')[1]?.length ?? 0
      const shown = explained.value.toDecimalPlaces(10, 4).toDecimalPlaces(places, 4)
      if (!shown.equals(String(value))) t.equal(shown.toFixed(), value, `${scenario} ${id}`)
    }
    for (const [name, value] of Object.entries(got.headline)) if (name !== 'entriesAvoided') same(`headline.${name}`, value)
    for (const [demand, value] of Object.entries(got.headline.entriesAvoided)) same(`headline.entriesAvoided.${demand}`, value)
    for (const { year, cash, position, real } of got.years) {
      for (const [name, value] of Object.entries(cash)) same(`financial.${name}@${year}`, value)
      for (const [name, value] of Object.entries(position)) same(`position.${name}@${year}`, value)
      for (const [name, value] of Object.entries(real)) same(`economic.${name}@${year}`, value)
    }
    for (const view of ['fiscal', 'public'] as const) {
      for (const [name, value] of Object.entries(got.economic[view])) same(`economic.${view}.${name}`, value)
    }
    same('economic.pvFixed', got.economic.pvFixed)
    for (const { id, years, cash, costPerEntryAvoided } of got.interventions) {
      for (const { year, avoided, ...reached } of years) {
        for (const [name, value] of Object.entries(reached)) same(`interventions.${id}.${name}@${year}`, value)
        for (const [demand, value] of Object.entries(avoided)) same(`interventions.${id}.avoided.${demand}@${year}`, value)
      }
      for (const [name, value] of Object.entries(cash)) same(`interventions.${id}.${name}`, value)
      for (const [demand, value] of Object.entries(costPerEntryAvoided)) same(`interventions.${id}.costPerEntryAvoided.${demand}`, value)
    }
    for (const { id, years, lines } of got.demand) {
      for (const { year, ...numbers } of years) {
        for (const [name, value] of Object.entries(numbers)) same(`demand.${id}.${name}@${year}`, value)
      }
      for (const line of lines) {
        for (const [name, value] of Object.entries(line.cash)) same(`demand.${id}.costs.${line.id}.${name}`, value)
        for (const [name, value] of Object.entries(line.real)) same(`demand.${id}.costs.${line.id}.${name}Real`, value)
      }
    }
  }
  t.pass('all of them')
})

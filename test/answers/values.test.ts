import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { answerOf } from '../../src/answers/appraise.ts'
import { Explainer } from '../../src/answers/explain.ts'
import { Figures } from '../../src/answers/figures.ts'
import { LineError } from '../../src/answers/line-error.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { lineValue } from '../../src/answers/values.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { answerRows } from '../../src/formats/csv-rows.ts'
import { smallest } from '../http/service.ts'

const cases = join(import.meta.dirname, '../cases')
const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }
const methods = new WrittenMethods()

function figuresOf(given: unknown): Figures {
  const ready = completeCase(given)
  return new Figures(ready.case, ready.register, methods.for(ready.case, ready.register))
}

t.test('every figure of every answer has its id, and the id gives that figure', async (t) => {
  let figuresSeen = 0
  for (const file of readdirSync(cases).filter((name) => name.endsWith('.json'))) {
    const { case: given } = JSON.parse(readFileSync(join(cases, file), 'utf8')) as { case: unknown }
    const figures = figuresOf(given)
    const wrong: string[] = []
    for (const row of answerRows(answerOf(figures, model))) {
      const id = `${row.owner}.${row.line}${row.year === undefined ? '' : `@${row.year}`}`
      const got = lineValue(figures, id)
      figuresSeen += 1
      if (String(got) !== String(row.value)) wrong.push(`${id} is ${row.value} and not ${got}`)
    }
    t.same(wrong, [], file)
  }
  t.ok(figuresSeen > 10_000, `${figuresSeen} figures`)
})

t.test('the headline, with entries avoided by demand, and null where the answer gives none', async (t) => {
  const figures = figuresOf(smallest)
  t.equal(String(lineValue(figures, 'headline.netCashable')), '2568991.44')
  t.equal(lineValue(figures, 'headline.paybackMonth'), '2028-05')
  t.equal(lineValue(figures, 'headline.paybackStatus'), 'paid-back')
  // Ten families a month, a seventh of them in the first and all from the seventh on, treated a month after they start; each month of the
  // twelve that follow avoids a twelfth of 0.448 × 0.192 entries a family.
  const treated = (t: number) => (t < 1 ? 0 : 10 * Math.min(1, t / 7))
  const underEffect = (t: number) => Array.from({ length: 12 }, (_, k) => treated(t - k)).reduce((sum, each) => sum + each)
  const avoided = Array.from({ length: 60 }, (_, t) => (underEffect(t) * 0.448 * 0.192) / 12).reduce((sum, each) => sum + each)
  t.equal(String(lineValue(figures, 'headline.entriesAvoided.care')), avoided.toFixed(6))
  const free = figuresOf({ ...smallest, interventions: [] })
  t.equal(lineValue(free, 'headline.bcr'), null)
  t.equal(lineValue(free, 'economic.public.bcr'), null)
  t.equal(lineValue(free, 'headline.paybackMonth'), null)
})

t.test('a month of a monthly line is its own, a year of a flow is the sum of its months, of a stock the last', async (t) => {
  const figures = figuresOf({ ...smallest, start: '2026-10' })
  const number = (id: string) => Number(String(lineValue(figures, id)))
  // 100 entries a year and none turned away: 8 1/3 a month; the first financial year has six months in the horizon.
  t.equal(number('demand.care.entries@2026-10'), 8.333333)
  t.equal(number('demand.care.entries@2026-27'), 50)
  t.equal(number('demand.care.entries@2027-28'), 100)
  t.equal(number('demand.care.entries'), 500)
  t.equal(number('demand.care.stockDoNothing@2027-28'), number('demand.care.stockDoNothing@2028-03'))
  // The warm-up is six months long: full strength is reached after six.
  t.equal(number('interventions.fgc.warmUp@2026-10'), 0.1428571429)
  t.equal(number('interventions.fgc.warmUp@2027-04'), 1)
})

t.test('an id that names nothing is told the nearest, the line’s own periods, or that there is no sum', async (t) => {
  const figures = figuresOf(smallest)
  const said = (id: string) => {
    try {
      return `${id} is ${lineValue(figures, id)}`
    } catch (error) {
      if (!(error instanceof LineError)) throw error
      return error.message
    }
  }
  t.match(said('headline.netCashible'), /Did you mean headline\.netCashable\?/)
  t.match(said('netCashable'), /Did you mean headline\.netCashable\?/)
  t.match(said('demand.car.entries@2027-28'), /Did you mean demand\.care\.entries@2027-28\?/)
  t.match(said('financial.cashable@2027-05'), /by financial year and not by month; give a financial year from 2026-27 to 2030-31/)
  t.match(said('financial.cashable@2031-32'), /has nothing at "2031-32"/)
  t.match(said('demand.care.entries@2031-04'), /give a month from 2026-04 to 2031-03, or a financial year/)
  t.match(said('headline.cost@2026-27'), /one value for the whole horizon/)
  t.match(said('economic.fiscal.npv@2026-27'), /one value for the whole horizon/)
  t.match(
    said('financial.cumulative'),
    /years of financial\.cumulative do not add up to one value; ask for one year, such as financial\.cumulative@2026-27/,
  )
  t.match(said('demand.care.stockDoNothing'), /ask for one month, such as demand\.care\.stockDoNothing@2026-04/)
  t.match(said('interventions.fgc.warmUp@2026-27'), /do not add up to one value; ask for one month/)
  t.match(said('economic.discountFactor'), /do not add up/)
  for (const id of [
    '',
    '@',
    '@2026-27',
    'headline',
    'headline.',
    '__proto__',
    'headline.__proto__',
    'constructor',
    'a@b@c',
    'x'.repeat(5000),
  ])
    t.match(said(id), /^There is no line/, id.slice(0, 20))
})

t.test('an id gives the same value, or the same refusal, as the explanation of it', async (t) => {
  const ready = completeCase(smallest)
  const explainer = new Explainer(ready, model)
  const figures = figuresOf(smallest)
  const outcome = (of: () => unknown) => {
    try {
      return String(of())
    } catch (error) {
      if (!(error instanceof LineError)) throw error
      return [error.code, error.message, error.got, error.expected]
    }
  }
  for (const id of [
    'why.cashable',
    'headline.bcr',
    'demand.care.stay.meanMonths',
    'demand.care.stay.meanMonths@2026-27',
    'years.cash.net@2027-28',
    'demand.care.lines.place.cash.cashable',
    'interventions.fgc.cash.cost',
    'interventions.fgc.costPerEntryAvoided.care',
    'interventions.fgc.avoided.care.costPerEntryAvoided',
    'interventions.fgc.starts',
    'demand.care.stockDoNothing@2027-28',
    'economic.npv',
    'headline.net@2026-05',
    'demand.care.entries@2031-04',
    'headline.cost@2026-27',
    'headline.paybackMonth@2026-27',
    'demand.car.entries',
  ])
    t.same(
      outcome(() => lineValue(figures, id)),
      outcome(() => explainer.explain(id).value),
      id,
    )
})

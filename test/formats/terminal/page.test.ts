import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { appraise } from '../../../src/answers/appraise.ts'
import { WrittenMethods } from '../../../src/answers/structure.ts'
import { completeCase } from '../../../src/case/read-case.ts'
import { answerPage } from '../../../src/formats/terminal/answer.ts'
import { widthOf } from '../../../src/formats/terminal/columns.ts'
import { plain } from '../../../src/formats/terminal/pen.ts'

const cases = join(import.meta.dirname, '../../cases')
const model = { name: 'cashable', version: '1.2.3', method: '1', referenceData: 'test', commit: 'test' }
const methods = new WrittenMethods()
const pageOf = (given: unknown, ascii = false, width = 80) =>
  answerPage({ width, ascii, colour: plain }, appraise(completeCase(given), { model, methods }), { name: 'case.yaml' })

const release = { action: 'end contracts', owner: 'head of placements' }
const place = { id: 'place', amount: '1500', per: 'week', release }
const care = { id: 'care', entriesPerYear: '100', stay: { kind: 'geometric', meanMonths: '24' }, costs: [place] }
const effect = { demand: 'care', risk: '0.448', windowMonths: 12, reduction: '0.192' }
const fgc = { id: 'fgc', referrals: { perMonth: '10' }, effects: [effect], costs: [{ id: 'team', amount: '300000', per: 'year' }] }
const plain3 = { start: '2026-04', years: 3, demand: [care], interventions: [fgc] }

t.test('the parts come in order, and the last line says what made the answer', async (t) => {
  const page = pageOf(plain3)
  const headings = [
    'case.yaml',
    'Worth doing?',
    'From cost avoided to cash',
    'Cash by financial year',
    'Budget position',
    'Demand: care',
    'Interventions',
    'Economic case',
    'Warnings',
  ]
  const places = headings.map((heading) => page.indexOf(heading))
  t.notMatch(places, -1)
  t.same(
    places,
    places.toSorted((a, b) => a - b),
  )
  t.match(page.trimEnd().split('\n').at(-1), /^[0-9]+ checks passed · case [0-9a-f]{12} · method 1 · cashable 1\.2\.3$/)
})

t.test('a harmful effect is a No on both counts, and over budget', async (t) => {
  const page = pageOf({ ...plain3, interventions: [{ ...fgc, effects: [{ ...effect, reduction: '-0.192' }] }] })
  t.match(page, /Worth doing\? {2}No +Pays for itself in cash\? {2}No/)
  t.match(page, /Gross cost avoided +−[0-9,]+ /)
  t.match(page, /2028-29 .* −[0-9,]+ {2}over budget/)
  t.match(page, /worse off/)
  t.notMatch(page, 'The two differ')
})

t.test('cash without value: partners pay, the budget gains', async (t) => {
  const team = { id: 'team', amount: '3000000', per: 'year', funder: 'NHS' }
  const page = pageOf({ ...plain3, interventions: [{ ...fgc, costs: [team] }] })
  t.match(page, /Worth doing\? {2}No +Pays for itself in cash\? {2}Yes/)
  t.match(page, /Paid back +never out of pocket/)
  t.match(page, /The two differ: the budget gains cash/)
})

t.test('a case that only grants carry says what it is without them', async (t) => {
  // £300,000 a year for three years, no effect, £1,000,000 of grant: £100,000 over, and £900,000 short without it.
  const page = pageOf({ ...plain3, interventions: [{ ...fgc, effects: [] }], funding: [{ id: 'dfe', byYear: { '2026-27': '1000000' } }] })
  t.match(page, /Net cashable +£100,000/)
  // The verdicts stand beside each other, so the right one is read by itself.
  const right = page.split('\n').map((line) => line.slice(42))
  t.match(right.join(' ').replace(/\s+/g, ' '), /Without the grants it would be £900,000 worse off\./)
})

t.test('cash that is grants alone is told as such', async (t) => {
  const page = pageOf({ ...plain3, interventions: [], funding: [{ id: 'dfe', byYear: { '2026-27': '375000' } }] })
  const right = page.split('\n').map((line) => line.slice(42))
  t.match(right.join(' ').replace(/\s+/g, ' '), /All of that is grants, and none of it the work of the package\./)
})

t.test('nothing at all is even, and says so', async (t) => {
  const page = pageOf({ start: '2026-04', years: 1 })
  t.match(page, /Worth doing\? {2}Even +Pays for itself in cash\? {2}Even/)
  t.match(page, 'Nothing is avoided and nothing is')
  t.match(page, 'No cost line of this budget')
  t.match(page, 'The case has no demand')
  t.match(page, 'nothing is done')
})

t.test('value without cash and without cost: the budget neither gains nor loses', async (t) => {
  const { release: _, ...unplanned } = place
  const page = pageOf({ ...plain3, demand: [{ ...care, costs: [unplanned] }], interventions: [{ ...fgc, costs: [] }] })
  t.match(page, /Worth doing\? {2}Yes +Pays for itself in cash\? {2}Even/)
  t.match(page, 'Nothing is spent.')
  t.match(page.replace(/\s+/g, ' '), 'The two differ: more cost is avoided than is spent, but none of it is left over as cash.')
})

t.test('a demand goes by its title, with its id beside it', async (t) => {
  t.match(pageOf({ ...plain3, demand: [{ ...care, title: 'Children in care' }] }), /^Demand: Children in care \(care\), children$/m)
})

t.test('on a narrow terminal a figure that does not fit beside its label goes below it', async (t) => {
  const costs = [place, { id: 'life', amount: '5000', per: 'year', value: 'social' }]
  const lines = pageOf({ ...plain3, demand: [{ ...care, costs }] }, false, 60).split('\n')
  // Two halves of 28 columns, four apart: 20 for the label leave 8, and a figure of 8 would touch it.
  const at = lines.findIndex((line) => line.startsWith('NPV with wider value'))
  t.match(lines[at]?.slice(0, 28).trimEnd(), /^NPV with wider value$/)
  t.match(lines[at + 1]?.slice(0, 28), /^ {20}£[0-9]{3},[0-9]{3}$/)
})

t.test('value beyond budgets is shown beside the fiscal case', async (t) => {
  const costs = [place, { id: 'life', amount: '5000', per: 'year', value: 'social' }]
  const page = pageOf({ ...plain3, demand: [{ ...care, costs }] })
  const [, fiscal, wider] = /Net present value +(−?[0-9,]+) +(−?[0-9,]+)/.exec(page) ?? []
  t.not(fiscal, wider)
  t.match(page, `NPV with wider value`)
})

t.test('long names, thirty years and twenty interventions stay inside the page', async (t) => {
  const interventions = Array.from({ length: 20 }, (_, at) => ({
    ...fgc,
    id: `i${at}`,
    title: `${'児童 family help with a long official name '.repeat(4)}${at}`,
    referrals: { perMonth: '1' },
  }))
  const page = pageOf({ ...plain3, title: 'A very long title '.repeat(10), body: 'Northshire', years: 30, interventions })
  const wide = page.split('\n').filter((line) => widthOf(line) > 100)
  t.same(wide, [])
  t.match(page, /^2055-56 /m)
})

t.test(
  'the cases of the independent implementation: their headline is on the page, which fits 100 columns and is safe in ASCII',
  async (t) => {
    const whole = (money: string) => {
      const [pounds = '', pence = ''] = money.replace('-', '').split('.')
      const rounded = BigInt(pounds) + (pence.padEnd(2, '0') >= '50' ? 1n : 0n)
      return `${money.startsWith('-') && rounded > 0n ? '−' : ''}${rounded.toString().replace(/\B(?=(\d{3})+$)/g, ',')}`
    }
    for (const file of readdirSync(cases).filter((name) => name.endsWith('.json'))) {
      const { case: given, expected } = JSON.parse(readFileSync(join(cases, file), 'utf8')) as {
        case: unknown
        expected: { headline: Record<string, string> }
      }
      const page = pageOf(given)
      const { grossAvoided = '', cashable = '', netCashable = '' } = expected.headline
      for (const [label, money] of [
        ['Gross cost avoided', grossAvoided],
        ['Cashable', cashable],
        ['Net cashable', netCashable],
      ] as const) {
        t.ok(new RegExp(`^${label} +${whole(money)}( |$)`, 'm').test(page), `${file} ${label}`)
      }
      t.same(
        page.split('\n').filter((line) => widthOf(line) > 100),
        [],
        file,
      )
      t.notMatch(pageOf(given, true), /[^\n -~]/, file)
    }
  },
)

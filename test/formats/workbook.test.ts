import { readXlsx } from 'hucre/xlsx'
import t from 'tap'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { workbook } from '../../src/answers/workbook.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { appraisal } from '../../src/method/appraisal.ts'
import { lines } from '../../src/method/lines.ts'

const workshop = {
  model: { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' },
  methods: new WrittenMethods(),
}

/** The smallest case that says something useful, with a title. */
const smallest = (title: string) => ({
  title,
  start: '2026-04',
  years: 5,
  demand: [
    {
      id: 'care',
      entriesPerYear: '100',
      stay: { kind: 'geometric', meanMonths: '24' },
      costs: [{ id: 'place', amount: '1500', per: 'week', release: { action: 'end contracts', owner: 'head of placements' } }],
    },
  ],
  interventions: [
    {
      id: 'fgc',
      warmUp: { months: '6' },
      referrals: { perMonth: '10' },
      effects: [{ demand: 'care', risk: '0.448', windowMonths: 12, reduction: '0.192' }],
      costs: [{ id: 'team', amount: '300000', per: 'year' }],
    },
  ],
})
const bookOf = async (title: string) => (await workbook(completeCase(smallest(title)), workshop)).bytes

t.test('cached values are there for a viewer that does not calculate', async (t) => {
  const { sheets, namedRanges } = await readXlsx(await bookOf('Conferencing'))
  t.same(
    sheets.map(({ name }) => name),
    ['Summary', 'Inputs', 'Flows', 'Ladder', 'Ledger', 'Financial case', 'Budget position', 'Economic case', 'Checks', 'Glossary'],
  )
  const summary = sheets[0]?.rows ?? []
  const shown = (label: string) => summary.find((row) => row[0] === label)?.[1]
  // The figures of the smallest useful case: gross and cashable 4,068,991.44, net 2,568,991.44, paid back 2028-05.
  t.equal(shown('Gross cost avoided'), 4068991.44)
  t.equal(shown('Cashable: a budget goes down'), 4068991.44)
  t.equal(shown('Net cashable: net cash over the horizon'), 2568991.44)
  t.equal(shown('Payback month'), '2028-05')
  const names = new Set(namedRanges?.map(({ name }) => name))
  for (const name of ['headline.netCashable', 'headline.npv', 'demand.care.backfill', 'interventions.fgc.effects.care.reduction'])
    t.ok(names.has(name), name)
})

t.test('every assumption is on the inputs sheet, those that may change as cells with limits', async (t) => {
  const ready = completeCase(smallest('Conferencing'))
  const { sheets } = await readXlsx((await workbook(ready, workshop)).bytes)
  const inputs = sheets.find(({ name }) => name === 'Inputs')
  const paths = new Set(inputs?.rows.map((row) => row[3]))
  for (const path of ready.register.keys()) t.ok(paths.has(path), path)
  const row = inputs?.rows.findIndex((cells) => cells[3] === 'demand.care.backfill') ?? -1
  t.match(
    inputs?.dataValidations?.find(({ range }) => range === `B${row + 1}`),
    { type: 'decimal', operator: 'between', formula1: '0', formula2: '1' },
  )
})

t.test('inputs, lines and checks are said in plain English', async (t) => {
  const { sheets } = await readXlsx(await bookOf('Conferencing'))
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? []
  const titleOf = (path: string) => rowsOf('Inputs').find((row) => row[3] === path)?.[0]
  t.equal(titleOf('interventions.fgc.referrals.perMonth'), 'fgc: referrals at the full rate')
  t.equal(titleOf('demand.care.stay.kind'), 'care: a constant chance of leaving each month')
  t.equal(titleOf('prices.inflation'), 'General inflation, one rate for every year')
  for (const [title, , , path] of rowsOf('Inputs').slice(4)) if (path) t.notMatch(title, String(path))
  const checks = rowsOf('Checks').filter((row) => typeof row[2] === 'string')
  const [first] = checks.filter(([, , id]) => id === 'ladder.demand.care.costs.place@2027-28')
  t.same(first?.slice(0, 2), ['The rungs add up to what is avoided, at its unit cost', 'place, care · 2027-28'])
  const glossary = rowsOf('Glossary').slice(4)
  t.same(
    glossary.map((row) => row[1]),
    [...Object.keys(lines), 'paybackMonth', 'paybackStatus', 'costPerEntryAvoided'],
  )
  for (const row of glossary) t.ok(row[6], `${row[1]} has a formula in words`)
})

t.test('the headline has units', async (t) => {
  const { sheets } = await readXlsx(await bookOf('Conferencing'))
  const unit = (label: string) => sheets[0]?.rows.find((row) => row[0] === label)?.[4]
  t.equal(unit('Gross cost avoided'), '£ in money of the day')
  t.equal(unit('Net present value, fiscal'), '£ of 2026-27, discounted')
  t.equal(unit('Benefit–cost ratio: benefits for each £1 of cost, fiscal'), '£ for each £1')
  t.equal(unit('Entries avoided: care'), 'children')
})

t.test('a title is a text, whatever it starts with', async (t) => {
  for (const title of ['=1+1', '+cmd', '@SUM(A1)', '<b>&"quotes"']) {
    const { sheets } = await readXlsx(await bookOf(title), { readStyles: true })
    const [cell] = sheets[0]?.rows[0] ?? []
    t.equal(cell, title)
    t.equal(sheets[0]?.cells?.get('0,0')?.formula, undefined)
  }
})

t.test('the same answer gives the same bytes', async (t) => {
  const first = await bookOf('Conferencing')
  t.same(await bookOf('Conferencing'), first)
})

t.test('no book is written whose figures are not the answer’s', async (t) => {
  const given = smallest('Conferencing')
  const ready = completeCase(given)
  const [care] = given.demand
  const withoutPlan = completeCase({ ...given, demand: [{ ...care, costs: [{ id: 'place', amount: '1500', per: 'week' }] }] })
  // An answer made by the method of another case: without a plan to release, nothing is cash.
  const methods = { for: () => appraisal(withoutPlan.case, withoutPlan.register) } as never
  await t.rejects(workbook(ready, { ...workshop, methods }), /other figures than the answer/)
})

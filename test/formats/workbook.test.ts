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
  t.equal(shown('Cashable: what comes off a budget'), 4068991.44)
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

t.test('the rungs stand in the order of settling, gross before its parts, and say which money they are in', async (t) => {
  const { sheets } = await readXlsx(await bookOf('Conferencing'))
  const idsOf = (name: string, owner: string) =>
    (sheets.find((sheet) => sheet.name === name)?.rows ?? [])
      .map((row) => String(row[2]))
      .filter((id) => id.startsWith(`${owner}.`))
      .map((id) => id.slice(owner.length + 1))
  // Method 4: partners first, then what does not move, what is filled again, what growth takes, and what waits for a plan.
  const order = ['partners', 'fixed', 'backfilled', 'absorbed', 'unplanned', 'notYetReleased', 'cashable']
  t.same(idsOf('Financial case', 'financial').slice(0, 8), ['grossAvoided', ...order])
  const real = idsOf('Economic case', 'economic').filter((id) => order.includes(id.replace('Real', '')))
  t.same(
    real,
    order.map((rung) => `${rung}Real`),
  )
  const postings = idsOf('Ledger', 'demand.care.costs.place').filter((id) => order.includes(id.replace('Real', '')))
  t.same(
    postings,
    order.flatMap((rung) => [rung, `${rung}Real`]),
  )
  const labels = (sheets.find(({ name }) => name === 'Ledger')?.rows ?? [])
    .filter((row) => String(row[2]).startsWith('demand.care.costs.place'))
    .map((row) => row[0])
  t.equal(new Set(labels).size, labels.length, 'no label stands twice for one owner')
  t.ok(labels.includes('Cashable, cash') && labels.includes('Cashable, in money of the base year'))
})

t.test('present values stand by year, and workings say what they are', async (t) => {
  const { sheets } = await readXlsx(await bookOf('Conferencing'))
  const economic = sheets.find(({ name }) => name === 'Economic case')
  const rowOf = (label: string) => economic?.rows.findIndex((row) => row[0] === label) ?? -1
  const byYear = rowOf('Present value of the year’s benefits')
  const factor = rowOf('Discount factor')
  const benefit = rowOf('Benefits counted in this view')
  for (const column of [4, 5, 6, 7]) {
    const [value, one, other] = [byYear, benefit, factor].map((row) => Number(economic?.rows[row]?.[column])) as [number, number, number]
    t.ok(Math.abs(value - one * other) < 1e-6, `${value} is ${one} × ${other}`)
  }
  const whole = rowOf('Present value of benefits')
  t.equal(economic?.cells?.get(`${whole},3`)?.formula, `SUM(D${byYear + 1}:H${byYear + 1})`)
  for (const { name, rows } of sheets) {
    const workings = rows.filter((row) => /^Working \d+ of: /.test(String(row[0])))
    for (const row of workings) t.ok(row[1] && row[2], `${name}: ${row[0]} has a unit and words: ${row[1]}, ${row[2]}`)
  }
})

t.test('warnings say what they are about in words before their code', async (t) => {
  const given = smallest('Conferencing')
  const [care] = given.demand
  // Most of what is avoided has no plan, which the message says with a field’s name in it.
  const without = { ...given, demand: [{ ...care, costs: [{ id: 'place', title: 'A place', amount: '1500', per: 'week' }] }] }
  const { sheets } = await readXlsx((await workbook(completeCase(without), workshop)).bytes)
  const row = sheets[0]?.rows.find((cells) => cells[6] === 'no-release-plan')
  t.equal(row?.[0], 'A place, care')
  t.match(row?.[1], /without a plan to release it/)
  t.notMatch(row?.[1], /`/)
})

t.test('a source of several lines is said once', async (t) => {
  const long = 'The source of the rate, with its table, its edition, its page and where it was read, at some length. '.repeat(3).trim()
  const given = smallest('Conferencing')
  const range = (amount: string) => ({ central: amount, low: '1', high: '9999999', source: long })
  const [care] = given.demand
  const sourced = {
    ...given,
    demand: [{ ...care, costs: [{ ...care?.costs[0], amount: range('1500') }] }],
    interventions: [{ ...given.interventions[0], costs: [{ id: 'team', amount: range('300000'), per: 'year' }] }],
  }
  const { sheets } = await readXlsx((await workbook(completeCase(sourced), workshop)).bytes)
  const inputs = sheets.find(({ name }) => name === 'Inputs')?.rows ?? []
  const first = inputs.findIndex((row) => row[8] === long)
  t.equal(inputs.filter((row) => row[8] === long).length, 1)
  t.ok(inputs.some((row) => row[8] === `As in row ${first + 1}.`))
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

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readXlsx } from 'hucre/xlsx'
import t, { type Test } from 'tap'
import type { ReadyCase } from '../../src/answers/appraise.ts'
import { appraise } from '../../src/answers/appraise.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { workbook } from '../../src/answers/workbook.ts'
import type { Load } from '../../src/case/assemble.ts'
import { readCase } from '../../src/case/read-case.ts'
import { rendered } from '../../src/formats/json.ts'
import { address } from '../../src/formats/workbook/grid.ts'
import type { Answer } from '../cases-for-tests.ts'
import { type CellValue, noOffice, Office, type Recalculated } from './office.ts'

/*
 * The workbook in the real program. LibreOffice recalculates it from its formulas and inputs alone, and what the cells then hold is
 * the answer of the service: at every posting, every line of the ledger, and every figure of the headline, to the penny.
 */

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url))
const load: Load = (reference) => ({ text: readFileSync(`${folder}${reference}`, 'utf8'), format: 'yaml', name: reference })
const ids = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''))
const workshop = {
  model: { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' },
  methods: new WrittenMethods(),
}
const scenario = (id: string, overrides: Record<string, string> = {}): ReadyCase =>
  readCase(readFileSync(`${folder}${id}.yaml`, 'utf8'), 'yaml', { load, name: `${id}.yaml`, overrides })
const answerOf = (ready: ReadyCase) => rendered(appraise(ready, workshop)) as Answer

/** Every figure of an answer that a line of the workbook stands for, by line and period. */
function figuresOf(answer: Answer): Map<string, string> {
  const figures = new Map<string, string>()
  for (const { year, cash, position, real } of answer.years) {
    for (const [name, value] of Object.entries(cash)) figures.set(`financial.${name}@${year}`, value)
    for (const [name, value] of Object.entries(position)) figures.set(`position.${name}@${year}`, value)
    for (const [name, value] of Object.entries(real))
      figures.set(`economic.${name === 'discountFactor' ? name : `${name}Real`}@${year}`, value)
  }
  for (const { id, lines, years } of answer.demand) {
    for (const line of lines) {
      for (const [rung, value] of Object.entries(line.cash)) figures.set(`demand.${id}.costs.${line.id}.${rung}@Total`, value)
      for (const [rung, value] of Object.entries(line.real)) figures.set(`demand.${id}.costs.${line.id}.${rung}Real@Total`, value)
    }
    for (const { year, stockDoNothing, stockWithPackage, stockBudgeted } of years) {
      const last = `${Number(year.slice(0, 4)) + 1}-03`
      figures.set(`demand.${id}.stockDoNothing@${last}`, stockDoNothing)
      figures.set(`demand.${id}.stockWithPackage@${last}`, stockWithPackage)
      figures.set(`demand.${id}.stockBudgeted@${last}`, stockBudgeted)
    }
  }
  for (const { id, cash } of answer.interventions) {
    figures.set(`interventions.${id}.grossAvoided@Over the case`, cash.grossAvoided)
    figures.set(`interventions.${id}.cashable@Over the case`, cash.cashable)
  }
  for (const view of ['fiscal', 'public'] as const) {
    figures.set(`economic.${view}.npv@Over the case`, answer.economic[view].npv)
    figures.set(`economic.${view}.pvBenefit@Over the case`, answer.economic[view].pvBenefit)
  }
  return figures
}

/** The cells to read: those that a figure of the answer stands in, and the named ones. */
function cellsFor(places: Places, answer: Answer): string[] {
  return [...named, ...[...figuresOf(answer).keys()].flatMap((id) => places.get(id) ?? [])]
}

/** Where each line and period stands in a workbook, read off its third column and its headings. */
type Places = Map<string, string>
async function placesOf(bytes: Uint8Array): Promise<Places> {
  const { sheets } = await readXlsx(bytes)
  const places: Places = new Map()
  for (const { name, rows } of sheets) {
    let headings: unknown[] = []
    for (const [row, cells] of rows.entries()) {
      if (cells[2] === 'Line id') headings = cells
      else if (typeof cells[2] === 'string' && cells[2].includes('.')) {
        for (let column = 3; column < cells.length; column++) {
          if (typeof headings[column] === 'string') places.set(`${cells[2]}@${headings[column]}`, `${name}!${address(row, column)}`)
        }
      }
    }
  }
  return places
}

/** Holds the cells of a recalculated workbook against an answer. `pence` is how far money may be off: nothing but the last digits of binary. */
function agrees(t: Test, what: string, places: Places, { cells, errors }: Recalculated, answer: Answer): void {
  let compared = 0
  let worst = { id: '', apart: 0 }
  for (const [id, expected] of figuresOf(answer)) {
    const place = places.get(id)
    // A case that starts or ends inside a financial year has no such month.
    if (place === undefined && /@\d{4}-03$/.test(id)) continue
    if (place === undefined) {
      t.fail(`${what}: the workbook has no ${id}`)
      continue
    }
    const value = cells[place]
    const apart = typeof value === 'number' ? Math.abs(value - Number(expected)) : Number.POSITIVE_INFINITY
    if (apart > worst.apart) worst = { id, apart }
    compared++
  }
  // Half a penny: figures that the answer rounds where shown are unrounded in their cells.
  t.ok(worst.apart < 0.00501, `${what}: ${compared} figures, the furthest ${worst.apart} off at ${worst.id}`)
  t.ok(compared > 60, `${what}: ${compared} figures compared`)
  t.same(errors, [], `${what}: no cell is an error`)
}

const headline = [
  'grossAvoided',
  'cashable',
  'cost',
  'costAllFunders',
  'grants',
  'netAvoided',
  'netCashable',
  'peakFunding',
  'npv',
] as const

/** The headline's named cells hold the answer's own figures, and the master check says that all agree. */
function headlineAgrees(t: Test, what: string, cells: Record<string, CellValue>, answer: Answer): void {
  for (const key of headline) {
    const value = cells[`headline.${key}`]
    t.ok(typeof value === 'number' && Math.abs(value - Number(answer.headline[key])) < 0.000001, `${what}: headline.${key} is ${value}`)
  }
  const { paybackMonth, paybackStatus } = answer.headline
  const words = { 'paid-back': paybackMonth, 'never-negative': 'never in the red', 'not-within-horizon': 'not within the case' }
  t.equal(cells['headline.paybackMonth'], words[paybackStatus], `${what}: payback`)
  t.match(cells['Checks!A3'], /^All \d+ checks agree$/, `${what}: the master check`)
}
const named = [...headline.map((key) => `headline.${key}`), 'headline.paybackMonth', 'Checks!A3']

/** The rungs in the order of the summary's ladder, and the columns of the chart's workings. Source: method 4. */
const rungs = ['partners', 'fixed', 'backfilled', 'absorbed', 'unplanned', 'notYetReleased'] as const
const workingColumns = ['B', 'C', 'D', 'E', 'F', 'G']

/** The cells that the ladder chart is drawn from: a row for gross, for each rung and for cashable. */
async function chartCells(bytes: Uint8Array): Promise<string[][]> {
  const { sheets } = await readXlsx(bytes)
  const heading = sheets[0]?.rows.findIndex((row) => row[0] === 'Step') ?? -1
  return [...Array(rungs.length + 2).keys()].map((place) => workingColumns.map((column) => `Summary!${column}${heading + 2 + place}`))
}

/** The columns of the ladder chart are the answer's own: each fall and rise from what was left before to what is left after. */
function chartAgrees(t: Test, what: string, rows: string[][], cells: Record<string, CellValue>, answer: Answer): void {
  const total = (rung: string) => answer.years.reduce((sum, { cash }) => sum + Number((cash as Record<string, string>)[rung]), 0)
  let left = Number(answer.headline.grossAvoided)
  const near = (one: number, other: number) => Math.abs(one - other) < 0.001
  for (const [place, row] of rows.entries()) {
    const [base = 0, whole = 0, fallAbove = 0, fallBelow = 0, riseAbove = 0, riseBelow = 0] = row.map((cell) => Number(cells[cell]))
    const rung = rungs[place - 1]
    if (rung === undefined) {
      t.ok(near(whole, place === 0 ? left : Number(answer.headline.cashable)), `${what}: an end of the chart is ${whole}`)
      continue
    }
    t.ok(near(fallAbove - fallBelow - riseAbove + riseBelow, total(rung)), `${what}: the chart takes away what ${rung} does`)
    const after = left - total(rung)
    // Above nothing a column ends where its base and its height reach; below nothing the same downwards.
    t.ok(near(Math.max(base, 0) + fallAbove + riseAbove, Math.max(left, after, 0)), `${what}: ${rung} reaches up to where it should`)
    t.ok(near(Math.min(base, 0) + fallBelow + riseBelow, Math.min(left, after, 0)), `${what}: ${rung} reaches down to where it should`)
    left = after
  }
  t.ok(near(left, Number(answer.headline.cashable)), `${what}: what is left after the rungs is cashable`)
}

/** Inputs to change in the sheet, ten for each of some scenarios: amounts, shares, times, steps, capacities, growth, backfill, inflation. */
const changes: Record<string, Record<string, string>> = {
  minimal: {
    'demand.care.entriesPerYear': '137.5',
    'demand.care.growth': '0.031',
    'demand.care.backfill': '0.2',
    'demand.care.stay.meanMonths': '19',
    'demand.care.costs.place.amount': '1688.5',
    'demand.care.costs.place.variable': '0.65',
    'demand.care.costs.place.release.step': '3',
    'interventions.fgc.warmUp.months': '9.5',
    'interventions.fgc.effects.care.reduction': '0.31',
    'prices.inflation': '0.025',
  },
  'la5-package': {
    'prices.inflation': '0.04',
    'interventions.fft.capacity.places': '9',
    'interventions.fft.referrals.perMonth': '12',
    'interventions.neglect.programme.completion': '0.55',
    'demand.care-10-17.growth': '-0.02',
    'demand.care-10-17.costs.home.release.step': '0',
    'demand.care-10-17.backfill': '0.45',
    'demand.repeat-plans.entriesPerYear': '81',
    'funding.dfe.byYear.2026-27': '0',
    'interventions.neglect.effects.repeat-plans.reduction': '-0.1',
  },
}

t.test('workbooks in LibreOffice', { skip: noOffice }, async (t) => {
  const office = new Office()
  t.teardown(() => office.end())
  for (const id of ids) {
    const ready = scenario(id)
    const { bytes } = await workbook(ready, workshop)
    const answer = answerOf(ready)
    const places = await placesOf(bytes)
    const chart = await chartCells(bytes)
    const [run] = (await office.recalculated(bytes, [{ cells: [...cellsFor(places, answer), ...chart.flat()] }])) as [Recalculated]
    agrees(t, id, places, run, answer)
    headlineAgrees(t, id, run.cells, answer)
    chartAgrees(t, id, chart, run.cells, answer)
  }
  for (const [id, overrides] of Object.entries(changes)) {
    const { bytes } = await workbook(scenario(id), workshop)
    const places = await placesOf(bytes)
    const known = Object.keys(overrides).filter((path) => scenario(id).register.has(path))
    t.same(known, Object.keys(overrides), `${id}: the paths are inputs`)
    const sets = [...known.map((path) => [path]), known].map((paths) =>
      Object.fromEntries(paths.map((path) => [path, overrides[path] as string])),
    )
    const asSet = (some: Record<string, string>) =>
      Object.fromEntries(Object.entries(some).map(([path, value]) => [path.replaceAll('-', '_'), Number(value)]))
    const chart = await chartCells(bytes)
    const wanted = [...cellsFor(places, answerOf(scenario(id))), ...chart.flat()]
    const runs = await office.recalculated(
      bytes,
      sets.map((some) => ({ set: asSet(some), cells: wanted })),
    )
    for (const [place, some] of sets.entries()) {
      const [[path, value] = []] = Object.entries(some)
      const what = `${id} with ${place < known.length ? `${path}=${value}` : 'all ten changed'}`
      const run = runs[place] as Recalculated
      const answer = answerOf(scenario(id, some))
      agrees(t, what, places, run, answer)
      headlineAgrees(t, what, run.cells, answer)
      chartAgrees(t, what, chart, run.cells, answer)
    }
  }
})

t.test('inputs at the ends of what is legal leave no error', { skip: noOffice }, async (t) => {
  const office = new Office()
  t.teardown(() => office.end())
  const { bytes } = await workbook(scenario('minimal'), workshop)
  const path = 'interventions.fgc.costs.team.amount'
  const [run] = (await office.recalculated(bytes, [{ set: { [path]: 0 }, cells: named }])) as [Recalculated]
  headlineAgrees(t, `${path}=0`, run.cells, answerOf(scenario('minimal', { [path]: '0' })))
  t.same(run.errors, [])
})

t.test('a broken book says so', { skip: noOffice }, async (t) => {
  const office = new Office()
  t.teardown(() => office.end())
  const { bytes } = await workbook(scenario('minimal'), workshop)
  // A posting is overwritten by hand: the sums that rest on it no longer cast.
  const places = await placesOf(bytes)
  const cell = places.get('demand.care.costs.place.cashable@2027-28') as string
  const [run] = await office.recalculated(bytes, [{ set: { [cell]: 1 }, cells: ['Checks!A3', 'Summary!A3'] }])
  const { cells } = run as Recalculated
  t.match(cells['Checks!A3'], /^BROKEN/)
  t.match(cells['Summary!A3'], /^BROKEN/)
})

import t from 'tap'
import { figure, figures } from '../../src/reference/catalogue.ts'

/** The value of a figure, as a whole number of pounds. */
function pounds(id: string): number {
  const found = figure(id)
  if (!found) throw new Error(`no figure ${id}`)
  return Number(found.value)
}

const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + pounds(id), 0)
const rows = figures.filter((entry) => entry.id.startsWith('ucd-'))

t.test('all 88 rows are here, second-hand, with a price year and a payer', async (t) => {
  t.equal(rows.length, 88)
  for (const row of rows) {
    t.equal(row.confidence, 'R2', row.id)
    t.ok(row.priceYear, row.id)
    t.ok(row.borneBy, row.id)
    t.match(row.source, `code ${row.id.slice(4).toUpperCase().replaceAll('-', '.')}`)
  }
})

t.test('a year of low-cost care adds up to 29,580', async (t) => {
  const parts = ['ucd-ss1-1-1', 'ucd-ss1-1-2', 'ucd-ss1-1-3', 'ucd-ss1-1-4']
  t.same(parts.map(pounds), [274, 28080, 945, 281])
  t.equal(sum(parts), 29580)
  t.equal(sum(parts), pounds('ucd-ss1-1'))
})

t.test('only a quarter of a care order is the council’s', async (t) => {
  const parts = ['ucd-ss4-1-1', 'ucd-ss4-1-2', 'ucd-ss4-1-3', 'ucd-ss4-1-4']
  t.same(parts.map(pounds), [15000, 6250, 1250, 2500])
  t.equal(sum(parts), 25000)
  t.equal(sum(parts), pounds('ucd-ss4-1'))
  const council = parts.filter((id) => figure(id)?.borneBy?.startsWith('Local Authority'))
  t.same(council, ['ucd-ss4-1-2'])
  t.equal(sum(council) / sum(parts), 0.25)
})

t.test('the other kinds of care add up as their notes say', async (t) => {
  const span = (stem: string, last: number) => Array.from({ length: last }, (_, index) => `${stem}-${index + 1}`)
  t.equal(sum(span('ucd-ss1-2', 5)), pounds('ucd-ss1-2'), 'with one search for a placement')
  t.equal(sum(span('ucd-ss1-3', 4)), pounds('ucd-ss1-3'), 'without the end of care')
  t.equal(sum(span('ucd-ss1-4', 6)), pounds('ucd-ss1-4'), 'with the move to leaving care')
  t.equal(sum(['ucd-ss4-0-1', 'ucd-ss4-0-2']), pounds('ucd-ss4-0'))
  t.equal(sum(span('ucd-ss15-3', 4)), pounds('ucd-ss15-3') + 2, 'the database rounds')
  t.equal(sum(span('ucd-ss16-0', 4)), pounds('ucd-ss16-0'))
})

t.test('units follow the database', async (t) => {
  t.equal(figure('ucd-ss2-0')?.unit, 'pounds-a-week')
  t.equal(figure('ucd-ss2-3')?.unit, 'pounds-a-month')
  t.equal(figure('ucd-ss1-1')?.unit, 'pounds-a-year')
  t.equal(figure('ucd-ss1-1-5')?.unit, 'pounds-an-event')
  t.equal(figure('ucd-ss18-3')?.unit, 'pounds-an-hour')
  t.equal(figure('ucd-ss15-3-4')?.unit, 'pounds')
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { cashable, folderOf, grossByHand, smallest } from './cashable.ts'

t.setTimeout(300_000)

const rowsOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[]

t.test('a CSV of cases, with scenarios beside it and scenarios of the program', async (t) => {
  const cwd = folderOf({
    'in/mine.yaml': smallest,
    'in/cases.csv': 'id,scenario,care.place.amount\na,mine,\nb,mine.yaml,3000\nc,minimal,\n',
  })
  const { code, out, err } = await cashable(['batch', 'in/cases.csv'], { cwd })
  t.equal(err, '')
  t.equal(code, 0)
  const rows = rowsOf(out)
  t.same(
    rows.map((row) => row['headline.grossAvoided']),
    [grossByHand(1500), grossByHand(3000), grossByHand(1500)],
  )
  t.same(
    rows.map(({ scenario }) => scenario),
    ['mine', 'mine.yaml', 'minimal'],
  )
})

t.test('one scenario for all rows, lines as columns, and a file for the answers', async (t) => {
  const cwd = folderOf({ 'base.yaml': smallest, 'in/cases.csv': 'care.place.amount\r\n\r\n1500\r\n3000\r\n' })
  const { code, out, err } = await cashable(
    ['batch', 'in/cases.csv', '--scenario', 'base.yaml', '--columns', 'headline.grossAvoided', '--out', 'answers.csv'],
    { cwd },
  )
  t.same({ code, out, err }, { code: 0, out: '', err: '' })
  const text = readFileSync(join(cwd, 'answers.csv'), 'utf8')
  t.match(text, /^row,scenario,headline\.grossAvoided,caseHash,resultHash,model,warnings,error\r\n2,base\.yaml,/)
  t.same(
    rowsOf(text).map((row) => row['headline.grossAvoided']),
    [grossByHand(1500), grossByHand(3000)],
  )
})

t.test('rows come on standard input too', async (t) => {
  const { code, out } = await cashable(['batch', '-', '--scenario', 'minimal'], { input: 'care.place.amount\n3000\n' })
  t.equal(code, 0)
  t.equal(rowsOf(out)[0]?.['headline.grossAvoided'], grossByHand(3000))
})

t.test('rows without an answer make the exit code 2, and the first is told', async (t) => {
  const cwd = folderOf({ 'broken.yaml': 'start: [', 'cases.csv': 'scenario,care.place.amount\nminimal,1500\nminimal,-1\nbroken,\nnone,\n' })
  const { code, out, err } = await cashable(['batch', 'cases.csv'], { cwd })
  t.equal(code, 2)
  t.match(err, /^cases\.csv: 3 of 4 rows with a problem; the first is row 2: demand\.care\.costs\.place\.amount: -1 is below 0/)
  const rows = rowsOf(out)
  t.equal(rows[0]?.['headline.grossAvoided'], grossByHand(1500))
  t.match(rows[2]?.error, /The scenario "broken" cannot be read/)
  t.match(rows[3]?.error, /There is no scenario "none"/)
})

t.test('what cannot be begun leaves nothing behind', async (t) => {
  const cwd = folderOf({ 'cases.csv': 'a,a\n1,2\n', 'sound.csv': 'scenario\nminimal\n' })
  const begin = async (...args: string[]) => await cashable(['batch', ...args], { cwd })
  const wrong = await begin('cases.csv', '--out', 'answers.csv')
  t.equal(wrong.code, 2)
  t.match(wrong.err, /cases\.csv: The heading "a" stands over two columns/)
  t.notOk(existsSync(join(cwd, 'answers.csv')))
  t.match((await begin('none.csv')).err, /none\.csv: there is no such file/)
  t.match((await begin('.')).err, /it is a directory/)
  t.match((await begin('sound.csv', '--columns', 'a,,b')).err, /--columns: A line id between two commas is missing/)
  t.match((await begin('sound.csv', '--out', 'sound.csv')).err, /write over the rows/)
  t.match((await begin('sound.csv', '--out', 'no/such/answers.csv')).err, /no\/such\/answers\.csv: there is no such folder/)
  t.equal(readFileSync(join(cwd, 'sound.csv'), 'utf8'), 'scenario\nminimal\n')
})

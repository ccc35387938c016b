import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { cashable, folderOf, grossByHand, smallest, withoutRelease, withVariants } from './cashable.ts'

t.setTimeout(300_000)

const headlineOf = (text: string) => (JSON.parse(text) as { headline: Record<string, unknown> }).headline

t.test('the smallest useful case, in figures and in words', async (t) => {
  const cwd = folderOf({ 'case.yaml': smallest })
  const json = await cashable(['appraise', 'case.yaml', '--format', 'json'], { cwd })
  t.equal(json.code, 0)
  t.equal(json.err, '')
  t.match(headlineOf(json.out), {
    grossAvoided: '4068991.44',
    cashable: '4068991.44',
    netCashable: '2568991.44',
    paybackMonth: '2028-05',
    paybackStatus: 'paid-back',
  })
  const { out } = await cashable(['appraise', 'case.yaml'], { cwd })
  t.match(out, /^Conferencing, smallest case$/m)
  t.match(out, /Gross cost avoided +4,068,991 /)
  t.match(out, /Pays for itself in cash\? {2}Yes/)
  t.match(out, /Net cashable +£2,568,991/)
  t.match(out, /Paid back +May 2028/)
  t.match(out, /April 2026 to March 2031 \(5 years\)/)
})

t.test('without a release plan none of it is cash, and the page says so although the value is there', async (t) => {
  const cwd = folderOf({ 'case.yaml': withoutRelease })
  t.match(headlineOf((await cashable(['appraise', 'case.yaml', '--format', 'json'], { cwd })).out), {
    grossAvoided: '4068991.44',
    cashable: '0.00',
    netCashable: '-1500000.00',
    paybackMonth: null,
  })
  const { code, out } = await cashable(['appraise', 'case.yaml'], { cwd })
  t.equal(code, 0, 'a bad investment is not an error')
  t.match(out, /Worth doing\? {2}Yes +Pays for itself in cash\? {2}No/)
  t.match(out, /Net cashable +−£1,500,000/)
  t.match(out, /The two differ: .*the budget still loses £1,500,000\./s)
  t.match(out, /No plan to release +−4,068,991 +−100\.0%/)
})

t.test('a value may be set, on the smallest case with a result worked out by hand', async (t) => {
  const cwd = folderOf({ 'case.yaml': smallest })
  t.equal(grossByHand(1500), '4068991.44', 'the hand agrees with the contract')
  const set = ['--set', 'demand.care.costs.place.amount=3000']
  t.equal(headlineOf((await cashable(['appraise', 'case.yaml', '--format', 'json', ...set], { cwd })).out).grossAvoided, grossByHand(3000))
  const page = await cashable(['appraise', 'case.yaml', ...set, '--set', 'title=a=b'], { cwd })
  t.match(page.out, /^With demand\.care\.costs\.place\.amount = 3000$/m, 'the page says what was changed')
  t.match(page.out, /^a=b$/m, 'only the first equals sign parts path and value')
})

t.test('a set value may mend a case', async (t) => {
  const cwd = folderOf({ 'case.yaml': smallest.replace('years: 5', 'years: 99') })
  t.equal((await cashable(['appraise', 'case.yaml'], { cwd })).code, 2)
  t.equal((await cashable(['appraise', 'case.yaml', '--set', 'years=5'], { cwd })).code, 0)
})

t.test('standard input takes YAML and JSON', async (t) => {
  const yaml = await cashable(['appraise', '-', '--format', 'json'], { input: smallest })
  t.equal(headlineOf(yaml.out).grossAvoided, '4068991.44')
  const asJson = JSON.stringify((JSON.parse(yaml.out) as { case: unknown }).case)
  const json = await cashable(['appraise', '-', '--format', 'json', '--numbers', 'json'], { input: asJson })
  t.equal(headlineOf(json.out).grossAvoided, 4068991.44, 'as a JSON number')
  const cwd = folderOf({ 'base.yaml': smallest })
  const over = await cashable(['appraise', '-', '--format', 'json'], {
    input: 'extends: base\ndemand: [{ id: care, costs: [{ id: place, amount: 3000 }] }]\n',
    cwd,
  })
  t.equal(headlineOf(over.out).grossAvoided, grossByHand(3000), 'which may extend a file of the folder, named without .yaml')
  const kept = await cashable(['appraise', '-', '--format', 'json', '--out', 'answers/'], { input: smallest, cwd })
  t.match(kept, { code: 0, out: '', err: '' })
  t.equal(headlineOf(readFileSync(join(cwd, 'answers/case.json'), 'utf8')).grossAvoided, '4068991.44')
})

t.test('an answer says that its commit is unknown where there is no git to ask', async (t) => {
  const { out } = await cashable(['appraise', '-', '--format', 'json'], { input: smallest, env: { COMMIT: '', PATH: '/nowhere' } })
  t.match(JSON.parse(out), { model: { commit: 'unknown' } })
})

t.test('variants: one, all, and none of that name', async (t) => {
  const cwd = folderOf({ 'case.yaml': withVariants })
  const one = await cashable(['appraise', 'case.yaml', '--variant', 'dearer', '--format', 'json'], { cwd })
  t.equal(headlineOf(one.out).grossAvoided, grossByHand(3000))
  const all = await cashable(['appraise', 'case.yaml', '--variants', '--format', 'json'], { cwd })
  const lines = all.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; variant?: string; answer: unknown })
  t.same(
    lines.map(({ file, variant }) => [file, variant]),
    [
      ['case.yaml', undefined],
      ['case.yaml', 'dearer'],
      ['case.yaml', 'unplanned'],
    ],
  )
  const page = await cashable(['appraise', 'case.yaml', '--variant', 'dearer'], { cwd })
  t.match(page.out, /^Variant dearer: Places cost twice as much$/m)
  const none = await cashable(['appraise', 'case.yaml', '--variant', 'dearest'], { cwd })
  t.equal(none.code, 2)
  t.match(none.err, /Did you mean dearer\?/)
})

t.test('a directory of one file reads like a directory of many', async (t) => {
  const cwd = folderOf({ 'cases/one.yaml': smallest, 'cases/notes.txt': 'not a case', 'cases/.hidden.yaml': 'not a case' })
  const { code, out } = await cashable(['appraise', 'cases', '--format', 'json'], { cwd })
  t.equal(code, 0)
  t.equal((JSON.parse(out) as { file: string }).file, join('cases', 'one.yaml'))
})

t.test('several answers in one stream: CSV has one line of headings, a page its banner', async (t) => {
  const cwd = folderOf({ 'a.yaml': withVariants, 'b.yaml': withoutRelease })
  const csv = await cashable(['appraise', 'a.yaml', 'b.yaml', '--variants', '--format', 'csv'], { cwd })
  const rows = csv.out.split('\r\n')
  t.equal(rows[0], 'file,variant,section,owner,line,label,year,unit,value')
  t.equal(rows.filter((row) => row.startsWith('file,')).length, 1)
  t.same(
    rows
      .filter((row) => row.includes(',headline,headline,grossAvoided,'))
      .map((row) => row.split(',').filter((_, at) => at < 2 || at === 8)),
    [
      ['a.yaml', '', grossByHand(1500)],
      ['a.yaml', 'dearer', grossByHand(3000)],
      ['a.yaml', 'unplanned', grossByHand(1500)],
      ['b.yaml', '', grossByHand(1500)],
    ],
  )
  const pages = await cashable(['appraise', 'a.yaml', 'b.yaml'], { cwd })
  t.match(pages.out, /^══ b\.yaml ═+$/m)
  const ascii = await cashable(['appraise', 'a.yaml', 'b.yaml', '--ascii'], { cwd })
  t.match(ascii.out, /^== b\.yaml =+$/m)
})

t.test('one bad file in a directory: the others are done, and the exit says so', async (t) => {
  const cwd = folderOf({
    'cases/a.yaml': smallest,
    'cases/b.yml': smallest.replace('0.448', '44.8'),
    'cases/c.json': '{"years": 5,}',
    'cases/d.yaml': withoutRelease,
  })
  const { code, out, err } = await cashable(['appraise', 'cases', '--format', 'json'], { cwd })
  t.equal(code, 2)
  const files = out
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { file: string }).file)
  t.same(files, [join('cases', 'a.yaml'), join('cases', 'd.yaml')])
  t.match(err, /4 files: 2 done, 2 not/)
  t.match(err, /^cases.b\.yml:13:3[0-9] {2}interventions\.fgc\.effects\.care\.risk/m)
  t.match(err, /^cases.c\.json:1:13 /m)
})

t.test('--out: a file, a folder of files, and never over an input or another answer', async (t) => {
  const cwd = folderOf({ 'a.yaml': withVariants, 'b.json': '{"title": "b", "start": "2026-04", "years": 1}', 'x/a.yaml': smallest })
  const one = await cashable(['appraise', 'a.yaml', '--format', 'json', '--out', 'answer.json'], { cwd })
  t.match(one, { code: 0, out: '', err: '' })
  t.equal(headlineOf(readFileSync(join(cwd, 'answer.json'), 'utf8')).grossAvoided, '4068991.44')

  const several = await cashable(['appraise', 'a.yaml', '--variants', '--out', 'pages/of/tables'], { cwd })
  t.match(several, { code: 0, out: '', err: '' })
  t.match(readFileSync(join(cwd, 'pages/of/tables/a.dearer.txt'), 'utf8'), /Variant dearer/)

  const before = readFileSync(join(cwd, 'b.json'), 'utf8')
  const over = await cashable(['appraise', 'b.json', '--format', 'json', '--out', './'], { cwd })
  t.equal(over.code, 2)
  t.match(over.err, /b\.json {2}the answer for b\.json would write over this file/)
  t.equal(readFileSync(join(cwd, 'b.json'), 'utf8'), before)

  const twice = await cashable(['appraise', 'a.yaml', 'x/a.yaml', '--out', 'same'], { cwd })
  t.equal(twice.code, 2)
  t.match(twice.err, /2 files: 1 done, 1 not/)

  const file = await cashable(['appraise', 'a.yaml', 'b.json', '--out', 'answer.json'], { cwd })
  t.equal(file.code, 2)
  t.match(file.err, /several answers need a directory/)
  const nowhere = await cashable(['appraise', 'a.yaml', '--out', 'no/such/answer.json'], { cwd })
  t.equal(nowhere.code, 2)
  t.match(nowhere.err, /there is no such folder/)
})

t.test('a scenario that extends another finds it beside itself', async (t) => {
  const cwd = folderOf({
    'cases/base.yaml': smallest,
    'cases/over.yaml': 'extends: base.yaml\ntitle: Over\n',
    'cases/lost.yaml': 'extends: gone.yaml\n',
  })
  const over = await cashable(['appraise', 'cases/over.yaml', '--format', 'json'], { cwd })
  t.equal(headlineOf(over.out).grossAvoided, '4068991.44')
  t.equal((await cashable(['appraise', 'cases/lost.yaml'], { cwd })).code, 2)
})

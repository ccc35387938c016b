import t from 'tap'
import { cashable, folderOf, smallest } from './cashable.ts'

const folder = folderOf({ 'small.yaml': smallest, 'none.json': '{ "start": "2026-04", "years": 1 }' })
const run = (...args: string[]) => cashable(['choose', ...args], { cwd: folder })
const package_ = 'scenarios/la5-package.yaml'

t.test('the choice reads as a page', async (t) => {
  const { code, out, err } = await cashable(['choose', package_, '--budget', '1200000', '--draws', '200'])
  t.equal(code, 0)
  t.equal(err, '')
  const words = out.replaceAll(/\s+/g, ' ')
  t.match(
    words,
    /Within £1,200,000 of peak funding, the best of 5 packages by net present value is .+: net present value £[\d,]+, peak funding £[\d,]+\./,
  )
  t.match(words, /5 packages within £1,200,000 of peak funding; 3 left out because over budget/)
  t.match(words, /The efficient frontier/)
  t.match(words, /Across: peak funding/)
  for (const line of out.split('\n')) t.ok(line.length <= 100, line)
  t.match((await run('small.yaml', '--ascii')).out, /^[ -~\n]*$/)
})

t.test('JSON and CSV', async (t) => {
  const json = JSON.parse((await run('small.yaml', '--measure', 'netCashable', '--format', 'json')).out)
  t.equal(json.best.measure, '2568991.44')
  const csv = (await run('small.yaml', '--measure', 'netCashable', '--format', 'csv')).out.trim().split('\r\n')
  t.match(csv[0], /^list,place,interventions,measure,budgeted,/)
  t.match(csv[1], /^ranked,1,fgc,2568991\.44,/)
  t.equal(csv.filter((row) => row.startsWith('ranked')).length, 2)
})

t.test('what is wrong is said with the option, and exit code 2', async (t) => {
  for (const [args, said] of [
    [['small.yaml', '--measure', 'npw'], /--measure {2}.*Did you mean.*asked of small\.yaml/],
    [['small.yaml', '--measure', 'cost'], /--measure {2}.*more is better/],
    [['small.yaml', '--budget', '1,000'], /--budget {2}.*pounds/],
    [['small.yaml', '--rank-by', 'p10'], /--rank-by {2}.*no ranges/],
    [['small.yaml', '--budget-on', 'grants'], /Allowed choices/],
    [['none.json'], /none\.json {2}.*no intervention to choose from/],
    [['.'], /choose takes one/],
  ] as const) {
    const { code, out, err } = await run(...args)
    t.equal(code, 2, args.join(' '))
    t.equal(out, '')
    t.match(err.replaceAll(/\n +/g, ' '), said)
  }
})

import t from 'tap'
import { cashable, folderOf, grossByHand, smallest, withVariants } from './cashable.ts'

const folder = folderOf({ 'small.yaml': smallest, 'variants.yaml': withVariants, 'bad.yaml': 'start: 2026-04\n' })
// All of it is cash and the team costs the same, so the difference is that of the gross avoided.
const difference = (Number(grossByHand(3000)) - Number(grossByHand(1500))).toFixed(2)
const run = (...args: string[]) => cashable(['compare', ...args], { cwd: folder })

t.test('variants stand side by side on a page', async (t) => {
  const { code, out, err } = await run('variants.yaml')
  t.equal(code, 0)
  t.equal(err, '')
  const words = out.replaceAll(/\s+/g, ' ')
  t.match(words, /Doing nothing, the central case and 2 variants/)
  t.match(words, /Doing nothing 0 −2,568,991 0 0 0/)
  t.match(words, /Central case 2,568,991 1,500,000/)
  t.match(words, /\+4,068,991/)
  t.match(words, /Net cashable rises by £4,068,991, from £2,568,991 to £6,637,983/)
  t.match(words, /4 appraisals, \d+ checks passed/)
  for (const line of out.split('\n')) t.ok(line.length <= 100, line)
})

t.test('JSON, CSV, plain characters, values set, standard input', async (t) => {
  const json = JSON.parse((await run('variants.yaml', '--format', 'json')).out)
  t.equal(json.variants[0].difference.netCashable, difference)
  const csv = (await run('variants.yaml', '--format', 'csv')).out.split('\r\n')
  t.equal(csv[0], 'column,id,title,line,year,value,difference')
  const net = (Number(grossByHand(3000)) - 1500000).toFixed(2)
  t.ok(csv.includes(`variant,dearer,Places cost twice as much,headline.netCashable,,${net},${difference}`))
  t.ok(csv.includes('doNothing,,,headline.paybackStatus,,never-negative,'))
  t.equal(new Set(csv.filter((row) => row !== '' && !row.includes('"')).map((row) => row.split(',').length)).size, 1)
  const ascii = await run('variants.yaml', '--ascii', '--set', 'demand.care.backfill=1')
  t.match(ascii.out, /^[ -~\n]*$/)
  t.equal((await cashable(['compare', '-'], { input: smallest })).code, 0)
})

t.test('what is wrong is said, with exit code 2', async (t) => {
  for (const [args, said] of [
    [['none.yaml'], /there is no such file/],
    [['bad.yaml'], /bad\.yaml.*years/],
    [['.'], /compare takes one/],
    [['small.yaml', '--set', 'demand.nobody.growth=1'], /no path/],
  ] as const) {
    const { code, out, err } = await run(...args)
    t.equal(code, 2, args.join(' '))
    t.equal(out, '')
    t.match(err, said)
  }
})

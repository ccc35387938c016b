import t from 'tap'
import { cashable, folderOf, smallest } from './cashable.ts'

const ranged = smallest
  .replace('perMonth: 10', 'perMonth: { central: 10, low: 6, high: 12 }')
  .replace('amount: 300000', 'amount: { central: 300000, low: 280000, high: 350000 }')
const folder = folderOf({ 'small.yaml': smallest, 'ranged.yaml': ranged })
const run = (...args: string[]) => cashable(args, { cwd: folder })

t.test('a tornado as a page', async (t) => {
  const { code, out, err } = await run('sensitivity', 'ranged.yaml')
  t.equal(code, 0, err)
  t.match(out, /What moves net cashable/)
  t.match(out, /fgc\.referrals\.perMonth +6 to 12 .*█/)
  // £20,000 less and £50,000 more in five years: 2,568,991 + 100,000 and − 250,000.
  t.match(out, /fgc\.team\.amount +280000 to 350000 +2,668,991 +2,318,991 +350,000/)
  t.ok(out.indexOf('fgc.referrals.perMonth') < out.indexOf('fgc.team.amount'), 'the longest first')
  t.match(out, /Where a fall and a rise do different things[\s\S]*care\.growth/)
  for (const line of out.split('\n')) t.ok(line.length <= 100, line)
  const plain = await run('sensitivity', 'ranged.yaml', '--ascii')
  t.match(plain.out, /^[ -~\n]*$/)
  t.match((await run('sensitivity', 'small.yaml')).out, /No assumption has a range/)
})

t.test('JSON and CSV have everything', async (t) => {
  const found = JSON.parse((await run('sensitivity', 'ranged.yaml', '--measure', 'npv', '--format', 'json')).out)
  t.equal(found.measure.id, 'headline.npv')
  const rows = (await run('sensitivity', 'ranged.yaml', '--format', 'csv', '--set', 'fgc.team.amount=1')).out.trim().split('\r\n')
  t.match(rows[0], /^measure,path,unit,value,origin,derivative,/)
  t.match(
    rows.find((row) => row.includes('interventions.fgc.costs.team.amount')),
    /,pounds a year,1,supplied,-5,-0\.05,/,
  )
  t.equal(rows.length - 1, found.assumptions.length)
})

t.test('what would have to be true, as a page and as JSON', async (t) => {
  const { code, out } = await run('break-even', 'small.yaml', '--path', 'fgc.care.reduction')
  t.equal(code, 0)
  t.match(
    out.replaceAll(/\s+/g, ' '),
    /Relative reduction of the risk \(care, fgc\) may fall to 7\.08% \(central 19\.2%\) before net cashable is nil\./,
  )
  // £1,500,000 of £4,068,991.44 × 0.192.
  t.match(out, /--set interventions\.fgc\.effects\.care\.reduction=0\.07077/)
  const none = await run('break-even', 'small.yaml', '--path', 'care.growth', '--target', '1e3')
  t.same([none.code, none.out], [2, ''])
  t.match(none.err, /^--target {2}target is not a decimal number/)
  const json = JSON.parse((await run('break-even', 'small.yaml', '--path', 'care.backfill', '--low', '0.9', '--format', 'json')).out)
  t.match(json, { crossings: [], closest: { value: '0.9' } })
  t.match((await run('break-even', 'small.yaml')).err, /required option '--path <path>'/)
  t.match((await run('break-even', '.', '--path', 'years')).err, /break-even takes one/)
  t.match((await run('sensitivity', 'small.yaml', '--measure', 'npw')).err, /--measure .*npv/)
})

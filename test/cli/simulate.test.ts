import t from 'tap'
import { cashable, folderOf, smallest } from './cashable.ts'

const unsure = smallest.replace('amount: 300000', 'amount: { central: 300000, low: 250000, high: 400000, shape: uniform }')

t.test('a file is simulated as a page and as JSON', async (t) => {
  const cwd = folderOf({ 'case.yaml': unsure })
  const page = await cashable(['simulate', 'case.yaml', '--draws', '2000', '--seed', 'paper'], { cwd })
  t.equal(page.code, 0, page.err)
  t.equal(page.err, '', 'no bar where nobody looks')
  t.match(page.out, /^Conferencing, smallest case\n2,000 draws of 1 ranges?, seed paper/)
  t.match(page.out, /Net cashable.* 2,568,991/)
  const json = await cashable(['simulate', 'case.yaml', '--draws', '2000', '--seed', 'paper', '--format', 'json'], { cwd })
  const simulation = JSON.parse(json.out)
  // Net cash is 4,068,991.44 − 5 × U(250,000, 400,000): nil or better always, and no less than 2,068,991.44.
  t.equal(simulation.chances.netCashableNotNegative.share, '1.000000')
  const net = simulation.measures.find(({ id }: { id: string }) => id === 'headline.netCashable')
  t.ok(Number(net.minimum) >= 2_068_991.44 && Number(net.maximum) <= 2_818_991.44, `${net.minimum} to ${net.maximum}`)
})

t.test('wrong options and files say what would be right, with exit code 2', async (t) => {
  const cwd = folderOf({ 'case.yaml': unsure, 'bad.yaml': unsure.replace('low: 250000', 'low: 350000') })
  for (const [args, said] of [
    [['case.yaml', '--draws', '5'], /whole number from 100 to 1000000/],
    [['case.yaml', '--sampling', 'sobol'], /random, latin-hypercube/],
    [['case.yaml', '--measure', 'npw'], /Did you mean headline\.npv/],
    [['bad.yaml'], /bad\.yaml:14.*below its\s+\|?\s*low end/s],
    [['none.yaml'], /none\.yaml/],
  ] as const) {
    const { code, out, err } = await cashable(['simulate', ...args], { cwd })
    t.equal(code, 2, args.join(' '))
    t.equal(out, '')
    t.match(err, said)
  }
})

t.test('in ASCII', async (t) => {
  const { out, code } = await cashable(['simulate', '-', '--draws', '100', '--ascii'], { input: unsure })
  t.equal(code, 0)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all but plain ASCII and line ends
  t.match(out, /^[\x0a\x20-\x7e]*$/)
})

import t from 'tap'
import { cashable, folderOf, smallest, withoutRelease } from './cashable.ts'

const folder = folderOf({ 'small.yaml': smallest, 'unplanned.yaml': withoutRelease, 'bad.yaml': 'start: 2026-04\n' })
const run = (...args: string[]) => cashable(['explain', ...args], { cwd: folder })

t.test('a figure reads as a page', async (t) => {
  const { code, out, err } = await run('small.yaml', '--line', 'financial.net@2026-27')
  t.equal(code, 0)
  t.equal(err, '')
  t.match(out, /financial\.net@2026-27 = −£240,663\.67/)
  t.match(out, /“Cashable” in 2026-27 − “Cost” in 2026-27/)
  t.match(out, /£59,336\.33 − £300,000\.00/)
  t.match(out, /demand\.care\.entriesPerYear = 100/)
  for (const line of out.split('\n')) t.ok(line.length <= 100, line)
})

t.test('why nothing is cash without a plan', async (t) => {
  const { out } = await run('unplanned.yaml', '--line', 'why.cashable')
  const words = out.replaceAll(/\s+/g, ' ')
  t.match(words, /£4,068,991\.44 of cost is avoided from 2026-27 to 2030-31/)
  t.match(words, /£4,068,991\.44 has no plan to release it/)
  t.match(words, /What would move it: A release plan.* demand\.care\.costs\.place\.release/)
  t.match(words, /Nothing is cash: no budget goes down\./)
})

t.test('a page says what a figure rests on by where it comes from, what was supplied first, every source once', async (t) => {
  const { out } = await run('small.yaml', '--line', 'headline.npv')
  const [, rests = ''] = out.split(/^Rests on (?=\d+ assumptions$)/m)
  const groups = [...rests.matchAll(/^• (\d+) (supplied|from the reference data|left at their defaults)/gm)]
  t.equal(groups[0]?.[2], 'supplied')
  t.equal(groups.at(-1)?.[2], 'left at their defaults')
  const all = Number.parseInt(rests, 10)
  t.equal(
    groups.reduce((sum, [, count]) => sum + Number(count), 0),
    all,
  )
  t.equal(rests.match(/ = -?[\d.]+/g)?.length, all, 'every assumption is there with its value')
})

t.test('a ratio to no cost is no figure, and says why', async (t) => {
  const free = 'start: 2026-04\nyears: 1\ndemand:\n  - { id: care, entriesPerYear: 12, stay: { kind: fixed, months: 6 } }\n'
  const { out, code } = await cashable(['explain', '-', '--line', 'headline.bcr'], { input: free })
  t.equal(code, 0)
  t.match(out, /economic\.fiscal\.bcr = no figure/)
  t.match(
    out.replaceAll(/\s+/g, ' '),
    /There is no ratio: “Present value of costs” is 0, and benefits cannot be set against a cost of nothing\./,
  )
  t.notMatch(out, /In figures/)
  const json = JSON.parse((await cashable(['explain', '-', '--line', 'headline.bcr', '--format', 'json'], { input: free })).out)
  t.match(json, { value: null, exact: null, figures: null, inShort: null })
})

t.test('JSON: one object, or one a line', async (t) => {
  const one = JSON.parse((await run('small.yaml', '--line', 'headline.npv', '--format', 'json')).out)
  t.equal(one.line, 'economic.fiscal.npv')
  const several = (await run('small.yaml', '--line', 'headline.npv', '--line', 'headline.bcr', '--format', 'json')).out.trim().split('\n')
  t.same(
    several.map((text) => JSON.parse(text).line),
    ['economic.fiscal.npv', 'economic.fiscal.bcr'],
  )
})

t.test('values set, plain characters, standard input', async (t) => {
  const set = await run('small.yaml', '--line', 'headline.cashable', '--set', 'demand.care.backfill=1', '--ascii')
  t.match(set.out, /headline\.cashable = GBP ?0\.00/)
  t.match(set.out, /^[ -~\n]*$/)
  const piped = await cashable(['explain', '-', '--line', 'headline.npv'], { input: smallest })
  t.equal(piped.code, 0)
})

t.test('what is wrong is said, with exit code 2', async (t) => {
  for (const [args, said] of [
    [
      ['small.yaml', '--line', 'headline.npw'],
      /^--line {2}There is no line "headline\.npw"\. Did you mean headline\.npv\? \(asked of small\.yaml\)/,
    ],
    [['small.yaml', '--line', 'demand.care.entries@2026-13'], /a month from 2026-04 to 2031-03/],
    [['small.yaml'], /required option '--line <id>'/],
    [['none.yaml', '--line', 'headline.npv'], /there is no such file/],
    [['bad.yaml', '--line', 'headline.npv'], /bad\.yaml.*years/],
    [['.', '--line', 'headline.npv'], /explain takes one/],
  ] as const) {
    const { code, out, err } = await run(...args)
    t.equal(code, 2, args.join(' '))
    t.equal(out, '')
    t.match(err, said)
  }
})

import { spawnSync } from 'node:child_process'
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { CheckFailure } from '../../src/answers/checked.ts'
import { complaint } from '../../src/cli/complaint.ts'
import { plain } from '../../src/formats/terminal/pen.ts'
import { exactNumber } from '../../src/graph/exact.ts'
import { cashable, folderOf, smallest } from './cashable.ts'

t.setTimeout(300_000)

const program = join(import.meta.dirname, '../../src/cli/main.ts')

t.test('every problem of a file, with its line and a mark under the place', async (t) => {
  const bad = smallest.replace('years: 5', 'years: 99').replace('1500', '35%').replace('risk:', 'rsk:')
  const cwd = folderOf({ 'bad.yaml': bad })
  const { code, out, err } = await cashable(['appraise', 'bad.yaml'], { cwd })
  t.equal(code, 2)
  t.equal(out, '', 'no number')
  const lines = err.split('\n')
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start))
  const amount = at('bad.yaml:8:34  demand.care.costs.place.amount  got "35%", expected ')
  t.not(amount, -1)
  t.match(lines[amount + 1], /^ {2}8 \| {5}costs: \[\{ id: place, amount: 35%, /)
  t.equal(lines[amount + 2]?.indexOf('^'), lines[amount + 1]?.indexOf('35%'), 'the mark stands under the mistake')
  t.not(at('bad.yaml:3:8  years  got 99'), -1)
  t.not(at('bad.yaml:13:31  interventions.fgc.effects.care.rsk  '), -1)
  t.match(err, /Did you mean risk\?/)
  t.match(err, /^bad\.yaml: [34] problems$/m)
})

t.test('fifty problems are shown, and how many are not', async (t) => {
  // Sixty keys that no case has.
  const keys = Array.from({ length: 60 }, (_, at) => `key${at}: 1\n`).join('')
  const { code, err } = await cashable(['check', '-'], { input: `start: 2026-04\nyears: 1\n${keys}` })
  t.equal(code, 2)
  t.match(err, /^standard input: 60 problems, of which 10 are not shown$/m)
  t.equal(err.match(/There is no key/g)?.length, 50)
})

t.test('a file that is far too large for a case is not read as one', async (t) => {
  const cwd = folderOf({ 'dump.json': Buffer.alloc(5_000_001, ' ') })
  const { code, err } = await cashable(['check', 'dump.json'], { cwd })
  t.equal(code, 2)
  t.match(err, /^dump\.json {2}it is larger than 5 MB, so it is not a case$/m)
})

t.test('in ASCII the line of the file is too, and its mark stands under the mistake', async (t) => {
  const cwd = folderOf({ 'bad.json': '{"title": "£5 – café", "start": "2026-04", "years": 99}' })
  const { err } = await cashable(['check', '--ascii', 'bad.json'], { cwd })
  t.notMatch(err, /[^\n -~]/)
  const [, source = '', mark = ''] = err.split('\n')
  t.match(source, '"GBP 5 - cafe"')
  t.equal(mark.indexOf('^'), source.indexOf('99'))
})

t.test('wide characters before the mistake do not move the mark off it', async (t) => {
  const cwd = folderOf({ 'bad.json': '{"title": "児童 é", "start": "2026-04", "years": 99}' })
  const { err } = await cashable(['check', 'bad.json'], { cwd })
  const [, source = '', mark = ''] = err.split('\n')
  // Two of the characters before it take two columns each.
  t.equal(mark.indexOf('^'), source.indexOf('99') + 2)
})

t.test('text that is not YAML, not JSON, not UTF-8, or not there', async (t) => {
  const cwd = folderOf({
    'tab.yaml': 'title: a\n\tyears: 5\n',
    'comma.json': '{\n  "years": 5,\n}',
    'old.yaml': Buffer.from([...Buffer.from('start: 2026-04\ntitle: costs '), 0xa3, 0x31, 0x0a]),
    'empty/notes.txt': '',
  })
  const tab = await cashable(['check', 'tab.yaml'], { cwd })
  t.equal(tab.code, 2)
  t.match(tab.err, /^tab\.yaml:2:[0-9]+ /m)
  // What has no got says what was expected alone.
  const twice = await cashable(['check', '-'], { input: 'years: 5\nyears: 6\n' })
  t.match(
    twice.err,
    /^standard input:2:1 {2}got "years: 6", expected each key once\n {2}2 \| years: 6\n {4}\| \^ The key "years" is given twice/,
  )
  t.match((await cashable(['check', 'comma.json'], { cwd })).err, /^comma\.json:3:1 /m)
  t.match((await cashable(['check', 'old.yaml'], { cwd })).err, /^old\.yaml:2 {2}it is not UTF-8 text/m)
  const gone = await cashable(['check', 'gone.yaml', 'empty'], { cwd })
  t.equal(gone.code, 2)
  t.match(gone.err, /^gone\.yaml {2}there is no such file$/m)
  t.match(gone.err, /^empty {2}there is no \.yaml, \.yml or \.json file in this directory$/m)
  symlinkSync('round.yaml', join(cwd, 'round.yaml'))
  t.match(await cashable(['check', 'round.yaml'], { cwd }), { code: 2, out: '', err: /^error: ELOOP: [^\n]+\n$/ }, 'a circle of links')
})

t.test('a wrong path or value in --set is an error, told apart from the file', async (t) => {
  const cwd = folderOf({ 'case.yaml': smallest })
  const path = await cashable(['appraise', 'case.yaml', '--set', 'demand.care.growt=0.01', '--format', 'json'], { cwd })
  t.equal(path.code, 2)
  t.equal(path.out, '')
  t.match(path.err, /^case\.yaml --set {2}demand\.care\.growt {2}/m)
  t.match(path.err, /Did you mean demand\.care\.growth\?/)
  const inVariants = await cashable(['appraise', 'case.yaml', '--variants', '--set', 'demand.care.growt=0.01'], { cwd })
  t.equal(inVariants.code, 2, 'and beside variants')
  const inside = await cashable(['check', 'case.yaml', '--set', 'demand.care.growth={"central":0,"low":0,"hihg":0.1}'], { cwd })
  t.match(inside.err, /^case\.yaml --set {2}demand\.care\.growth\.hihg {2}/m, 'a mistake inside a value that was set')
  const value = await cashable(['appraise', 'case.yaml', '--set', 'years=many'], { cwd })
  t.equal(value.code, 2)
  t.match(value.err, /^case\.yaml --set {2}years {2}/m)
})

t.test('a mistake in a file that is extended is named by that file', async (t) => {
  const cwd = folderOf({ 'cases/base.yaml': smallest.replace('years: 5', 'years: 99'), 'cases/over.yaml': 'extends: base.yaml\n' })
  const { err } = await cashable(['check', 'cases/over.yaml'], { cwd })
  t.match(err, /^cases.base\.yaml:3:8 {2}years/m)
  t.match(err, /\| years: 99$/m)
  const old = folderOf({ 'old.yaml': Buffer.from([0x23, 0xa3, 0x0a]), 'over.yaml': 'extends: old\n' })
  t.match((await cashable(['check', 'over.yaml'], { cwd: old })).err, /old\.yaml:1 {2}it is not UTF-8 text/)
})

t.test('wrong commands exit 2 and say what was probably meant', async (t) => {
  const meant: [string[], RegExp][] = [
    [['apraise', 'x.yaml'], /Did you mean appraise\?/],
    [['appraise', 'x.yaml', '--formt', 'json'], /Did you mean --format\?/],
    [['appraise', 'x.yaml', '--format', 'xml'], /table, json, csv/],
    [['appraise'], /missing required argument 'file'/],
    [['appraise', 'x.yaml', '--set', 'years'], /an equals sign/],
    [['appraise', 'x.yaml', '--set', 'years=3', '--set', 'years=4'], /years is set twice; keep one/],
    [['appraise', 'x.yaml', '--numbers', 'json'], /goes with --format json/],
    [['appraise', 'x.yaml', '--variant', 'a', '--variants'], /cannot be used with/],
    [[], /Usage: cashable/],
  ]
  for (const [args, words] of meant) {
    const { code, out, err } = await cashable(args)
    t.equal(code, 2, args.join(' '))
    t.equal(out, '')
    t.match(err, words)
  }
})

t.test('a folder that cannot be made is an error with the reason', async (t) => {
  const cwd = folderOf({ 'case.yaml': smallest })
  const under = await cashable(['appraise', 'case.yaml', '--out', 'case.yaml/answers/'], { cwd })
  t.match(under, { code: 2, out: '', err: /case\.yaml\/answers\/: a part of its path is not a directory$/m })
})

const fullDisk = { skip: existsSync('/dev/full') ? false : 'there is no /dev/full to stand for a full disk' }
t.test('a full disk is told as such', fullDisk, async (t) => {
  const cwd = folderOf({ 'case.yaml': smallest })
  const full = await cashable(['appraise', 'case.yaml', '--out', '/dev/full'], { cwd })
  t.match(full, { code: 2, out: '', err: /^\/dev\/full {2}ENOSPC: no space left on device/m })
  const piped = spawnSync('/bin/sh', ['-c', `"$0" "${program}" appraise case.yaml > /dev/full`, process.execPath], {
    cwd,
    encoding: 'utf8',
  })
  t.equal(piped.status, 2)
  t.match(piped.stderr, /^error: the output cannot be written: ENOSPC/)
})

t.test('help and version are results', async (t) => {
  const help = await cashable(['appraise', '--help'])
  t.equal(help.code, 0)
  t.equal(help.err, '')
  t.match(help.out, /Examples:\n {2}cashable appraise /)
  t.match((await cashable(['--version'])).out, /^[0-9]+\.[0-9]+\.[0-9]+\n$/)
})

t.test('a failed check exits 1 and gives both sides; a fault of the program never passes for bad input', async (t) => {
  const pen = { width: 80, ascii: false, colour: plain }
  const reading = { input: { name: 'case.yaml' }, text: '', overrides: {} }
  const failed = {
    id: 'rungs.care',
    left: exactNumber('1.5'),
    right: exactNumber('2'),
    difference: exactNumber('-0.5'),
    tolerance: exactNumber(0),
    pass: false,
  }
  const said = complaint(pen, new CheckFailure([failed]), reading)
  t.equal(said.exitCode, 1)
  t.same(said.lines, ['case.yaml  the answer failed 1 check, so there is no number', '    rungs.care: 1.5 is not 2'])
  t.equal(complaint(pen, new TypeError('x is undefined'), reading).exitCode, 1)
})

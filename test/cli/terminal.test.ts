import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'
import { cashable, folderOf, smallest } from './cashable.ts'

t.setTimeout(300_000)

const main = join(import.meta.dirname, '../../src/cli/main.ts')
const escapeCode = '\u001b'
const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0
const terminal = { skip: hasPython ? false : 'there is no python3 to make a terminal with' }

/** Runs the program on a terminal of its own. */
function onTerminal(args: readonly string[], cwd: string, env: Record<string, string>): string {
  const program = ['-c', 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)', process.execPath, main, ...args]
  return spawnSync('python3', program, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', COMMIT: 'test', ...env },
  }).stdout
}

t.test('no escape byte where there is no terminal, for good files and bad', async (t) => {
  const cwd = folderOf({ 'cases/a.yaml': smallest, 'cases/b.yaml': 'years: 99\n' })
  for (const command of ['appraise', 'check']) {
    const { out, err } = await cashable([command, 'cases'], { cwd })
    t.notMatch(out + err, escapeCode)
    t.notMatch(err, '\r', 'and no bar')
  }
})

t.test('a terminal has colours, unless NO_COLOR is set', terminal, async (t) => {
  const cwd = folderOf({ 'a.yaml': smallest })
  t.match(onTerminal(['appraise', 'a.yaml'], cwd, {}), `${escapeCode}[1m`)
  t.notMatch(onTerminal(['appraise', 'a.yaml'], cwd, { NO_COLOR: '1' }), escapeCode)
})

t.test('a terminal has a bar for more than one file, and results are not drawn over', terminal, async (t) => {
  const cwd = folderOf({ 'cases/a.yaml': smallest, 'cases/b.yaml': 'years: 99\n', 'cases/c.yaml': smallest })
  const shown = onTerminal(['appraise', 'cases'], cwd, { NO_COLOR: '1' })
  t.match(shown, '0/3')
  const afterBar = shown.slice(shown.lastIndexOf(escapeCode))
  t.equal(afterBar.match(/Worth doing\?/g)?.length, 2)
  t.match(afterBar, /3 files: 2 done, 1 not/)
  t.notMatch(onTerminal(['appraise', 'cases/a.yaml'], cwd, { NO_COLOR: '1' }), '0/1')
  const ascii = onTerminal(['appraise', 'cases', '--ascii'], cwd, { NO_COLOR: '1' })
  t.match(ascii, '0/3')
  t.notMatch(ascii, /\P{ASCII}/u, 'a bar of ASCII where it is asked for')
})

t.test('control characters, escapes and marks that reorder text never reach the terminal', async (t) => {
  const title = 'Sure thing \u2028next'
  const cwd = folderOf({
    'case.yaml': smallest.replace('Conferencing, smallest case', JSON.stringify(title)),
    'bad.yaml': `title: "\u009b2J"\nyears: "\u202e99"\n`,
    'turned.yaml': smallest.replace('Conferencing, smallest case', 'Sure thing \u202egnp.exe'),
  })
  const { out } = await cashable(['appraise', 'case.yaml'], { cwd })
  const { err } = await cashable(['appraise', 'bad.yaml'], { cwd })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202a-\u202e]/
  t.notMatch(out, unsafe)
  t.notMatch(err, unsafe)
  t.match(out, /^Sure thing next$/m)
  const turned = await cashable(['appraise', 'turned.yaml'], { cwd })
  t.match(turned.err, /turned\.yaml.*title.*turns the direction/s)
  t.notMatch(turned.out + turned.err, unsafe)
})

t.test('ASCII where it is asked for or where the locale is not UTF-8', async (t) => {
  const cwd = folderOf({ 'case.yaml': smallest.replace('Conferencing', 'Café “児”') })
  const notAscii = /[^\n -~]/
  const asked = await cashable(['appraise', 'case.yaml', '--ascii'], { cwd })
  t.notMatch(asked.out, notAscii)
  t.match(asked.out, /^Cafe "\?", smallest case$/m)
  t.match(asked.out, /Net cashable +GBP 2,568,991/)
  t.match(asked.out, /-240,664/)
  t.notMatch((await cashable(['appraise', 'case.yaml'], { cwd, env: { LANG: 'C' } })).out, notAscii)
  t.match(
    (await cashable(['appraise', 'case.yaml', '--format', 'csv'], { cwd, env: { LANG: 'C' } })).out,
    'Café “児”',
    'CSV is always UTF-8',
  )
})

t.test('a reader that has read enough is no error', async (t) => {
  const cwd = folderOf({ 'a.yaml': smallest, 'b.yaml': smallest })
  const child = spawn(process.execPath, [main, 'appraise', 'a.yaml', 'b.yaml', '--format', 'json'], {
    cwd,
    env: { PATH: process.env.PATH ?? '', COMMIT: 'test' },
  })
  let err = ''
  child.stderr.on('data', (text: Buffer) => {
    err += text
  })
  child.stdout.destroy()
  const code = await new Promise((resolve) => child.on('close', resolve))
  t.equal(code, 0)
  t.equal(err, '')
})

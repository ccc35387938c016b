import { createHash } from 'node:crypto'
import t from 'tap'
import { newKeyText } from '../../src/cli/key-new.ts'
import { readKeyLines } from '../../src/keys/key-line.ts'
import { cashable } from './cashable.ts'

t.test('key new prints a key once, and a line for the file that holds its hash alone', async (t) => {
  const args = ['key', 'new', '--name', 'finance', '--scopes', 'upload, appraise', '--expires', '2099-03-31', '--per-day', '5000']
  const said = await cashable(args)
  t.equal(said.code, 0)
  t.equal(said.err, '')
  const [key = ''] = said.out.match(/^cashable_[A-Za-z0-9_-]{43}$/m) ?? []
  const line = said.out.trimEnd().split('\n').at(-1) ?? ''
  const hash = createHash('sha256').update(key).digest('hex')
  t.same(readKeyLines(line), [{ name: 'finance', sha256: hash, scopes: ['appraise', 'upload'], expires: '2099-03-31', perDay: 5000 }])
  t.equal(said.out.split(key).length, 2, 'the key stands there once')
  t.not((await cashable(args)).out, said.out, 'and is another each time')
})

t.test('what is wrong with a key is told', async (t) => {
  const table: [string[], RegExp][] = [
    [['key', 'new'], /required option '--name <name>'/],
    [['key', 'new', '--name', 'Finance'], /--name is a letter/],
    [['key', 'new', '--name', 'a', '--scopes', 'appraise,all'], /--scopes has appraise, simulate, upload or metrics .* not "all"/],
    [['key', 'new', '--name', 'a', '--expires', '31/03/2027'], /--expires is a day/],
    [['key', 'new', '--name', 'a', '--per-day', '0'], /--per-day is a whole number/],
  ]
  for (const [args, message] of table) {
    const said = await cashable(args)
    t.equal(said.code, 2, args.join(' '))
    t.match(said.err, message)
    t.equal(said.out, '')
  }
})

t.test('the same randomness gives the same key, and a day that is over is refused', async (t) => {
  const zeros = (bytes: number) => new Uint8Array(bytes)
  const made = newKeyText({ name: 'a', scopes: 'appraise', expires: '2026-11-23' }, zeros, '2026-11-23')
  t.match(made, { text: new RegExp(`\\ncashable_${'A'.repeat(43)}\\n`) })
  t.match(newKeyText({ name: 'a', scopes: 'appraise', expires: '2026-11-22' }, zeros, '2026-11-23'), {
    fault: /is over: today is 2026-11-23/,
  })
})

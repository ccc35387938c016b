import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { anyoneSentence } from '../../../src/http/access/settings.ts'
import { type Program, start, until } from '../program.ts'
import { keyOf, keysFile } from './guarded.ts'

const ask = async ({ port }: Program, key?: string, query = '') => {
  const headers = key === undefined ? {} : { 'x-api-key': key }
  return (await fetch(`http://127.0.0.1:${port}/v1/lines${query}`, { headers })).status
}

t.test('the program refuses an address that others reach, unless it knows who may call or is told in words', async (t) => {
  const { key, line } = keyOf('one', ['appraise'])
  for (const HOST of ['0.0.0.0', '::']) {
    const refused = await start(t, { HOST })
    t.equal(await refused.ended(), 1)
    t.match(
      refused.stderr(),
      /^cashable cannot start: HOST is "[^"]+", which others than this machine may reach, and nothing says who may call\.[^\n]*\n$/,
    )
    t.equal(refused.stdout(), '')
  }
  const mistaken = await start(t, { HOST: '0.0.0.0', ALLOW_ANYONE: 'yes' })
  t.equal(await mistaken.ended(), 1)
  t.match(mistaken.stderr(), /ALLOW_ANYONE is left out or is exactly/)

  const open = await start(t, { HOST: '0.0.0.0', ALLOW_ANYONE: anyoneSentence })
  t.equal(await ask(open), 200)
  t.match(open.stderr(), 'anyone who reaches this address may call')
  const kept = await start(t, { HOST: '0.0.0.0', API_KEYS_FILE: keysFile(t, [line]) })
  t.same([await ask(kept), await ask(kept, key)], [401, 200])
})

t.test('a file of keys that is no good stops the program before it listens, in one line that quotes nothing of it', async (t) => {
  const { key, line } = keyOf('one', ['appraise'])
  const files: [string, RegExp][] = [
    [keysFile(t, [line, line]), /line 2: there is a key one already/],
    [keysFile(t, [line, key]), /line 2: this is no JSON object/],
    [keysFile(t, ['# nothing']), /the file holds no key/],
    ['/nowhere/keys.jsonl', /it cannot be read \(ENOENT\)/],
  ]
  for (const [file, message] of files) {
    const program = await start(t, { API_KEYS_FILE: file })
    t.equal(await program.ended(), 1)
    t.match(program.stderr(), /^cashable cannot start: API_KEYS_FILE "[^\n]*\n$/)
    t.match(program.stderr(), message)
    t.notOk(program.stderr().includes(key))
  }
})

t.test('keys change while the program runs; a broken file changes nothing; and no key is ever logged', async (t) => {
  const first = keyOf('first', ['appraise'])
  const second = keyOf('second', ['appraise', 'metrics'])
  const file = keysFile(t, [first.line])
  const program = await start(t, { API_KEYS_FILE: file, LOG_LEVEL: 'trace' })
  t.same([await ask(program, first.key), await ask(program, second.key)], [200, 401])

  writeFileSync(file, `${first.line}\n${second.line}\n`)
  await until(async () => (await ask(program, second.key)) === 200)
  t.equal(await ask(program, first.key), 200, 'both are taken, so that callers can change over')
  t.match(program.stderr(), /"keys":\["first","second"\],"msg":"keys read anew"/)

  const told = (text: string) => program.stderr().split(text).length - 1
  writeFileSync(file, `${second.line}\n${first.key}\n`)
  await until(() => told('keys not read; those from before hold') === 1)
  t.match(program.stderr(), /line 2: this is no JSON object/)
  t.same([await ask(program, first.key), await ask(program, second.key)], [200, 200])
  const metrics = async () => await (await fetch(`${program.address}/metrics`, { headers: { 'x-api-key': second.key } })).text()
  const isRead = async () => /^cashable_keys_read (\d)$/m.exec(await metrics())?.[1]
  t.equal(await isRead(), '0', 'whoever watches can tell')
  rmSync(file)
  await until(() => told('keys not read; those from before hold') === 2)
  t.same([await ask(program, first.key), await ask(program, second.key)], [200, 200])

  // Another file in its place, as an editor or a mounted secret does it.
  writeFileSync(`${file}.new`, `${second.line}\n`)
  renameSync(`${file}.new`, file)
  await until(async () => (await ask(program, first.key)) === 401)
  t.match(program.stderr(), /"keys":\["second"\],"msg":"keys read anew"/)
  t.equal(await isRead(), '1')
  t.match(program.stderr(), /"why":"[^"]+","problem":"wrong-credential",.*"status":401/, 'the log says why a request was refused')
  t.equal(await ask(program, undefined, `?key=${second.key}`), 200)
  t.equal(await ask(program, undefined, `?key=${second.key}&wrong=1`), 422)
  t.equal((await fetch(`${program.address}/v1/scenarios/%zz?key=${second.key}`)).status, 400)

  program.child.kill('SIGTERM')
  t.equal(await program.ended(), 0)
  for (const { key } of [first, second]) t.notOk((program.stderr() + program.stdout()).includes(key.slice(9)))
  t.match(program.stderr(), '"caller":"key second"')
})

t.test('whatever stands in the place of the file of keys, the service goes on with the keys from before', async (t) => {
  const one = keyOf('one', ['appraise'])
  const file = keysFile(t, [one.line])
  const program = await start(t, { API_KEYS_FILE: file })
  rmSync(file)
  const faults: [name: string, make: () => void, remove: () => void, message: RegExp][] = [
    // A look at a link that leads to itself is an error of the system, as is one into a folder that has become closed to the service.
    ['a link to itself', () => symlinkSync(file, file), () => rmSync(file), /it cannot be read \(ELOOP\)/],
    ['a folder', () => mkdirSync(file), () => rmdirSync(file), /it is not a file/],
    // To read a pipe would wait for a writer, for ever.
    ['a pipe', () => execFileSync('mkfifo', [file]), () => rmSync(file), /it is not a file/],
    ['2 MB', () => writeFileSync(file, Buffer.alloc(2 * 1024 * 1024, '#')), () => rmSync(file), /it has more than 1 MB/],
    ['half a line', () => writeFileSync(file, one.line.slice(0, 60)), () => rmSync(file), /line 1: this is no JSON object/],
    ['nothing', () => writeFileSync(file, ''), () => rmSync(file), /the file holds no key/],
  ]
  for (const [name, make, remove, message] of faults) {
    const seen = program.stderr().length
    make()
    await until(() => message.test(program.stderr().slice(seen)))
    t.equal(await ask(program, one.key), 200, name)
    remove()
  }
  const two = keyOf('two', ['appraise'])
  writeFileSync(file, `${two.line}\n`)
  await until(async () => (await ask(program, two.key)) === 200)
  t.equal(await ask(program, one.key), 401, 'and the next good file counts')
})

import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { buildApp } from '../../src/http/app.ts'
import { samples } from './seeing/prometheus.ts'
import { model } from './service.ts'

const good = 'id: good\ntitle: Good\nstart: 2026-04\nyears: 2\n'

/** A folder with a scenario that is well, and a neighbour outside it. */
function folderOf() {
  const around = mkdtempSync(join(tmpdir(), 'library-'))
  const folder = join(around, 'scenarios')
  mkdirSync(folder)
  writeFileSync(join(folder, 'good.yaml'), good)
  writeFileSync(join(around, 'outside.yaml'), 'id: outside\ntitle: Outside\nstart: 2026-04\nyears: 2\n')
  return { around, folder, write: (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text) }
}

async function serve(t: { teardown: (work: () => unknown) => void }, folder: string) {
  const lines: string[] = []
  const app = await buildApp({ model, scenarios: folder, logger: { stream: { write: (line: string) => void lines.push(line) } } })
  t.teardown(() => app.close())
  const warned = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 40)
  return { app, warned, text: lines.join('') }
}

const faults: readonly [what: string, code: string, make: (at: ReturnType<typeof folderOf>) => void][] = [
  ['text that is not YAML', 'not-yaml', ({ write }) => write('bad.yaml', 'id: zq\nstart: [')],
  ['text that is not JSON', 'not-json', ({ write }) => write('bad.json', '{"id": "zq",')],
  ['a case that is not legal', 'not-a-case', ({ write }) => write('bad.yaml', 'id: zq\nyears: 2\n')],
  ['a list', 'not-a-case', ({ write }) => write('bad.yaml', '- zq\n')],
  ['a base that is not there', 'wrong-extends', ({ write }) => write('bad.yaml', 'extends: zq.yaml\n')],
  ['a base outside the folder', 'wrong-extends', ({ write }) => write('bad.yaml', 'extends: ../outside.yaml\n')],
  ['itself as its base', 'wrong-extends', ({ write }) => write('bad.yaml', 'extends: bad\n')],
  [
    'a variant that is not legal',
    'wrong-variant',
    ({ write }) => write('bad.yaml', `${good.replace('good', 'zq')}variants: [{ id: v, set: { zq: 1 } }]\n`),
  ],
  ['the id of another', 'same-id', ({ write }) => write('more.yaml', good)],
  ['nothing', 'empty', ({ write }) => write('bad.yaml', '')],
  ['bytes that are no text', 'not-text', ({ write }) => write('bad.yaml', Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe, 0x00]))],
  ['two megabytes', 'too-large', ({ write }) => write('bad.yaml', `notes: ${'zq '.repeat(700_000)}`)],
  ['a bomb of aliases', 'not-yaml', ({ write }) => write('bad.yaml', bomb())],
  ['a folder', 'not-a-file', ({ folder }) => mkdirSync(join(folder, 'bad.yaml'))],
  ['a pipe', 'not-a-file', ({ folder }) => void execFileSync('mkfifo', [join(folder, 'bad.yaml')])],
  ['a link out of the folder', 'outside', ({ folder, around }) => symlinkSync(join(around, 'outside.yaml'), join(folder, 'bad.yaml'))],
  ['a link out of the folder, relative', 'outside', ({ folder }) => symlinkSync('../outside.yaml', join(folder, 'bad.yaml'))],
  ['a link to a device without end', 'outside', ({ folder }) => symlinkSync('/dev/zero', join(folder, 'bad.yaml'))],
  ['a link to nothing', 'not-readable', ({ folder }) => symlinkSync('zq.yaml', join(folder, 'bad.yaml'))],
  ['a link to itself', 'not-readable', ({ folder }) => symlinkSync('bad.yaml', join(folder, 'bad.yaml'))],
  [
    'no leave to read it',
    // Whoever may read everything finds a second scenario of one id there.
    process.getuid?.() === 0 ? 'same-id' : 'not-readable',
    ({ write, folder }) => {
      write('bad.yaml', good)
      chmodSync(join(folder, 'bad.yaml'), 0)
    },
  ],
]

function bomb(): string {
  const rows = Array.from(
    { length: 12 },
    (_, row) =>
      `a${row}: &a${row} [${
        row === 0
          ? 'zq'
          : Array(10)
              .fill(`*a${row - 1}`)
              .join(', ')
      }]`,
  )
  return `${rows.join('\n')}\n`
}

for (const [what, code, make] of faults) {
  t.test(`a file of the library with ${what} takes no other with it, and is told`, async (t) => {
    const made = folderOf()
    make(made)
    const { app, warned, text } = await serve(t, made.folder)
    t.equal((await app.inject('/health/ready')).statusCode, 200, 'it is ready')
    const { scenarios, leftOut } = (await app.inject('/v1/scenarios')).json()
    t.same(
      scenarios.map(({ id }: { id: string }) => id),
      ['good'],
    )
    t.equal((await app.inject('/v1/scenarios/good/appraise.json')).statusCode, 200, 'the rest is served')
    t.match(leftOut, [{ code, message: /./ }])
    t.equal(leftOut.length, 1)
    t.match(warned, [{ event: 'scenario-left-out', file: leftOut[0].file, code }])
    t.equal(warned.length, 1)
    t.notMatch(text + JSON.stringify(leftOut), /zq/, 'what stands in the file is told nowhere')
    const found = await samples(app)
    t.equal(found.get('cashable_scenarios'), 1)
    t.equal(found.get('cashable_scenarios_left_out'), 1)
  })
}

t.test('a volume that is mounted, whose files are links inside it, is served whole', async (t) => {
  const { folder } = folderOf()
  mkdirSync(join(folder, '..2026_11_23'))
  writeFileSync(join(folder, '..2026_11_23', 'mounted.yaml'), 'id: mounted\nstart: 2026-04\nyears: 2\n')
  symlinkSync('..2026_11_23', join(folder, '..data'))
  symlinkSync('..data/mounted.yaml', join(folder, 'mounted.yaml'))
  const { app, warned } = await serve(t, folder)
  t.same(warned, [])
  const { scenarios, leftOut } = (await app.inject('/v1/scenarios')).json()
  t.equal(scenarios.length, 2)
  t.equal(leftOut, undefined, 'nothing is said where nothing is wrong')
})

t.test('where in the file the first fault is, is told', async (t) => {
  const { folder, write } = folderOf()
  write('bad.yaml', 'id: bad\nstart: 2026-04\nyears: many\n')
  const { app } = await serve(t, folder)
  t.match((await app.inject('/v1/scenarios')).json().leftOut, [{ file: 'bad.yaml', code: 'not-a-case', line: 3, column: 8 }])
})

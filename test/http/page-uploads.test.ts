import type { FastifyReply } from 'fastify'
import t from 'tap'
import { readCase } from '../../src/case/read-case.ts'
import { Orders } from '../../src/http/page/assumptions.ts'
import type { Service } from '../../src/http/service.ts'
import { WorkError } from '../../src/uncertainty/work-error.ts'
import { csvFiles, libraryScenarios } from '../tables/tables-for-tests.ts'
import { partsOfWorkbook, zipped } from '../tables/workbooks.ts'
import { service, smallest } from './service.ts'

/* Files that visitors open on the page: those that are cases, and all that people have on their desks besides. */

interface File {
  name: string
  content: string | Buffer
}

function opened(files: readonly File[]) {
  const chunks = files.flatMap(({ name, content }) => [
    Buffer.from(`--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return {
    method: 'POST' as const,
    url: '/',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([...chunks, Buffer.from('--b--\r\n')]),
  }
}

const scenario = libraryScenarios().get('minimal.yaml')
if (scenario === undefined) throw new Error('The library has no minimal scenario.')
const tables = csvFiles(scenario).map(({ name, text }) => ({ name, content: text }))

t.test('a workbook and the CSV files of its tables open as the case that they hold', async (t) => {
  const app = await service(t)
  const workbook = zipped(await partsOfWorkbook(scenario))
  for (const files of [
    [{ name: 'ours.xlsx', content: workbook }],
    // Excel names a workbook with macros so; none of them is ever run.
    [{ name: 'ours.xlsm', content: workbook }],
    tables,
    tables.map(({ name, content }) => ({ name, content: `\uFEFF${content}` })),
  ]) {
    const page = await app.inject(opened(files))
    t.equal(page.statusCode, 200)
    // As the contract has it for the smallest case.
    t.match(page.body, 'data-line="headline.netCashable">£2,568,991<')
    t.match(page.body, '<option value="" selected>Your own case</option>')
  }
})

t.test('a file that is no case is a page that says what it is, and what would be one', async (t) => {
  const app = await service(t)
  const parts = await partsOfWorkbook(scenario)
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const of = (name: string, content: string | Buffer) => [{ name, content }]
  for (const [files, status, words] of [
    [of('a.xlsx', zipped([...parts, ['xl/media/a.png', Buffer.alloc(100_000_000)] as const])), 413, /unpacks to 96 MB/],
    [
      of('a.ods', zipped([['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'] as const])),
      400,
      /not a workbook that can be read/,
    ],
    [of('a.xls', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex')), 400, /save it as \.xlsx/],
    [of('a.png', png), 400, /a\.png/],
    [of('a.yaml', png), 400, /a\.yaml is not UTF-8 text/],
    [of('a.json', '\uFEFF'), 400, /JSON/],
    [of('a.yaml', ''), 400, /Choose a file first/],
    [of('', ''), 400, /Choose a file first/],
    [[], 400, /Send the tables as files/],
    [of('a.yaml', Buffer.alloc(20_000_000, 'a')), 413, /at most 4194304 bytes/],
    [tables.slice(1), 422, /is missing/],
    [[...tables, { name: 'a.yaml', content: 'start: 2026-04' }], 422, /no table for the file &quot;a\.yaml&quot;/],
    [of('<img src=x onerror=alert(1)>.yaml', 'start: ['), 400, /&lt;img src=x onerror=alert\(1\)&gt;\.yaml/],
  ] as [File[], number, RegExp][]) {
    const page = await app.inject(opened(files))
    const name = files.map((file) => file.name).join(' ')
    t.equal(page.statusCode, status, name)
    t.match(page.headers['content-type'], 'text/html')
    t.match(page.body, /<h1>[^<]+<\/h1>/)
    t.match(page.body, words)
    t.notMatch(page.body, /<img|urn:cashable/)
  }
})

t.test('nothing that a case says runs or stands as markup: page, chance and report', async (t) => {
  const app = await service(t)
  const evil = `"'><img src=x onerror=alert(1)></title></svg></style></option><script>alert(2)</script>&lt;b&gt;`
  const text = { title: evil, note: evil, source: evil }
  const [demand] = smallest.demand
  const [intervention] = smallest.interventions
  const own = {
    ...smallest,
    ...text,
    notes: evil,
    demand: [
      {
        ...demand,
        ...text,
        entriesPerYear: { central: 100, low: 90, high: 110, source: evil, note: evil },
        costs: [
          { ...demand?.costs[0], ...text, release: { action: evil, owner: evil } },
          { id: 'fixed', ...text, amount: 5, per: 'week', funder: 'health' },
        ],
      },
    ],
    interventions: [{ ...intervention, ...text, costs: [{ id: 'team', ...text, amount: 300000, per: 'year' }] }],
    funding: [{ id: 'grant', ...text, byYear: { '2026-27': 1000 } }],
  }
  const sent = (url: string, more: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ case: JSON.stringify(own), ...more }).toString(),
    })
  for (const [url, more] of [
    ['/', {}],
    ['/', { 'set.interventions.fgc.referrals.perMonth': evil, [`set.${evil}`]: evil }],
    ['/page/chance', {}],
    ['/page/download', { as: 'html' }],
    ['/page/download', { as: evil }],
  ] as const) {
    const page = await sent(url, more)
    t.match(page.headers['content-type'], 'text/html')
    t.match(page.body, /&lt;img src=x onerror=alert\(1\)&gt;/)
    t.notMatch(page.body, /<img|<script>|onerror=alert\(1\)>|<\/option><script/, url)
  }
  const turned = await app.inject(opened([{ name: 'a.json', content: JSON.stringify({ ...smallest, title: 'Saves \u202e0.5 a year' }) }]))
  t.equal(turned.statusCode, 422, 'a mark that would show figures the other way round')
  t.match(turned.body, /turns the direction of what follows/)
})

t.test('whoever waits for what another visitor asked first is answered where that one goes away', async (t) => {
  const ready = readCase(JSON.stringify(smallest), 'json')
  let asked = 0
  let leave = () => {}
  const crew = {
    take: async () => {
      asked += 1
      if (asked > 1) return { ranked: [], paths: ['demand.care.entriesPerYear'] }
      await new Promise<void>((resolve) => {
        leave = resolve
      })
      throw new WorkError('gone', 'Whoever asked has gone.')
    },
  }
  const limits = { operations: 1e9, totalOperations: 1e9, draws: 1e6 }
  const here = { crew, limits, model: {} } as unknown as Service
  const visitor = (destroyed: boolean) => ({ raw: { once: () => {}, destroyed } }) as unknown as FastifyReply
  const orders = new Orders()
  const gone = orders.rows(here, visitor(true), ready)
  const waiting = orders.rows(here, visitor(false), ready)
  leave()
  await t.rejects(gone, { name: 'WorkError' })
  t.same(
    (await waiting).others.map(({ path }) => path),
    ['demand.care.entriesPerYear'],
  )
  t.equal(asked, 2)
})

t.test('a case that opens can be sent again with its form; one that is too large for that is told so when it is opened', async (t) => {
  const app = await service(t)
  // Every quotation mark takes six bytes of a form: a backslash before it and three letters for each of the two.
  const withNotes = (count: number) => JSON.stringify({ ...smallest, notes: '"\n'.repeat(count) })
  const kept = (body: string) =>
    (/<input type="hidden" name="case" value="([^"]*)">/.exec(body)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const notes = await app.inject(opened([{ name: 'a.json', content: withNotes(4000) }]))
  t.equal(notes.statusCode, 200)
  const again = new URLSearchParams({ case: kept(notes.body), 'set.demand.care.growth': '0.01' }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  t.equal((await app.inject({ method: 'POST', url: '/', headers, payload: again })).statusCode, 200)
  const sources = {
    ...smallest,
    demand: smallest.demand,
    interventions: Array.from({ length: 20 }, (_, place) => ({
      id: `i${place}`,
      costs: Array.from({ length: 30 }, (_, line) => ({ id: `c${line}`, amount: 1, per: 'year', source: '"'.repeat(2000) })),
    })),
  }
  const large = await app.inject(opened([{ name: 'a.json', content: JSON.stringify(sources) }]))
  t.equal(large.statusCode, 413)
  t.match(large.body, /too large for the page, which carries it with its form: it takes [\d,]+ bytes, and the page carries 3,245,728/)
})

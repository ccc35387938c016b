import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { service, smallest } from '../http/service.ts'

/*
 * Texts of a case that mean something to the format that an answer leaves in, read back with the readers of another language: what was a text is
 * the same text, and nothing else has come of it.
 */

const reader = fileURLToPath(new URL('./escaping.py', import.meta.url))
const skip = spawnSync('python3', ['--version']).status === 0 ? false : 'there is no python3 here to read the answers with'

/** Every text of an answer, as Python reads it. */
function textsIn(format: 'csv' | 'xml' | 'xlsx' | 'html', payload: Buffer): string[] {
  return JSON.parse(execFileSync('python3', [reader, format], { input: payload, maxBuffer: 100_000_000 }).toString())
}

/** Whether a spreadsheet would run a cell of a CSV: it starts like a formula, and is no number. */
const isRun = (cell: string) => /^([=@\t\r]|[+-](?![0-9.]+$))/.test(cell)

t.setTimeout(0)

const evil = [
  "=cmd|'/c calc'!A0",
  '@SUM(1+1)*cmd',
  '+1+cmd',
  '-1+cmd',
  '\t=1+1',
  '\r=1+1',
  '=HYPERLINK("http://evil.example","x")',
  ']]><script>alert(1)</script>',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '&lt;&amp;&#0;&x;',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '\u202egpj.exe\u202c',
  'a "quoted", text\r\nof two lines',
  '😀 é ｆ',
  '_x0041_ and _x000D_',
  '{{constructor}} %s',
]

/** The smallest case with a text wherever it takes one. */
function saying(text: string): string {
  const copy = structuredClone(smallest) as unknown as Record<string, unknown>
  const [demand] = copy.demand as Record<string, unknown>[]
  const [intervention] = copy.interventions as Record<string, unknown>[]
  const [line] = (demand as { costs: Record<string, unknown>[] }).costs
  const told = { note: text, source: text }
  Object.assign(copy, { title: text, notes: text, funding: [{ id: 'grant', title: text, byYear: { '2026-27': 1 }, ...told }] })
  Object.assign(demand as object, { title: text, ...told })
  Object.assign(intervention as object, { title: text, ...told })
  Object.assign(line as object, { title: text, release: { action: text, owner: text }, ...told })
  // A release without notice in an empty place, and a date far away, for warnings that quote a title.
  Object.assign(intervention as object, { savings: [{ id: 'late', title: text, amount: 1, per: 'once', month: '2099-01' }] })
  return JSON.stringify(copy)
}

t.test('a text of a case comes out of a workbook, a CSV and an XML as the text it was, and as nothing else', { skip }, async (t) => {
  const app = await service(t)
  const post = (payload: string, format: string) =>
    app.inject({ method: 'POST', url: `/v1/appraise?format=${format}`, headers: { 'content-type': 'application/json' }, payload })
  const [plainBook, plainXml] = [await post(saying('plain'), 'xlsx'), await post(saying('plain'), 'xml')]
  const formulas = (payload: Buffer) => textsIn('xlsx', payload).filter((text) => text.startsWith('<f>'))
  const usual = formulas(plainBook.rawPayload)
  const elements = textsIn('xml', plainXml.rawPayload).length
  t.ok(
    textsIn('xlsx', plainBook.rawPayload).some((text) => text.includes('plain')),
    'the book holds the texts of the case',
  )
  for (const text of evil) {
    const book = await post(saying(text), 'xlsx')
    if (book.statusCode !== 200) {
      t.match(book.json(), { code: 'not-a-case' }, `${JSON.stringify(text)} is refused`)
      continue
    }
    const inBook = textsIn('xlsx', book.rawPayload)
    t.same(formulas(book.rawPayload), usual, `the formulas of a book that says ${JSON.stringify(text)}`)
    // A workbook writes a carriage return as _x000D_ (ECMA-376, ST_Xstring).
    const spaced = (given: string) => given.replaceAll(/(\s|_x000D_)+/g, ' ').trim()
    t.ok(
      inBook.some((each) => spaced(each).includes(spaced(text))),
      `${JSON.stringify(text)} is in the book`,
    )
    const xml = textsIn('xml', (await post(saying(text), 'xml')).rawPayload)
    t.equal(xml.length, elements, 'an XML of the same elements')
    t.same(textsIn('csv', (await post(saying(text), 'csv')).rawPayload).filter(isRun), [], 'a CSV without a formula')
  }
})

t.test('what an address says comes back escaped', { skip }, async (t) => {
  const app = await service(t)
  for (const text of evil) {
    const said = encodeURIComponent(text)
    const query = `onError=text&${said}=1`
    const [csv, xml] = [
      await app.inject(`/v1/scenarios/minimal/appraise.csv?${query}`),
      await app.inject(`/v1/scenarios/minimal/appraise.xml?${query}`),
    ]
    const cells = textsIn('csv', csv.rawPayload)
    t.equal(cells.length, 1)
    t.match(cells[0], /^#ERROR /)
    t.match(textsIn('xml', xml.rawPayload).join(' '), '#ERROR ')
    const problem = await app.inject(`/v1/scenarios/minimal/appraise.json?${said}=1`)
    t.match(problem.headers['content-type'], /^application\/problem\+json/)
    const payload = `id,care.place.amount\r\n"${text.replaceAll('"', '""')}",1\r\n`
    const batch = await app.inject({ method: 'POST', url: '/v1/batch?scenario=minimal', headers: { 'content-type': 'text/csv' }, payload })
    const read = textsIn('csv', batch.rawPayload)
    const id = read[read.indexOf('error') + 2] ?? ''
    t.same(read.filter(isRun), [])
    t.ok(id.endsWith(text), `the id ${JSON.stringify(text)} comes back as ${JSON.stringify(id)}`)
  }
})

t.test('the page for spreadsheets quotes no host that is none', { skip }, async (t) => {
  const app = await service(t)
  for (const host of ['"><script>alert(1)</script>', 'evil.example/"onload="x', "x'><b>", 'a b']) {
    const page = await app.inject({ url: '/docs/spreadsheets', headers: { host } })
    const marks = textsIn('html', page.rawPayload)
    t.notOk(
      marks.some((mark) => /alert\(1\)|onload=x|^<script>$/.test(mark)),
      host,
    )
  }
})

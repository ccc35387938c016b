import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { service } from '../http/service.ts'
import { noOffice } from '../libreoffice/start.ts'
import { calculated } from './libreoffice.ts'

t.setTimeout(300_000)

/** The guide as a reader gets it, and the pieces in it that are to be copied. */
async function guide(t: { teardown: (work: () => unknown) => void }) {
  const app = await service(t)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const response = await fetch(`${address}/docs/spreadsheets`)
  const html = await response.text()
  const pieces = [...html.matchAll(/<pre(?<attributes>[^>]*)>(?<text>[^<]*)<\/pre>/g)].map(({ groups }) => ({
    attributes: groups?.attributes ?? '',
    text: plain(groups?.text ?? ''),
  }))
  const named = (id: string) => pieces.find(({ attributes }) => attributes.includes(`id="${id}"`))?.text ?? ''
  return { app, address, response, html, pieces, named }
}

const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

t.test('the guide is a page that needs nothing else', async (t) => {
  const { response, html, address } = await guide(t)
  t.equal(response.status, 200)
  t.equal(response.headers.get('content-type'), 'text/html; charset=utf-8')
  t.match(response.headers.get('content-security-policy'), "default-src 'none'")
  t.notMatch(html, /<script|<link|<img|@import|url\(|src=/)
  t.notMatch(html, /\{\{/)
  t.match(html, address)
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) t.ok(ids.has(id), `#${id}`)
  for (const part of html.split('<h2').slice(2, -1)) t.match(part, /class="(un)?tried"/, `${part.slice(0, 40)} says whether it is tried`)
})

t.test('a host that is not one does not get into the page', async (t) => {
  const app = await service(t)
  for (const host of ['"><script>', 'a b', 'x/../y']) {
    const { body } = await app.inject({ url: '/docs/spreadsheets', headers: { host } })
    t.notMatch(body, '<script>')
    t.match(body, 'http://127.0.0.1:8080/v1/')
  }
  t.match((await app.inject({ url: '/docs/spreadsheets', headers: { host: '[::1]:9000' } })).body, 'http://[::1]:9000/v1/')
})

t.test('the call with fifteen assumptions works, fits, and each of them counts', async (t) => {
  const { app, address, named, html } = await guide(t)
  const url = named('fifteen')
  const overrides = url.split('&').filter((part) => part.startsWith('s.'))
  t.equal(overrides.length, 15)
  t.ok(url.length < 2048)
  t.match(html, `has ${url.length} of the 2,048 characters`)
  const text = (await app.inject(url.slice(address.length))).body
  t.match(text, /^-?[0-9]+\.[0-9]{2}$/)
  const caseOf = async (some: readonly string[]) =>
    (await app.inject(`/v1/scenarios/la5-package/appraise.json?${some.join('&')}`)).json().caseHash
  const whole = await caseOf(overrides)
  for (const override of overrides)
    t.not(await caseOf(overrides.filter((each) => each !== override)), whole, `${override} changes the case`)
})

t.test('the formulas for LibreOffice run in LibreOffice', { skip: noOffice }, async (t) => {
  const { app, pieces } = await guide(t)
  const formulas = pieces.filter(({ attributes }) => attributes.includes('class="libreoffice"'))
  t.equal(formulas.length, 4)
  const inFile = formulas.map(({ text, attributes }) => text.replace('&B2', `&${/data-b2="(\d+)"/.exec(attributes)?.[1] ?? ''}`))
  const cells = await calculated(inFile)
  const { headline, years } = (await app.inject('/v1/scenarios/minimal/appraise.json?numbers=json')).json()
  const slower = (await app.inject('/v1/scenarios/minimal/appraise.json?numbers=json&s.fgc.warmUp.months=12')).json()
  t.same(
    cells.slice(0, 3).map(({ value }) => value),
    [headline.netCashable, slower.headline.netCashable, years[1].cash.cashable],
  )
  t.match(cells[3]?.text, /^#ERROR years: 99 is above/)
})

t.test('the Office Script is sound TypeScript and writes the answer into the sheet', async (t) => {
  const { app, named } = await guide(t)
  const script = named('office-script')
  t.same(complaintsOf(t, script), [])
  const written = await runScript(script)
  const { headline, years } = (await app.inject('/v1/scenarios/minimal/appraise.json?numbers=json&s.fgc.warmUp.months=12')).json()
  t.same(written['A1:B2'], [
    ['Net cashable', headline.netCashable],
    ['Paid back', headline.paybackMonth],
  ])
  t.same(
    written['A5+4,3'],
    years.map(({ year, cash }: { year: string; cash: Record<string, number> }) => [year, cash.cashable, cash.cost, cash.net]),
  )
  const failed = await runScript(script.replace('warmUp.months=12', 'warmUp.months=1200'))
  t.match(failed.A1, /^#ERROR interventions\.fgc\.warmUp\.months: 1200 is above 60/)
  t.notOk(failed['A1:B2'])
})

/** What the TypeScript compiler has against a script, with as much of Excel's types as it uses. */
function complaintsOf(t: { teardown: (work: () => unknown) => void }, script: string): string[] {
  const excel = `declare namespace ExcelScript {
  type Value = string | number | boolean
  interface Range { setValue(value: Value): void; setValues(values: Value[][]): void; getResizedRange(rows: number, columns: number): Range }
  interface Worksheet { getRange(address: string): Range }
  interface Workbook { getWorksheet(name: string): Worksheet | undefined; addWorksheet(name: string): Worksheet }
}
`
  const folder = mkdtempSync(join(tmpdir(), 'script-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const modules = new URL('../../node_modules', import.meta.url).pathname
  writeFileSync(join(folder, 'excel.d.ts'), excel)
  writeFileSync(join(folder, 'script.ts'), script)
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--pretty', 'false']
  const { stdout, status } = spawnSync(process.execPath, [join(modules, 'typescript/bin/tsc'), ...options, 'excel.d.ts', 'script.ts'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return status === 0 ? [] : stdout.trim().split('\n')
}

/** Runs a script with a stand-in for the workbook, and gives what it writes by address. */
async function runScript(script: string): Promise<Record<string, unknown>> {
  const written: Record<string, unknown> = {}
  const range = (address: string) => ({
    setValue: (value: unknown) => void Object.assign(written, { [address]: value }),
    setValues: (values: unknown) => void Object.assign(written, { [address]: values }),
    getResizedRange: (rows: number, columns: number) => range(`${address}+${rows},${columns}`),
  })
  const sheet = { getRange: range }
  const body = `${stripTypeScriptTypes(script)}\nreturn main`
  const main = new Function(body)() as (workbook: unknown) => Promise<void>
  await main({ getWorksheet: () => undefined, addWorksheet: () => sheet })
  return written
}

t.test('the rows of the batch are answered', async (t) => {
  const { address, named } = await guide(t)
  const answer = await fetch(`${address}/v1/batch`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: named('batch-rows') })
  const rows = parse(await answer.text(), { columns: true }) as Record<string, string>[]
  t.same(
    rows.map(({ id, error }) => [id, error]),
    [
      ['slow', ''],
      ['dear', ''],
    ],
  )
})

t.test('the body that the M code posts is a case, and the CSV it builds is a batch', async (t) => {
  const { app, pieces } = await guide(t)
  const code = pieces.map(({ text }) => text).filter((text) => text.startsWith('let\n'))
  t.equal(code.length, 3)
  // The record of M, read as the JSON that Json.FromValue makes of it.
  const record = /Case = (\[[\s\S]*?\n {4}\]),/.exec(code[1] ?? '')?.[1] ?? ''
  const swapped = record.replace(/[[\]{}]/g, (mark) => ({ '[': '{', ']': '}', '{': '[', '}': ']' })[mark] ?? mark)
  const body = JSON.parse(swapped.replace(/(\w+) = /g, '"$1": '))
  const headers = { 'content-type': 'application/json' }
  const answer = await app.inject({ method: 'POST', url: '/v1/appraise?format=json&numbers=json', headers, payload: JSON.stringify(body) })
  t.equal(answer.json().headline.netCashable, 2568991.44)
  const everyCell = await app.inject({
    method: 'POST',
    url: '/v1/batch',
    headers: { 'content-type': 'text/csv' },
    payload: '"id","scenario","fgc.warmUp.months"\r\n"a","minimal","12"\r\n"b","minimal",""',
  })
  t.match(everyCell.body, /\r\n1,a,minimal,[^\r]*,\r\n2,b,minimal,[^\r]*,\r\n$/)
  for (const text of code) {
    const marks = [...text.replace(/"(?:[^"]|"")*"/g, '""')]
    for (const [open, close] of ['()', '[]', '{}'] as const)
      t.equal(marks.filter((mark) => mark === open).length, marks.filter((mark) => mark === close).length, `${open}${close}`)
  }
})

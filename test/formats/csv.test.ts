import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { answerColumns, answerCsv, csvHeadings, csvRows } from '../../src/formats/csv.ts'
import { csvText } from '../../src/formats/csv-text.ts'

const cases = join(import.meta.dirname, '../cases')
const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }
const methods = new WrittenMethods()
const answerOf = (given: unknown) => appraise(completeCase(given), { model, methods })

/** Reads CSV as strictly as RFC 4180 allows: CRLF after every row, quotes only around a whole cell and doubled inside, as many cells in each row. */
function strictly(text: string): string[][] {
  if (!text.endsWith('\r\n')) throw new Error('the last row does not end')
  const rows: string[][] = [[]]
  let rest = text
  while (rest !== '') {
    const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)
    if (!found) throw new Error(`not a cell: ${rest.slice(0, 40)}`)
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    rest = rest.slice(found[0].length)
    if (found[3] === '\r\n' && rest !== '') rows.push([])
  }
  const [first] = rows
  if (rows.some((row) => row.length !== first?.length)) throw new Error('rows of different lengths')
  return rows
}

type Row = Record<(typeof answerColumns)[number], string>
function records(text: string): Row[] {
  const [headings = [], ...rows] = strictly(text)
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])) as Row)
}

/** Pence of a money text of any number of places up to two, exactly. */
function pence(money: string): bigint {
  const [whole = '', part = ''] = money.split('.')
  return BigInt(whole + part.padEnd(2, '0'))
}
const plainNumber = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/

t.test('the figures are those of the independent implementation, and tables cast to the headline', async (t) => {
  for (const file of readdirSync(cases).filter((name) => name.endsWith('.json'))) {
    const { case: given, expected } = JSON.parse(readFileSync(join(cases, file), 'utf8')) as {
      case: unknown
      expected: {
        headline: Record<string, string>
        years: { year: string; cash: Record<string, string>; position: Record<string, string> }[]
      }
    }
    const rows = records(answerCsv(answerOf(given)))
    const value = (section: string, line: string, year = '') =>
      rows.find((row) => row.section === section && row.line === line && row.year === year)?.value
    const wrong: string[] = []
    const hold = (section: string, line: string, money: string, year?: string) => {
      if (pence(value(section, line, year) ?? '') !== pence(money)) wrong.push(`${section} ${line} ${year}: not ${money}`)
    }
    for (const line of ['grossAvoided', 'cashable', 'cost', 'costAllFunders', 'grants', 'netAvoided', 'netCashable'] as const) {
      hold('headline', line, expected.headline[line] ?? '')
    }
    for (const { year, cash, position } of expected.years) {
      for (const [line, money] of Object.entries(cash)) hold('cash', line, money, year)
      for (const [line, money] of Object.entries(position)) hold('position', line, money, year)
    }
    t.same(wrong, [], file)
    const sum = (line: string) =>
      rows.filter((row) => row.section === 'cash' && row.line === line).reduce((total, row) => total + pence(row.value), 0n)
    const casts = { grossAvoided: 'grossAvoided', cashable: 'cashable', cost: 'cost', grants: 'grants', net: 'netCashable' }
    for (const [line, total] of Object.entries(casts)) t.equal(sum(line), pence(value('headline', total) ?? ''), `${file} sum of ${line}`)
    const rungs = ['partners', 'unplanned', 'fixed', 'notYetReleased', 'backfilled', 'absorbed', 'cashable']
    t.equal(
      rungs.reduce((total, rung) => total + sum(rung), 0n),
      sum('grossAvoided'),
      `${file} rungs`,
    )
  }
})

t.test('every number is plain, every row is told apart from the others, and nothing stands before the headings', async (t) => {
  const { case: given } = JSON.parse(readFileSync(join(cases, '00.json'), 'utf8')) as { case: unknown }
  const text = answerCsv(answerOf(given))
  t.ok(text.startsWith(`${answerColumns.join(',')}\r\n`))
  const rows = records(text)
  const ids = rows
    .filter(({ section }) => section !== 'warnings')
    .map(({ section, owner, line, year }) => `${section} ${owner}.${line}@${year}`)
  t.equal(new Set(ids).size, ids.length)
  for (const { section, line, unit, value } of rows) {
    if (/^(pounds|children|families|places|ratio|factor)/.test(unit) && value !== '') t.match(value, plainNumber, `${section} ${line}`)
  }
  t.ok(
    rows.some(({ value }) => value.startsWith('-')),
    'a negative number has no apostrophe',
  )
})

t.test('text that a spreadsheet would run stays text', async (t) => {
  const title = '=HYPERLINK("http://x","y"),\r\nsecond line'
  const given = {
    title,
    start: '2026-04',
    years: 1,
    interventions: ['+1+1', '-2', '@SUM(A1)', '\ttab', '\rreturn', '=1'].map((each, at) => ({ id: `i${at}`, title: each })),
  }
  const titles = records(answerCsv(answerOf(given))).filter(({ line }) => line === 'title')
  t.same(
    titles.map(({ value }) => value),
    [`'${title}`, "'+1+1", "'-2", "'@SUM(A1)", "'\ttab", "'\rreturn", "'=1"],
  )
})

t.test('cells', async (t) => {
  t.equal(csvText([[{ text: 'a' }, { number: '-500.00' }, undefined]]), 'a,-500.00,\r\n')
  t.equal(csvText([[{ text: 'a "b", c' }], [{ text: 'x\ny' }]]), '"a ""b"", c"\r\n"x\ny"\r\n')
  t.equal(csvText([[{ text: '-500.00' }]]), "'-500.00\r\n", 'a text that looks like a number is still a text')
})

t.test('several answers share one heading and are told apart by the first columns', async (t) => {
  const answer = answerOf({ start: '2026-04', years: 1 })
  const rows = strictly(csvHeadings(['file']) + csvRows(answer, ['a.yaml']) + csvRows(answer, ['=b.yaml']))
  t.same(rows[0], ['file', ...answerColumns])
  t.same(new Set(rows.slice(1).map(([file]) => file)), new Set(['a.yaml', "'=b.yaml"]))
})

t.test(
  'another reader of CSV reads the same',
  { skip: spawnSync('python3', ['--version']).status === 0 ? false : 'there is no python3' },
  async (t) => {
    const { case: given } = JSON.parse(readFileSync(join(cases, '00.json'), 'utf8')) as { case: Record<string, unknown> }
    const text = answerCsv(answerOf({ ...given, title: 'a "quoted", title\nin two lines' }))
    const python =
      'import csv, io, json, sys; print(json.dumps(list(csv.reader(io.TextIOWrapper(sys.stdin.buffer, "utf-8", newline=""), strict=True))))'
    const { stdout } = spawnSync('python3', ['-c', python], { input: text, encoding: 'utf8' })
    t.same(JSON.parse(stdout), strictly(text))
  },
)

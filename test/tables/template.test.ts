import t from 'tap'
import { help } from '../../src/tables/columns.ts'
import { exampleCase } from '../../src/tables/example-case.ts'
import { besideFields, exampleOf } from '../../src/tables/examples.ts'
import { plainWords } from '../../src/tables/plain-words.ts'
import { readWorkbook } from '../../src/tables/read-workbook.ts'
import { caseFields, tables } from '../../src/tables/tables.ts'
import { titleOf } from '../../src/tables/titles.ts'
import { blankTables, scenarioInTables } from '../../src/tables/to-tables.ts'
import { tablesWorkbook } from '../../src/tables/write-xlsx.ts'
import { answer } from '../cases-for-tests.ts'
import { caseOfCsv, caseOfSheets, csvFiles, hashOfCase, hashOfTables, variantHashes } from './tables-for-tests.ts'

/* What a person reads on the sheets of the template: titles, help and examples, none of which can be taken for a value. */

t.test('the example case is legal, has an answer, and is the same case in every form', async (t) => {
  t.ok(answer(exampleCase.case).checks.length > 0)
  t.equal(variantHashes(exampleCase).length, 1)
  const hash = hashOfCase(exampleCase.case)
  t.equal(hashOfTables(caseOfCsv(csvFiles(exampleCase))), hash)
  t.equal(hashOfTables(caseOfSheets(await readWorkbook(await tablesWorkbook(scenarioInTables(exampleCase))))), hash)
})

t.test('every column has an example and a title, and none can be taken for the name of a column', async (t) => {
  const without = tables
    .filter(({ kind }) => kind !== 'fields')
    .flatMap((table) => table.columns.flatMap(({ header }, at) => (exampleOf(table, at) === undefined ? [`${table.name}.${header}`] : [])))
  t.same(without, [])
  t.same(
    besideFields.filter(({ example }) => example === undefined),
    [],
  )
  for (const { name, columns } of tables) {
    const headers = columns.map(({ header }) => header)
    const titles = headers.map((header) => titleOf(name, header))
    t.equal(new Set(titles).size, titles.length, `${name}: ${titles}`)
    t.notOk(
      titles.some((title) => headers.includes(title)),
      `${name}: the reader would look for its rows below the titles`,
    )
    for (const title of titles) t.match(title, /^[A-Z][^.]*$/, title)
  }
  for (const { header } of caseFields) t.match(titleOf('Case', header), /^[A-Z]/)
  t.equal(titleOf('Demand', 'newThing.perMonth'), 'New thing: per month', 'a column that nobody has named yet')
})

t.test('help speaks of blank cells, and of no objects, absences or limits that nobody reaches', async (t) => {
  for (const { name, columns } of tables)
    for (const column of columns) t.notMatch(help(column), /absent|object|undefined|1000000000|YYYY|`/, `${name}.${column.header}`)
  for (const column of caseFields) t.notMatch(help(column), /absent|object|1000000000|YYYY|`/, column.header)
  t.equal(
    plainWords('with per once: when; `from` or the start where absent (YYYY-MM)'),
    'with per once: when; if left blank, from or the start (a month such as 2026-04)',
  )
  t.equal(plainWords('months; the window where absent, or 0 with a fade'), 'months; if left blank, the window, or 0 with a fade')
  t.equal(plainWords('unit cost (pounds; 0 to 1000000000)'), 'unit cost (pounds; 0 or more)')
})

t.test('the empty template holds no value: its examples and titles are not read back', async (t) => {
  const { value, odd } = caseOfSheets(await readWorkbook(await tablesWorkbook(blankTables())))
  t.same(value, {})
  t.same(odd, [])
})

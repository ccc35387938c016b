import t from 'tap'
import { readScenario } from '../../src/case/scenario.ts'
import type { CsvFile } from '../../src/tables/csv-set.ts'
import { csvText } from '../../src/tables/csv-set.ts'
import { smallest } from '../cli/cashable.ts'
import { caseOfCsv, csvFiles, hashOfCase, hashOfTables, refusalOf } from './tables-for-tests.ts'

/* A case as CSV files: what a text editor or a spreadsheet may do to them, and errors that name file, line and column. */

const scenario = readScenario(smallest, 'yaml')
const files = csvFiles(scenario)
const hash = hashOfCase(scenario.case)
const changed = (name: string, change: (text: string) => string): CsvFile[] =>
  files.map((file) => {
    if (file.name !== `${name}.csv`) return file
    const text = change(file.text)
    if (text === file.text) throw new Error(`Nothing was changed in ${name}.`)
    return { ...file, text }
  })
const refused = (set: readonly CsvFile[]) => refusalOf(() => hashOfTables(caseOfCsv(set)))

t.test('a file is a header and rows, as RFC 4180 has it', async (t) => {
  const demand = files.find(({ name }) => name === 'demand.csv')?.text
  t.equal(
    demand,
    'id,title,entriesPerYear,population,entriesPer10000,growth,opening,backfill,stay.kind,stay.meanMonths,stay.months,budget.basis,source,note\r\ncare,,100,,,,,,geometric,24,,,,\r\n',
  )
})

t.test('what a spreadsheet may do to a file changes nothing', async (t) => {
  const harmless: Record<string, (text: string) => string> = {
    'line feeds alone': (text) => text.replaceAll('\r\n', '\n'),
    'line ends of both kinds': (text) => text.replace('\r\n', '\n'),
    'a byte order mark': (text) => `\uFEFF${text}`,
    'quotation marks around everything': (text) => text.replace(/[^,\r\n]+/g, '"$&"'),
    'blank lines at the end': (text) => `${text}\r\n,,,\r\n   ,\r\n`,
    'no line end at the end': (text) => text.trimEnd(),
    'columns in another order': (text) =>
      text
        .split('\r\n')
        .map((line) => line.split(',').reverse().join(','))
        .join('\r\n'),
  }
  for (const [name, change] of Object.entries(harmless)) t.equal(hashOfTables(caseOfCsv(changed('demand', change))), hash, name)
})

t.test('TRUE as a spreadsheet writes it is true', async (t) => {
  const included = changed('interventions', (text) => text.replace('fgc,,,,,', 'fgc,,,,TRUE,'))
  t.equal(hashOfTables(caseOfCsv(included)), hash)
})

t.test('errors name the file, the line and the column', async (t) => {
  const wrong: [name: string, set: CsvFile[], problem: object][] = [
    [
      'a pound sign',
      changed('costs', (text) => text.replace('1500', '"£1,500"')),
      { file: 'costs.csv', line: 2, column: 4, cell: 'D2', message: /currency/ },
    ],
    [
      'a percentage',
      changed('effects', (text) => text.replace('0.448', '44.8%')),
      { file: 'effects.csv', line: 2, message: /Write 44.8% as 0.448/ },
    ],
    [
      'a month as Excel shows it',
      changed('case', (text) => text.replace('2026-04', 'Apr-26')),
      { file: 'case.csv', line: 5, column: 2, got: '"Apr-26"' },
    ],
    [
      'words for a count',
      changed('case', (text) => text.replace('years,5', 'years,five')),
      { file: 'case.csv', message: /whole number/, got: '"five"' },
    ],
    [
      'a comma too many',
      changed('demand', (text) => `${text.trimEnd()},more`),
      { file: 'demand.csv', line: 2, column: 15, message: /comma too many/ },
    ],
    [
      'a misspelt column',
      changed('demand', (text) => text.replace('opening', 'openning')),
      { file: 'demand.csv', line: 1, column: 7, message: /Did you mean opening/ },
    ],
    [
      'two columns of one name',
      changed('demand', (text) => text.replace('opening', 'growth')),
      { file: 'demand.csv', line: 1, column: 7, message: /two columns growth/ },
    ],
    [
      'a column that is required',
      changed('demand', (text) => text.replace('stay.kind', '')),
      { file: 'demand.csv', line: 1, message: /column stay.kind is missing/ },
    ],
  ]
  for (const [name, set, problem] of wrong) t.match((await refused(set)).problems[0], problem, name)
  const twice = await refused(changed('case', (text) => `${text}years,6\r\n`))
  t.match(twice.problems, [{ file: 'case.csv', line: 18, message: /stands here twice/ }])
})

t.test('a row after one with lines of its own keeps its line', async (t) => {
  const set = changed(
    'demand',
    (text) => `${text}plans,"a title\r\nof two lines",1,,,,,,geometric,24,,,,\r\nthird,,x,,,,,,geometric,24,,,,\r\n`,
  )
  t.match(
    (await refused(set)).problems,
    [
      { file: 'demand.csv', line: 3 },
      { file: 'demand.csv', line: 5, column: 3, cell: 'C4', got: '"x"' },
    ].slice(1),
  )
})

t.test('a file that is not CSV with commas', async (t) => {
  const wrong: [name: string, set: CsvFile[], message: RegExp][] = [
    ['semicolons', changed('demand', (text) => text.replaceAll(',', ';')), /separated by semicolons/],
    ['tabs', changed('demand', (text) => text.replaceAll(',', '\t')), /separated by tabs/],
    ['a quotation mark that is not closed', changed('demand', (text) => `${text}"plans,`), /never closed/],
    ['something after a quotation mark', changed('demand', (text) => `${text}"plans"x,`), /closing quotation mark/],
    ['more rows than a table may have', changed('demand', (text) => `${text}${'\n'.repeat(20_001)}`), /more than 20000 rows/],
    ['a quotation mark inside', changed('demand', (text) => `${text}pl"ans,`), /does not start with one/],
  ]
  for (const [name, set, message] of wrong) {
    const error = await refused(set)
    t.equal(error.code, 'not-csv', name)
    t.match(error.problems, [{ file: 'demand.csv', message }], name)
  }
  const error = await refusalOf(() => csvText(Buffer.from('id,title\ncare,\xa31', 'latin1'), 'demand.csv'))
  t.match(error.problems, [{ file: 'demand.csv', line: 2, message: /save it as CSV UTF-8/ }])
})

t.test('series, ranges, notes and the values of variants say what is wrong with their paths', async (t) => {
  const add = (name: string, ...rows: string[]) => changed(name, (text) => `${text}${rows.join('\r\n')}\r\n`)
  const wrong: [name: string, set: CsvFile[], message: RegExp][] = [
    ['a path that is near', add('ranges', 'demand.care.costs.place.amont,1,2,,,'), /Did you mean demand\.care\.costs\.place\.amount/],
    ['a range of a word', add('ranges', 'demand.care.costs.place.per,1,2,,,'), /not a number that can have a range/],
    ['a range twice', add('ranges', 'demand.care.growth,-0.1,0.1,,,', 'demand.care.growth,-0.2,0.1,,,'), /stands here twice/],
    [
      'a gap in a list',
      add('series', 'demand.care.budget.places,1,5', 'demand.care.budget.places,3,5'),
      /Number 2 of demand\.care\.budget\.places is missing/,
    ],
    ['a list from nought', add('series', 'demand.care.budget.places,0,5'), /1 for the first/],
    ['a year twice', add('series', 'prices.inflation,2026-27,0.1', 'prices.inflation,2026-27,0.2'), /given twice/],
    ['a series of one value', add('series', 'demand.care.growth,1,0.1'), /not a list of values/],
    ['a note on a number', add('notes', 'demand.care.growth,s,n'), /no source and note of its own/],
    ['a note without a path', add('notes', ',s,n'), /which value/],
    ['a value of no variant', add('variant-values', 'other,years,6'), /no variant "other"/],
    [
      'JSON that is none',
      [...add('variants', 'v,,,,')].map((file) =>
        file.name === 'variant-values.csv' ? { ...file, text: `${file.text}v,demand.care.growth,"{central: 1}"\r\n` } : file,
      ),
      /key in double quotes/,
    ],
  ]
  for (const [name, set, message] of wrong) t.match((await refused(set)).message, message, name)
  const range = await refused(add('ranges', 'demand.care.costs.place.amount,1600,1700,,,'))
  t.match(range.problems, [{ path: /^demand\.care\.costs\.place\.amount/, message: /central|low/ }])
  const without = await refused(add('ranges', 'demand.care.growth,-0.1,0.1,,,'))
  t.match(without.problems, [{ message: /no central/ }], 'a range of a value that is not given')
})

t.test('an id that is not legal is told at its own cell, before the rows that name it', async (t) => {
  const wrong = await refused(changed('demand', (text) => text.replace('\r\ncare,', '\r\nCare kids,')))
  t.match(wrong.problems, [
    { file: 'demand.csv', line: 2, column: 1, cell: 'A2', got: '"Care kids"', message: /is not an id: .* Did you mean care-kids\?/ },
    { file: 'costs.csv', line: 2, column: 1, message: /no demand "care" .* None of them has a legal id/ },
  ])
  t.equal(wrong.problems.length, 2)
  const everywhere = ['demand', 'costs', 'effects'].reduce(
    (set, name) =>
      set.map((file) => (file.name === `${name}.csv` ? { ...file, text: file.text.replaceAll(/(^|,)care,/gm, '$1Care,') } : file)),
    files,
  )
  t.match((await refused(everywhere)).problems[0], { file: 'demand.csv', line: 2, cell: 'A2', message: /is not an id/ })
})

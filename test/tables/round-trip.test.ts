import t from 'tap'
import { assembledScenario } from '../../src/case/scenario.ts'
import type { Case } from '../../src/case/schema.ts'
import { readWorkbook } from '../../src/tables/read-workbook.ts'
import { scenarioInTables } from '../../src/tables/to-tables.ts'
import { tablesWorkbook } from '../../src/tables/write-xlsx.ts'
import { caseOfCsv, caseOfSheets, csvFiles, hashOfCase, hashOfTables, libraryScenarios, variantHashes } from './tables-for-tests.ts'

/*
 * One case is one case, however it is written: what the tables say is what the YAML said, to the last digit and the last note.
 */

t.test('every scenario of the library is the same case in a workbook, in CSV files and in YAML, and so are its variants', async (t) => {
  const library = libraryScenarios()
  t.ok(library.size >= 18)
  for (const [name, scenario] of library) {
    const hash = hashOfCase(scenario.case)
    const fromCsv = caseOfCsv(csvFiles(scenario))
    t.equal(hashOfTables(fromCsv), hash, `${name} through CSV`)
    t.same(variantHashes(assembledScenario(fromCsv)), variantHashes(scenario), `${name}: variants through CSV`)
    const bytes = await tablesWorkbook(scenarioInTables(scenario))
    const fromWorkbook = caseOfSheets(await readWorkbook(bytes))
    t.equal(hashOfTables(fromWorkbook), hash, `${name} through a workbook`)
    t.same(variantHashes(assembledScenario(fromWorkbook)), variantHashes(scenario), `${name}: variants through a workbook`)
    const { id, title, description } = assembledScenario(fromWorkbook)
    t.same({ id, title, description }, { id: scenario.id, title: scenario.title, description: scenario.description }, name)
  }
})

/** What the library has nowhere, each in a case that is legal. */
const unusual: Record<string, Case> = {
  'rates and entries by year, a profile, places': {
    start: '2026-04',
    years: 3,
    prices: {
      inflation: { '2026-27': 0.02, '2027-28': { central: '0.03', low: '0.01', high: '0.05' } },
      deflators: { '2026-27': '101.5' },
      note: 'ours',
    },
    demand: [
      {
        id: 'care',
        entriesByYear: ['10', { central: '12', low: '9', high: '15', shape: 'triangular', source: 's', note: 'n' }, '0.5'],
        stay: { kind: 'fixed', months: 6, source: 'the stay', note: 'its note' },
        budget: { basis: 'places', places: ['3', '2.5'] },
        costs: [{ id: 'place', amount: '1500.10', per: 'week', release: { action: 'a', owner: 'b', source: 'why', note: 'because' } }],
      },
    ],
    interventions: [
      {
        id: 'fft',
        warmUp: { curve: 'custom', profile: ['0.1', '0.9'] },
        savings: [{ id: 'agency', amount: 1, per: 'year', warmUp: { curve: 'custom', profile: ['0.5'] } }],
      },
    ],
  },
  'objects that are there and empty': {
    start: '2026-04',
    years: 1,
    prices: { deflators: {} },
    demand: [{ id: 'care', entriesPerYear: 1, stay: { kind: 'geometric', meanMonths: 12 } }],
    interventions: [
      {
        id: 'fft',
        effects: [
          { demand: 'care', risk: 0.5, windowMonths: 6, reduction: 0.1, evidence: {} },
          { demand: 'care', kind: 'exits', chance: '-0.25', monthsEarlier: 3, evidence: { note: 'only a note' } },
        ],
        savings: [{ id: 'agency', amount: 1, per: 'year', warmUp: {} }],
      },
    ],
    funding: [{ id: 'none', byYear: {} }],
  },
  'texts that a spreadsheet would run, lose or change': {
    title: '=SUM(A1)',
    notes: '',
    source: "'",
    note: "'+1",
    body: '-1',
    start: '2026-04',
    years: 1,
    demand: [
      {
        id: 'care',
        title: '2026-04',
        entriesPerYear: 1,
        stay: { kind: 'geometric', meanMonths: 12 },
        note: ' two lines\nand  spaces ',
        source: '@x',
      },
      { id: 'plans', title: '007', entriesPerYear: 1, stay: { kind: 'geometric', meanMonths: 12 }, note: 'TRUE', source: 'a,"b";\r\nc\td' },
      {
        id: 'third',
        title: '1e3',
        entriesPerYear: 1,
        stay: { kind: 'geometric', meanMonths: 12 },
        note: '_x000D_ & <b> ]]>',
        source: '\u00a31,500 \u2212 \ud83d\ude00',
      },
    ],
  },
  'numbers at the ends of what is legal': {
    start: '1999-12',
    years: 1,
    prices: { deflators: { '2026-27': '0.0000000001', '1999-00': '123456789.0123456789' } },
    demand: [
      {
        id: 'care',
        entriesPerYear: '0.1',
        growth: '-0.5',
        opening: '123456789.123456',
        stay: { kind: 'geometric', meanMonths: '1.0000000001' },
      },
      { id: 'plans', entriesPerYear: '999999999.9999999999', backfill: '0.0000000001', stay: { kind: 'geometric', meanMonths: 240 } },
    ],
  },
}

t.test('what the library has nowhere is the same case too', async (t) => {
  for (const [name, theCase] of Object.entries(unusual)) {
    const scenario = { case: theCase, variants: [] }
    const hash = hashOfCase(theCase)
    t.equal(hashOfTables(caseOfCsv(csvFiles(scenario))), hash, `${name}, through CSV`)
    const bytes = await tablesWorkbook(scenarioInTables(scenario))
    t.equal(hashOfTables(caseOfSheets(await readWorkbook(bytes))), hash, `${name}, through a workbook`)
  }
})

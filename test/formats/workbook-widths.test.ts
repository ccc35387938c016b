import { readXlsx } from 'hucre/xlsx'
import t from 'tap'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { workbook } from '../../src/answers/workbook.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { shownLength } from '../../src/formats/workbook/shown-length.ts'

const workshop = {
  model: { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' },
  methods: new WrittenMethods(),
}

t.test('how much room a number takes', async (t) => {
  const pounds = '#,##0.00;[Red]-#,##0.00'
  t.equal(shownLength(0, pounds), '0.00'.length)
  t.equal(shownLength(999.999, pounds), '1,000.00'.length)
  t.equal(shownLength(-1234567.8, pounds), '-1,234,567.80'.length)
  t.equal(shownLength(1e9, '£#,##0;[Red]-£#,##0'), '£1,000,000,000'.length)
  t.equal(shownLength(-12, '£#,##0;[Red]-£#,##0'), '-£12'.length)
  t.equal(shownLength(0.123, '0.0%'), '12.3%'.length)
  t.equal(shownLength(2.5, '0.0000'), '2.5000'.length)
})

t.test('the columns of a case of a thousand million pounds and thirty years are as wide as their numbers', async (t) => {
  const ready = completeCase({
    start: '2026-04',
    years: 30,
    demand: [
      {
        id: 'care',
        entriesPerYear: '100000',
        stay: { kind: 'geometric', meanMonths: '24' },
        costs: [{ id: 'place', amount: '5000', per: 'week', release: { action: 'end contracts', owner: 'head of placements' } }],
      },
    ],
    interventions: [
      {
        id: 'fgc',
        referrals: { perMonth: '10000' },
        effects: [{ demand: 'care', risk: '0.448', windowMonths: 12, reduction: '0.192' }],
        costs: [{ id: 'team', amount: '1000000000', per: 'year' }],
      },
    ],
  })
  const { sheets } = await readXlsx((await workbook(ready, workshop)).bytes, { readStyles: true })
  let numbers = 0
  for (const { name, rows, cells, columns } of sheets) {
    for (const [row, values] of rows.entries()) {
      for (const [column, value] of values.entries()) {
        const format = cells?.get(`${row},${column}`)?.style?.numFmt
        if (typeof value !== 'number' || format === undefined || format === 'General') continue
        numbers++
        const width = columns?.[column]?.width ?? 8
        // A character more than the number itself: the margins of a cell.
        if (width < shownLength(value, format) + 1) t.fail(`${name} row ${row + 1}: ${value} as ${format} in ${width} characters`)
      }
    }
  }
  t.ok(numbers > 10_000, `${numbers} numbers`)
})

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readXlsx, type Sheet } from 'hucre/xlsx'
import t from 'tap'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { workbook } from '../../src/answers/workbook.ts'
import type { Load } from '../../src/case/assemble.ts'
import { monthAfter } from '../../src/case/calendar.ts'
import { readCase } from '../../src/case/read-case.ts'

/*
 * A formula that a person can follow runs along its row: the formula of a month is that of the month before, moved by a column. The
 * exceptions are few: the first months, in which a window is still filling, and April, in which a price changes.
 */

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url))
const load: Load = (reference) => ({ text: readFileSync(`${folder}${reference}`, 'utf8'), format: 'yaml', name: reference })
const workshop = {
  model: { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' },
  methods: new WrittenMethods(),
}

async function sheetsOf(file: string): Promise<Sheet[]> {
  const ready = readCase(readFileSync(`${folder}${file}`, 'utf8'), 'yaml', { load, name: file, overrides: {} })
  return (await readXlsx((await workbook(ready, workshop)).bytes)).sheets
}

/** The number of a column from its letters, A being 0. */
const columnOf = (letters: string) => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** A formula with its references as they are seen from its own column: two cells of a row that say this the same are one formula. */
function seenFrom(formula: string, column: number): string {
  return formula.replaceAll(/(?<![\w.$])(\$?)([A-Z]{1,3})(\$?\d+)(?![\w.(])/g, (_, fixed, letters, row) =>
    fixed === '$' ? `$${letters}${row}` : `[${columnOf(letters) - column}]${row}`,
  )
}

interface MonthRow {
  /** The sheet, and the row as it is numbered there. */
  at: string
  /** What the cell of each month holds: a formula as written, a number, or undefined. */
  months: { month: string; column: number; content: string | undefined }[]
}

function monthRows(sheets: readonly Sheet[]): MonthRow[] {
  const found: MonthRow[] = []
  for (const { name, rows, cells } of sheets) {
    let headings: string[] = []
    for (const [row, values] of rows.entries()) {
      if (values[2] === 'Line id') headings = values.map(String)
      const [first = '', second] = headings.slice(3)
      if (values[2] === 'Line id' || !/^\d{4}-\d{2}$/.test(first) || second !== monthAfter(first, 1)) continue
      const months = headings.slice(3).map((month, place) => {
        const value = values[3 + place]
        const content = cells?.get(`${row},${3 + place}`)?.formula ?? (value === null || value === undefined ? undefined : String(value))
        return { month, column: 3 + place, content }
      })
      if (months.some(({ content }) => content !== undefined && content !== '')) found.push({ at: `${name}!${row + 1}`, months })
    }
  }
  return found
}

t.test('formulas run along their rows, in every scenario', async (t) => {
  let all = { same: 0, of: 0 }
  for (const file of readdirSync(folder)) {
    let same = 0
    let of = 0
    for (const { months } of monthRows(await sheetsOf(file))) {
      const seen = months.map(({ content, column }) => (content === undefined ? undefined : seenFrom(content, column)))
      // A working that starts or ends counts as a change; a working that stands once for all months has no neighbour.
      if (seen.filter((each) => each !== undefined).length < 2) continue
      for (const [place, each] of seen.entries()) {
        if (place === 0 || (each === undefined && seen[place - 1] === undefined)) continue
        of++
        if (each === seen[place - 1]) same++
      }
    }
    all = { same: all.same + same, of: all.of + of }
    t.ok(same / of > 0.985, `${file}: ${same} of ${of} months have the formula of the month before, ${((100 * same) / of).toFixed(2)}%`)
  }
  t.comment(`all: ${all.same} of ${all.of}, ${((100 * all.same) / all.of).toFixed(2)}%`)
})

t.test('a month reads its own column and those before it, and never a later one', async (t) => {
  for (const { at, months } of monthRows(await sheetsOf('la5-package.yaml'))) {
    for (const { month, column, content = '' } of months) {
      const later = [...seenFrom(content, column).matchAll(/\[([1-9]\d*)\]/g)]
      if (later.length > 0) t.fail(`${at} ${month} is ${content}`)
    }
  }
  const cumulative = monthRows(await sheetsOf('la5-package.yaml')).find(({ at }) => at.startsWith('Financial case'))
  const january = cumulative?.months.find(({ month }) => month === '2027-01')
  const read = [...seenFrom(january?.content ?? '', january?.column ?? 0).matchAll(/\[(-?\d+)\]/g)].map(([, apart]) => apart)
  t.same(new Set(read), new Set(['-1', '0']), `${january?.content}`)
})

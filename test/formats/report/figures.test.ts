import t, { type Test } from 'tap'
import { lineValue } from '../../../src/answers/values.ts'
import { sentencesIn } from '../../../src/formats/report/document.ts'
import { reportHtml } from '../../../src/formats/report/html.ts'
import { type Told, told } from '../../../src/formats/sentences/sentence.ts'
import { type Made, madeOf } from './papers.ts'

/*
 * Every figure of a report that has a line is held against the value of that line as the API answers it, written here anew from the text of
 * that answer by integers alone.
 */

/** A decimal text to some places, half away from zero, with thousands apart: 1234.5 to 0 places is 1,235. */
function written(text: string, places: number): string {
  const isBelow = text.startsWith('-')
  const [whole = '0', part = ''] = text.replace('-', '').split('.')
  const digits = BigInt(`${whole}${part.padEnd(places + 1, '0').slice(0, places + 1)}`)
  const rounded = ((digits + 5n) / 10n).toString().padStart(places + 1, '0')
  const before = rounded.slice(0, rounded.length - places)
  const after = places === 0 ? '' : `.${rounded.slice(-places)}`
  const isNothing = /^0+$/.test(rounded)
  return `${isBelow && !isNothing ? '−' : ''}${BigInt(before).toLocaleString('en-GB')}${after}`
}

/** Whether a figure in the report is the value of its line, in one of the ways in which figures are written. */
function isValue(text: string, value: string | null): boolean {
  if (value === null) return ['none', 'not within the horizon', 'never out of pocket', 'not back within the horizon'].includes(text)
  if (/^\d{4}-\d\d$/.test(value)) {
    const [year, month] = value.split('-').map(Number)
    return (
      text === new Date(Date.UTC(year as number, (month as number) - 1)).toLocaleDateString('en-GB', { month: 'long', year: 'numeric' })
    )
  }
  const bare = text.replace('£', '')
  const places = bare.split('.')[1]?.length ?? 0
  const shown = written(value, places)
  return bare === shown || `−${bare}` === shown
}

const ids = ['minimal', 'la5-package', 'la2-redeployed-neglect', 'la3-pooled-budget', 'parenting-savings-elsewhere', 'mst-null-trial']

for (const id of ids) {
  t.test(`${id}: every figure is the answer for its line, and leads to how it came about`, async (t) => {
    const { paper, document } = await madeOf(id)
    const figures = sentencesIn(document).flatMap((sentence) => sentence.filter((part): part is Told => typeof part !== 'string'))
    t.ok(figures.length > 100, `${figures.length} figures`)
    const wrong = figures.filter(({ text, line }) => {
      // A word of a sentence that leads to the figures behind it.
      if (text === 'grants' && line === 'headline.grants') return false
      const value = lineValue(paper.figures, line)
      return !isValue(text, value === null ? null : value.toString())
    })
    t.same(wrong, [])
    linked(t, { paper, document }, figures)
    derived(t, { paper, document })
  })
}

/** Every link of the page has its target, and every target is there once. */
function linked(t: Test, { document }: Made, figures: readonly Told[]): void {
  const html = reportHtml(document)
  const targets = [...html.matchAll(/ id="([^"]*)"/g)].map(([, target]) => target as string)
  t.equal(new Set(targets).size, targets.length, 'no id twice')
  const all = new Set(targets)
  const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, target]) => target as string)
  t.same(
    [...new Set(links)].filter((target) => !all.has(target)),
    [],
    'every link has its target',
  )
  t.ok(
    figures.every(({ line }) => all.has(`explain-${line}`)),
    'every line is explained',
  )
}

/** The columns that the paper works out itself are the arithmetic that they say they are, in whole pounds. */
function derived(t: Test, { paper, document }: Made): void {
  const named = (caption: RegExp) =>
    document.blocks.flatMap((block) => (block.is === 'table' && caption.test(block.table.caption) ? [block.table] : []))[0]
  const cash = named(/^Cash by financial year$/)
  const moves = named(/^Change on last year/)
  const { years } = paper.answer
  const pence = (text: string) => BigInt(text.replace('.', ''))
  const pounds = (value: bigint) =>
    written(`${value < 0n ? '-' : ''}${(value < 0n ? -value : value).toString().padStart(3, '0').replace(/(..)$/, '.$1')}`, 0)
  const recurring = years.map(({ cash }) => pence(String(cash.cost)) - pence(String(cash.costOneOff)))
  t.same(
    cash?.rows.slice(0, -1).map(({ cells }) => cells[3]),
    recurring.map((value) => [pounds(value)]),
  )
  if (moves === undefined) {
    t.ok(
      years.every(({ cash }) => Number(String(cash.net)) === 0),
      'no table of changes where nothing moves',
    )
    return
  }
  const changes = (of: readonly bigint[]) => of.map((value, place) => [pounds(value - (of[place - 1] ?? 0n))])
  t.same(
    moves.rows.map(({ cells }) => cells[1]),
    changes(years.map(({ cash }) => pence(String(cash.cashable)))),
  )
  t.same(
    moves.rows.map(({ cells }) => cells[2]),
    changes(recurring),
  )
  t.same(
    moves.rows.map(({ cells }) => cells[5]),
    changes(years.map(({ cash }) => pence(String(cash.net)))),
  )
}

t.test('the judge of figures finds a wrong one', async (t) => {
  t.ok(isValue('£1,235', '1234.50'))
  t.ok(isValue('−1,235', '-1234.50'))
  t.ok(isValue('0', '-0.49'))
  t.notOk(isValue('£1,234', '1234.50'))
  t.notOk(isValue(told('May 2028', 'x').text, '2028-06'))
  t.notOk(isValue('none', '0.00'))
})

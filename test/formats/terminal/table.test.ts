import t from 'tap'
import { bar } from '../../../src/formats/terminal/bar.ts'
import { type Pen, plain } from '../../../src/formats/terminal/pen.ts'
import { figures, table } from '../../../src/formats/terminal/table.ts'
import { exactNumber } from '../../../src/graph/exact.ts'

const pen: Pen = { width: 80, ascii: false, colour: plain }

t.test('headings stand at the bottom, figures keep to the right, long labels go on below', async (t) => {
  const columns = [{ heading: '', side: 'left', most: 8 } as const, figures('Cost to\nall'), figures('Net')]
  const rows = [{ cells: ['a', '1', '−22'] }, { cells: ['two words', '333', '4'] }, { cells: ['Total', '334', '−18'], rule: true }]
  t.same(table(pen, columns, rows), [
    '       Cost to',
    '           all  Net',
    'a            1  −22',
    'two        333    4',
    'words',
    '───────────────────',
    'Total      334  −18',
  ])
})

t.test('cells are made safe, and a label that is too long is cut at its end', async (t) => {
  const columns = [{ heading: '', side: 'left', most: 4 } as const]
  const [, ...lines] = table(pen, columns, [{ cells: ['aaaa bbbb cccc dddd eeee \u001b[31m'] }])
  t.same(lines, ['aaaa', 'bbbb', 'cccc', 'ddd…'])
  t.match(table({ ...pen, ascii: true }, columns, [{ cells: ['£1'] }])[1], 'GBP')
})

t.test('bars', async (t) => {
  const exact = exactNumber
  const scale = { low: exact(0), high: exact(10), cells: 10 }
  t.equal(bar(pen, scale, exact(0), exact(10)), '██████████')
  t.equal(bar(pen, scale, exact(6), exact(2)), '  ████')
  t.equal(bar(pen, scale, exact(0), exact('0.01')), '▏', 'a little is still something')
  t.equal(bar(pen, scale, exact(10), exact('9.99')), '         ▏')
  t.equal(bar(pen, scale, exact(4), exact(4)), '')
  const below = { low: exact(-5), high: exact(5), cells: 10 }
  t.equal(bar(pen, below, exact(0), exact(-5)), '█████│')
  t.equal(bar(pen, below, exact(-2), exact(3)), '   ██│███')
  t.equal(bar({ ...pen, ascii: true }, below, exact(0), exact(5)), '     |#####')
  t.equal(bar(pen, { low: exact(0), high: exact(0), cells: 10 }, exact(0), exact(0)), '')
})

t.test('a label of more than four lines is cut in the fourth, with a mark that its characters allow', async (t) => {
  const columns = [{ heading: '', side: 'left', most: 6 } as const]
  const rows = [{ cells: ['one two three four five six'] }]
  // Six columns hold one word a line; the fourth line is "four five six" cut to what the mark leaves of six.
  t.same(table(pen, columns, rows).slice(1), ['one', 'two', 'three', 'four…'])
  t.same(table({ ...pen, ascii: true }, columns, rows).slice(1), ['one', 'two', 'three', 'fou...'])
})

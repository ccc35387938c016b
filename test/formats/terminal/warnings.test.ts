import t from 'tap'
import { plain } from '../../../src/formats/terminal/pen.ts'
import { warningLines } from '../../../src/formats/terminal/warnings.ts'

t.test('warnings that say the same share one text; their paths go on below, under the first', async (t) => {
  const alike = ['one', 'two', 'three'].map((id) => ({
    code: 'growth-default' as const,
    path: `demand.${id}.growth`,
    message: 'State the growth.',
  }))
  const other = { code: 'inflation-zero' as const, path: 'prices.inflation', message: 'Inflation is 0.' }
  // Each path takes 17 or 19 columns with its comma, so two of them and the indent pass the 36 of a line.
  t.same(warningLines({ width: 36, ascii: false, colour: plain }, [...alike, other]), [
    '! demand.one.growth,',
    '  demand.two.growth,',
    '  demand.three.growth',
    '    State the growth.',
    '! prices.inflation',
    '    Inflation is 0.',
  ])
})

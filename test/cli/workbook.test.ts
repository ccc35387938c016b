import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { cashable, folderOf, smallest } from './cashable.ts'

t.test('a workbook is written, and not over one that is there', async (t) => {
  const cwd = folderOf({ 'case.yaml': smallest, 'other.yaml': smallest })
  t.match(await cashable(['workbook', 'case.yaml'], { cwd }), { code: 0, out: /case\.xlsx/, err: '' })
  // Somebody works in it, and asks again.
  const file = join(cwd, 'case.xlsx')
  writeFileSync(file, 'worked in')
  const again = await cashable(['workbook', 'case.yaml'], { cwd })
  t.equal(again.code, 2)
  t.match(again.err, /case\.xlsx {2}there is such a file already, and it is not written over/)
  t.equal(readFileSync(file, 'utf8'), 'worked in')
  t.match(await cashable(['workbook', 'case.yaml', '--out', 'case.xlsx'], { cwd }), { code: 2, err: /not written over/ })
  t.equal(readFileSync(file, 'utf8'), 'worked in')
  t.match(await cashable(['workbook', 'case.yaml', 'other.yaml', '--out', 'books'], { cwd }), { code: 0 })
  t.match(await cashable(['workbook', 'case.yaml', 'other.yaml', '--out', 'books'], { cwd }), { code: 2, err: /not written over/ })
})

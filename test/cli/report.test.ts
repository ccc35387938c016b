import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { cashable, folderOf, smallest, withVariants } from './cashable.ts'

t.test('a report is written, and not over one that is there', async (t) => {
  const cwd = folderOf({ 'case.yaml': smallest })
  t.match(await cashable(['report', 'case.yaml'], { cwd }), { code: 0, out: 'case.html\n', err: '' })
  const page = readFileSync(join(cwd, 'case.html'), 'utf8')
  // The contract's figures.
  t.match(page, /<h1>Conferencing, smallest case<\/h1>/)
  t.match(page, />£2,568,991</)
  writeFileSync(join(cwd, 'case.html'), 'worked in')
  t.match(await cashable(['report', 'case.yaml'], { cwd }), { code: 2, err: /not written over/ })
  t.equal(readFileSync(join(cwd, 'case.html'), 'utf8'), 'worked in')
  t.match(await cashable(['report', 'case.yaml', '--format', 'docx', '--out', 'paper.docx'], { cwd }), { code: 0, out: 'paper.docx\n' })
  t.equal(readFileSync(join(cwd, 'paper.docx')).subarray(0, 2).toString(), 'PK')
  t.match(await cashable(['report', 'case.yaml', '--format', 'pdf'], { cwd }), { code: 2, err: /html, docx/ })
})

t.test('variants are compared in the report of their scenario, and may have reports of their own', async (t) => {
  const cwd = folderOf({ 'case.yaml': withVariants })
  t.match(await cashable(['report', 'case.yaml', '--set', 'interventions.fgc.costs.team.amount=200000'], { cwd }), { code: 0 })
  const page = readFileSync(join(cwd, 'case.html'), 'utf8')
  t.match(page, /Places cost twice as much/)
  // Five years at £100,000 less than the contract’s smallest case.
  t.match(page, />£3,068,991</)
  t.match(await cashable(['report', 'case.yaml', '--variants', '--out', 'papers'], { cwd }), { code: 0, out: /case\.dearer\.html/ })
})

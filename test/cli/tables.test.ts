import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readScenario } from '../../src/case/scenario.ts'
import { partOf, partsOfWorkbook, withCell, withPart } from '../tables/workbooks.ts'
import { cashable, folderOf, smallest, withVariants } from './cashable.ts'

/* The template from the command line, and cases that come back in it. */

t.test('a template filled with a case, as a workbook and as CSV files, gives the case’s own answer', async (t) => {
  const folder = folderOf({ 'my-case.yaml': withVariants })
  const [yaml, workbook, csv] = ['my-case.yaml', 'my-case.xlsx', 'tables'].map((name) => join(folder, name)) as [string, string, string]
  t.match(await cashable(['template', yaml, '--out', workbook, '--csv', csv]), { code: 0, out: '', err: '' })
  const answers = await Promise.all([yaml, workbook, join(csv, 'case.csv')].map((file) => cashable(['appraise', file, '--format', 'json'])))
  const [own, ...others] = answers.map(({ out, code }) => ({ code, ...JSON.parse(out) }))
  for (const other of others)
    t.match(
      { code: other.code, caseHash: other.caseHash, resultHash: other.resultHash },
      { code: 0, caseHash: own.caseHash, resultHash: own.resultHash },
    )
  const variant = (file: string) => cashable(['appraise', file, '--variant', 'dearer', '--format', 'json'])
  t.equal(JSON.parse((await variant(workbook)).out).resultHash, JSON.parse((await variant(yaml)).out).resultHash, 'a variant')
  t.match(await cashable(['check', workbook, '--variants']), { code: 0 })
  const again = await cashable(['template', '--out', workbook])
  t.match(again, { code: 2, err: /there is such a file already/ }, 'nothing is written over')
  const set = await cashable(['appraise', workbook, '--format', 'json', '--set', 'years=6'])
  t.equal(JSON.parse(set.out).case.years, 6)
})

t.test('an empty template says what is missing, by its cells', async (t) => {
  const folder = folderOf({})
  const file = join(folder, 'template.xlsx')
  t.match(await cashable(['template', '--out', file]), { code: 0 })
  const { code, err } = await cashable(['check', file])
  t.equal(code, 2)
  t.match(err, 'template.xlsx:Case!B7  start')
  t.match(err, 'template.xlsx:Case!B8  years')
  t.match(await cashable(['template']), { code: 2, err: /say where to write/ })
})

t.test('errors name the sheet and cell, or the file, line and cell', async (t) => {
  const parts = await partsOfWorkbook(readScenario(smallest, 'yaml'))
  const folder = folderOf({
    'case.xlsx': withPart(parts, partOf('Costs'), withCell('D6', '<f>1+1</f><v>2</v>')),
    'old.xls': 'not one',
    'demand.csv': 'id\n',
  })
  const { code, err } = await cashable(['appraise', join(folder, 'case.xlsx')])
  t.equal(code, 2)
  t.match(err, /case\.xlsx:Costs!D6 {2}demand\.care\.costs\.place\.amount {2}got =1\+1/)
  t.match(await cashable(['appraise', join(folder, 'old.xls')]), { code: 2, err: /not a workbook that can be read/ })
  t.match(await cashable(['appraise', join(folder, 'demand.csv')]), { code: 2, err: /name the file case\.csv/ })
  const csv = join(folder, 'csv')
  t.match(await cashable(['template', '--csv', csv]), { code: 0 })
  const missing = await cashable(['appraise', join(csv, 'case.csv')], { cwd: folder })
  t.match(missing.err, /csv\/case\.csv:5 \(B5\) {2}start {2}got nothing/)
  t.match(readFileSync(join(csv, 'case.csv'), 'utf8'), /^field,value,name,about,example\r\n/)
})

t.test('a directory of CSV files hints at its case.csv', async (t) => {
  const folder = folderOf({})
  const csv = join(folder, 'my-case')
  t.match(await cashable(['template', '--csv', csv]), { code: 0 })
  const { code, err } = await cashable(['appraise', 'my-case'], { cwd: folder })
  t.equal(code, 2)
  t.match(err, /give my-case\/case\.csv/)
})

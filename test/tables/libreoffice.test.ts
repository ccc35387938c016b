import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { readScenario } from '../../src/case/scenario.ts'
import { readWorkbook } from '../../src/tables/read-workbook.ts'
import { scenarioInTables } from '../../src/tables/to-tables.ts'
import { tablesWorkbook } from '../../src/tables/write-xlsx.ts'
import { smallest } from '../cli/cashable.ts'
import { service } from '../http/service.ts'
import { converted, noOffice, ranScript } from '../libreoffice/start.ts'
import { caseOfSheets, hashOfCase, hashOfTables, libraryScenarios } from './tables-for-tests.ts'

/*
 * The real program: LibreOffice opens what we write, saves it in its own way, and fills in the empty template as a person would.
 */

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const folder = mkdtempSync(join(tmpdir(), 'cashable-office-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))
const profile = join(folder, 'profile')

t.test('LibreOffice opens filled workbooks and saves them, and they are the same cases', { skip: noOffice }, async (t) => {
  const library = libraryScenarios()
  const names = ['la5-package.yaml', 'la3-pooled-budget.yaml', 'step-release-home.yaml', 'minimal.yaml']
  const files: string[] = []
  for (const name of names) {
    const scenario = library.get(name)
    if (scenario === undefined) throw new Error(`There is no ${name}.`)
    files.push(join(folder, name.replace('.yaml', '.xlsx')))
    writeFileSync(files.at(-1) as string, await tablesWorkbook(scenarioInTables(scenario)))
  }
  const saved = join(folder, 'saved')
  await converted(files, { kind: 'xlsx', folder: saved, profile })
  for (const [index, name] of names.entries()) {
    const bytes = readFileSync(join(saved, name.replace('.yaml', '.xlsx')))
    t.notSame(bytes, readFileSync(files[index] as string), 'LibreOffice has written it anew')
    t.equal(hashOfTables(caseOfSheets(await readWorkbook(bytes))), hashOfCase(library.get(name)?.case as never), name)
  }
})

t.test('the empty template, filled in by LibreOffice and posted, is the case of the YAML', { skip: noOffice }, async (t) => {
  const app = await service(t)
  const template = await app.inject('/v1/template.xlsx')
  t.equal(template.statusCode, 200)
  t.equal(template.headers['content-type'], workbookType)
  writeFileSync(join(folder, 'template.xlsx'), template.rawPayload)
  // The smallest case, typed.
  const typed = [
    { sheet: 'Case', field: 'title', value: 'Conferencing, smallest case' },
    { sheet: 'Case', field: 'start', value: '2026-04' },
    { sheet: 'Case', field: 'years', value: '5' },
    { sheet: 'Demand', cells: { id: 'care', entriesPerYear: '100', 'stay.kind': 'geometric', 'stay.meanMonths': '24' } },
    {
      sheet: 'Costs',
      cells: {
        demand: 'care',
        id: 'place',
        amount: '1500',
        per: 'week',
        'release.action': 'end contracts',
        'release.owner': 'head of placements',
      },
    },
    { sheet: 'Interventions', cells: { id: 'fgc', 'warmUp.months': '6', 'referrals.perMonth': '10' } },
    { sheet: 'Effects', cells: { intervention: 'fgc', demand: 'care', risk: '0.448', windowMonths: '12', reduction: '0.192' } },
    { sheet: 'Package costs', cells: { intervention: 'fgc', id: 'team', amount: '300000', per: 'year' } },
  ]
  const filled = join(folder, 'filled.xlsx')
  await ranScript('fill-template.py', [profile, join(folder, 'template.xlsx'), filled, JSON.stringify(typed)])
  t.ok(existsSync(filled))
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/appraise',
    headers: { 'content-type': workbookType },
    payload: readFileSync(filled),
  })
  t.equal(answer.statusCode, 200, answer.statusCode === 200 ? '' : answer.body)
  const ofYaml = await app.inject({
    method: 'POST',
    url: '/v1/appraise',
    headers: { 'content-type': 'application/yaml' },
    payload: smallest,
  })
  t.equal(answer.json().caseHash, ofYaml.json().caseHash)
  t.equal(answer.json().headline.netCashable, '2568991.44', 'the figure of the contract')
  t.equal(answer.json().caseHash, hashOfCase(readScenario(smallest, 'yaml').case))
})

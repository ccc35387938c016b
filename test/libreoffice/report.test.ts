import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { reportDocx } from '../../src/formats/report/docx.ts'
import { made, madeOf, smallest } from '../formats/report/papers.ts'
import { converted, noWriter } from './start.ts'

/* The Word document, opened by a program that we did not write, and turned into pages and into a text. */

t.test('LibreOffice opens the Word document and its text holds the headline', { skip: noWriter }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cashable-report-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const papers = { smallest: await made(smallest), package: await madeOf('la5-package') }
  const files = await Promise.all(
    Object.entries(papers).map(async ([name, { document }]) => {
      const file = join(folder, `${name}.docx`)
      writeFileSync(file, await reportDocx(document))
      return file
    }),
  )
  mkdirSync(join(folder, 'out'))
  const to = { folder: join(folder, 'out'), profile: join(folder, 'profile') }
  await converted(files, { ...to, kind: 'txt:Text (encoded):UTF8' })
  await converted(files, { ...to, kind: 'pdf' })
  const text = readFileSync(join(folder, 'out', 'smallest.txt'), 'utf8')
  // The contract's smallest useful case.
  for (const figure of ['£4,068,991', '£2,568,991', '£1,500,000', 'May 2028', 'end contracts', 'head of placements']) t.match(text, figure)
  for (const [name, { document }] of Object.entries(papers)) {
    const said = readFileSync(join(folder, 'out', `${name}.txt`), 'utf8')
    for (const block of document.blocks) if (block.is === 'heading') t.ok(said.includes(block.text), block.text)
    t.equal(
      readFileSync(join(folder, 'out', `${name}.pdf`))
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
  }
})

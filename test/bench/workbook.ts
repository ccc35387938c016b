import { WrittenMethods } from '../../src/answers/structure.ts'
import { workbook } from '../../src/answers/workbook.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { noOffice, Office } from '../libreoffice/office.ts'
import { appraiseFully, benchModel } from './appraise.ts'
import { inMilliseconds, measurePair } from './measure.ts'
import { referenceCase } from './reference-case.ts'

/** How long the workbook of the reference case takes to write, beside an appraisal of it, and how large it is. */
export async function workbookBench(print: (line: string) => void): Promise<void> {
  const ready = completeCase(referenceCase)
  const write = () => workbook(ready, { model: benchModel, methods: new WrittenMethods() })
  const before = performance.now()
  const { bytes } = await write()
  const first = performance.now() - before
  const { a, b, ratio } = await measurePair(write, () => appraiseFully(referenceCase, new WrittenMethods()), 20, 10)
  print(`workbook of the reference case:                 ${inMilliseconds(a)}   goal under 1000 ms; the first ${first.toFixed(0)} ms`)
  print(`  beside an appraisal of it                     ${inMilliseconds(b)}   ratio ${ratio.toFixed(1)}`)
  print(`  its size                                      ${(bytes.length / 1e6).toFixed(2)} MB   goal under 3 MB`)
  if (noOffice !== false) return print(`  ${noOffice}`)
  const office = new Office()
  const seconds = (await office.recalculated(bytes, Array(5).fill({}))).map((run) => run.seconds)
  await office.end()
  const [, , median = 0] = seconds.toSorted((one, other) => one - other)
  print(
    `  all of it recalculated by LibreOffice         ${(median * 1000).toFixed(0)} ms   ${((median * 1000) / b.median).toFixed(1)} times an appraisal`,
  )
}

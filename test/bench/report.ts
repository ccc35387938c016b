import { report } from '../../src/answers/report.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { benchModel } from './appraise.ts'
import { inMilliseconds, measure } from './measure.ts'
import { referenceCase } from './reference-case.ts'

/** How long the business-case paper of the reference case takes, from the case to the bytes, as a page and for Word. */
export async function reportBench(print: (line: string) => void): Promise<void> {
  const ready = completeCase(referenceCase)
  const methods = new WrittenMethods()
  for (const form of ['html', 'docx'] as const) {
    const write = () => report({ ready }, form, { model: benchModel, methods })
    const before = performance.now()
    const { bytes } = await write()
    const first = performance.now() - before
    const runs = await measure(write, 12, 3)
    print(
      `report of the reference case, ${form.padEnd(4)}              ${inMilliseconds(runs)}   goal under 1000 ms; the first ${first.toFixed(0)} ms`,
    )
    print(`  its size                                      ${(bytes.length / 1e6).toFixed(2)} MB`)
  }
}

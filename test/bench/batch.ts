import { appraise } from '../../src/answers/appraise.ts'
import { batchAnswer } from '../../src/answers/batch.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { csvRecords } from '../../src/case/csv-records.ts'
import { completeCase } from '../../src/case/read-case.ts'
import type { Case } from '../../src/case/schema.ts'
import { smallest } from '../http/service.ts'
import { benchModel } from './appraise.ts'
import { measure } from './measure.ts'
import { referenceCase } from './reference-case.ts'

/** Rows a second of a batch, from bytes to bytes: of the smallest useful case, and of the reference case. */
export async function batchBench(print: (line: string) => void): Promise<void> {
  const bases: Readonly<Record<string, unknown>> = { smallest, reference: referenceCase }
  const workshop = { model: benchModel, methods: new WrittenMethods() }
  const run = async (scenario: string, heading: string, rows: number, row: (at: number) => string) => {
    async function* text() {
      yield Buffer.from(`${heading}\n`)
      for (let at = 0; at < rows; at++) yield Buffer.from(`${row(at)}\n`)
    }
    const find = (name: string) => bases[name] as Case
    const before = performance.now()
    let answered = 0
    for await (const piece of batchAnswer(csvRecords(text(), Number.POSITIVE_INFINITY), { find, scenario }, workshop)) {
      if (!piece.endsWith(',\r\n')) answered += 1
    }
    const seconds = (performance.now() - before) / 1000
    // Only the headings end in a name; every row ends in an empty error.
    if (answered !== 1) throw new Error(`${answered - 1} rows of ${scenario} have an error`)
    return rows / seconds
  }
  const measured = async (scenario: string, heading: string, rows: number, row: (at: number) => string) => {
    await run(scenario, heading, Math.ceil(rows / 5), row)
    const speed = await run(scenario, heading, rows, row)
    const alone = await measure(() => appraise(completeCase(bases[scenario]), workshop), 30, 30)
    const heap = (process.memoryUsage().heapUsed / 1e6).toFixed(0)
    print(
      `batch of ${rows} rows, ${scenario} case: ${speed.toFixed(0).padStart(12)} rows a second, ${(1000 / speed / alone.median).toFixed(2)} of an appraisal each, ${heap} MB heap after it`,
    )
  }
  await measured('smallest', 'care.place.amount,fgc.referrals.perMonth', 5000, (at) => `${1000 + at},${10 + (at % 7)}`)
  await measured('reference', 'care.ifa.amount,fgc.referrals.perMonth', 500, (at) => `${900 + at},${10 + (at % 7)}`)
}

if (import.meta.main) await batchBench((line) => console.log(line))

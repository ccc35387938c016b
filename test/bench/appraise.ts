import { appraise } from '../../src/answers/appraise.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { rendered } from '../../src/formats/json.ts'
import { readExactly } from '../../src/graph/exact.ts'
import { readFloat64 } from '../../src/graph/float64.ts'
import { appraisal } from '../../src/method/appraisal.ts'
import { inMilliseconds, measure } from './measure.ts'
import { referenceCase } from './reference-case.ts'
import { withOtherNumbers } from './shapes.ts'

export const benchModel = { name: 'cashable', version: 'bench', method: '1', referenceData: 'bench', commit: 'bench' }

/** From parsed case to answer, once from nothing and once where the written method of the same structure is reused. */
export function appraiseFully(given: object, methods: WrittenMethods): string {
  return JSON.stringify(rendered(appraise(completeCase(given), { model: benchModel, methods })))
}

/** The reference case: whole appraisals, and where their time goes. */
export async function appraiseBench(print: (line: string) => void): Promise<void> {
  const ready = completeCase(referenceCase)
  const written = appraisal(ready.case, ready.register)
  const { graph } = written.book
  const given = (path: string) => ready.register.get(path)?.value ?? '0'
  const exact = readExactly(graph, given)
  const named = [...written.book.lines.values()].reduce((total, line) => total + line.values.length, 0)
  print(`reference case: ${graph.size} operations, ${written.book.lines.size} named lines with ${named} values`)

  const before = performance.now()
  appraiseFully(referenceCase, new WrittenMethods())
  print(`the first appraisal of a process:               ${(performance.now() - before).toFixed(1)} ms`)
  const cold = await measure(() => appraiseFully(referenceCase, new WrittenMethods()))
  print(`parsed case to answer, nothing kept:            ${inMilliseconds(cold)}   goal under 40 ms`)
  const methods = new WrittenMethods()
  let numbers = 0
  const warm = await measure(() => appraiseFully(withOtherNumbers(1 + ++numbers / 1000), methods))
  print(`same structure, other numbers, method kept:     ${inMilliseconds(warm)}   goal under 25 ms`)
  const reading = await measure(() => completeCase(referenceCase))
  print(`  validate, defaults, register                  ${inMilliseconds(reading)}`)
  const writing = await measure(() => appraisal(ready.case, ready.register))
  print(`  write the method (build the graph)            ${inMilliseconds(writing)}`)
  const exactly = await measure(() => readExactly(graph, given))
  print(
    `  read it exactly                               ${inMilliseconds(exactly)}   ${((exactly.median * 1000) / graph.size).toFixed(2)} µs an operation`,
  )
  const float = await measure(() => readFloat64(graph, exact))
  print(
    `  read it in float64                            ${inMilliseconds(float)}   ${((float.median * 1000) / graph.size).toFixed(3)} µs an operation`,
  )
}

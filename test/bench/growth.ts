import { WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { appraisal } from '../../src/method/appraisal.ts'
import { appraiseFully } from './appraise.ts'
import { measure } from './measure.ts'
import { overYears, withInterventions } from './shapes.ts'

function operations(given: object): number {
  const ready = completeCase(given)
  return appraisal(ready.case, ready.register).book.graph.size
}

/** How an appraisal grows with its horizon and with its interventions. */
export async function growthBench(print: (line: string) => void): Promise<void> {
  const grow = async (what: string, sizes: readonly number[], shape: (size: number) => object) => {
    for (const size of sizes) {
      const given = shape(size)
      const nodes = operations(given)
      const taken = await measure(() => appraiseFully(given, new WrittenMethods()), 9, 3)
      print(
        `${what} ${String(size).padStart(2)}: ${String(nodes).padStart(7)} operations (${Math.round(nodes / size)} each), ${taken.median.toFixed(1).padStart(7)} ms (${(taken.median / size).toFixed(2)} each)`,
      )
    }
  }
  await grow('years', [1, 2, 5, 10, 20, 30], overYears)
  await grow('interventions on one demand', [1, 2, 5, 10, 20], withInterventions)
}

import { inputTitle } from '../../../answers/input-titles.ts'
import type { ModelVersion } from '../../../answers/model-version.ts'
import { sensitivity } from '../../../answers/sensitivity.ts'
import type { ReadCase } from '../../../case/read-case.ts'
import { tornadoOf } from '../../../formats/charts/question-data.ts'
import { tornadoChart } from '../../../formats/charts/tornado.ts'
import { chart } from './chart.ts'

/** What matters in a case. */
export interface Order {
  /** The paths that move net cash: those with a range by their swing over it, and then the others by a tenth of their value. */
  ranked: readonly string[]
  /** Every path that the answer reads. */
  paths: readonly string[]
  /** The tornado of the ranges, as a piece of a page; none where no range moves net cash. */
  tornado?: string
}

/** Finds what moves net cash in a case, and draws it. Throws CheckFailure as an appraisal does. */
export function orderOfCase(ready: ReadCase, model: ModelVersion): Order {
  const { measure, tornado, withoutRange, assumptions } = sensitivity(ready, { model }, 'netCashable')
  // Less than a penny moves nothing.
  const ranked = [...tornado, ...withoutRange].filter(({ swing }) => !swing.value.toDecimalPlaces(2).isZero()).map(({ path }) => path)
  const paths = assumptions.map(({ path }) => path)
  const data = tornadoOf({ measure, tornado }, undefined, (path) => inputTitle(ready.case, path))
  if (data.bars.length === 0) return { ranked, paths }
  return { ranked, paths, tornado: chart('tornado', (id, size) => tornadoChart(id, data, size)).text }
}

import { compare, comparedCases } from '../answers/compare.ts'
import { type Limits, pricedCase } from '../answers/cost/limits.ts'
import { priceOfComparison } from '../answers/cost/price.ts'
import { carried, type Ended } from '../answers/crew/carried.ts'
import type { ModelVersion } from '../answers/model-version.ts'
import { type ReportForm, report } from '../answers/report.ts'
import type { Simulation } from '../answers/simulate-schema.ts'
import { WrittenMethods } from '../answers/structure.ts'
import type { Warning } from '../answers/warnings/all.ts'
import { type Assembled, assemble, type Loaded } from '../case/assemble.ts'
import type { Overrides } from '../case/overrides.ts'
import { type ReadCase, readAssembled } from '../case/read-case.ts'
import type { TextFormat } from '../case/read-text.ts'
import { assembledScenario, readScenario, type Scenario } from '../case/scenario.ts'
import { type NumberForm, rendered, type Unrendered } from '../formats/json.ts'
import { orderOfCase } from './page/picture/order.ts'
import { chanceOfCase, type Pictured, pictureOfCase } from './page/picture/picture.ts'
import { caseOfFiles, type UploadedFile } from './uploaded-case.ts'

/*
 * The jobs of the service's threads: those of answers, and the reading of what is too long to be read between two other requests.
 */
export * from '../answers/crew/jobs.ts'

/** A case or a scenario in a text, and the texts that it may extend. */
export interface PostedText {
  text: string
  format: TextFormat
  texts: ReadonlyMap<string, Loaded>
  limits: Limits
  /** What the text goes by, to be named with its problems. */
  name?: string
}

/** Reads a case from a text, and holds it to the limits. Its variants are judged where they are kept. */
export function caseOfText({ text, format, texts, limits, name, keepsVariants = false }: PostedText & Keeping): Promise<Ended> {
  return carried(() => {
    const named = name === undefined ? {} : { name }
    const assembled = assemble(text, format, { load: (reference) => texts.get(reference), depth: limits.depth, ...named })
    return withinLimits(assembled, keepsVariants, limits)
  })
}

/** Whether the variants of a scenario are kept, to be taken away or compared later, rather than left aside. */
interface Keeping {
  keepsVariants?: boolean
}

function withinLimits(assembled: Assembled, keepsVariants: boolean, limits: Limits): ReadCase {
  const ready = readAssembled(assembled)
  pricedCase(ready, limits)
  if (keepsVariants && ready.variantsIgnored > 0) assembledScenario(assembled)
  return ready
}

/** Reads a case from the files of its tables, or from a workbook, and holds it to the limits. */
export function caseOfUpload(task: { files: readonly UploadedFile[]; isWorkbook?: boolean; limits: Limits } & Keeping): Promise<Ended> {
  return carried(async () => withinLimits(await caseOfFiles(task.files, task.isWorkbook), task.keepsVariants ?? false, task.limits))
}

/** What is compared: a scenario, or the text of one; what is set over it; and how. */
export interface Comparing {
  scenario: Scenario | PostedText
  overrides: Overrides
  model: ModelVersion
  numbers: NumberForm
  limits: Limits
}

/** The variants of a scenario side by side. */
export function comparisonOf({ scenario: given, overrides, model, numbers, limits }: Comparing): Promise<Ended> {
  return carried(() => {
    const scenario = 'text' in given ? scenarioOfText(given) : given
    priceOfComparison(comparedCases(scenario, overrides), limits)
    const answer = compare(scenario, overrides, { model, methods: new WrittenMethods() })
    return rendered(answer as unknown as Unrendered, numbers)
  })
}

/** What a report is asked about: the case, the scenario that it is the centre of, or the text of one, and what was set over it. */
export interface ReportAsked {
  ready: ReadCase
  form: ReportForm
  scenario?: Scenario | PostedText | undefined
  overrides?: Overrides
  more?: readonly Warning[]
  model: ModelVersion
  limits: Limits
}

/** The business-case paper of a case. */
export function reportOf({ ready, form, scenario: given, overrides = {}, more = [], model, limits }: ReportAsked): Promise<Ended> {
  return carried(async () => {
    const scenario = given !== undefined && 'text' in given ? scenarioOfText(given) : given
    if (scenario !== undefined) priceOfComparison(comparedCases(scenario, overrides), limits)
    return await report({ ready, scenario, overrides, more }, form, { model, methods: new WrittenMethods() })
  })
}

/** The methods that this thread has written for the page: a slider asks for the same structure again and again. */
const methodsOfPage = new WrittenMethods(300_000)

/** The figures and charts of a case as pieces of a page. */
export function pictureOf(pictured: Pictured): Promise<Ended> {
  return carried(() => pictureOfCase(pictured, methodsOfPage))
}

/** What matters in a case, in its order and drawn. */
export function orderOf({ ready, model }: Pictured): Promise<Ended> {
  return carried(() => orderOfCase(ready, model))
}

/** What a simulation adds to them. */
export function chancePictureOf(task: Pictured & { simulation: Simulation; certain: number }): Promise<Ended> {
  return carried(() => chanceOfCase(task, methodsOfPage, task.simulation, task.certain))
}

function scenarioOfText({ text, format, texts, limits }: PostedText): Scenario {
  return readScenario(text, format, { load: (reference) => texts.get(reference), depth: limits.depth })
}

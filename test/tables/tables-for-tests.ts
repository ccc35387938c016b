import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from '../../src/answers/appraise.ts'
import type { Assembled } from '../../src/case/assemble.ts'
import { CaseError } from '../../src/case/problem.ts'
import { completeCase, readAssembled } from '../../src/case/read-case.ts'
import { readScenario, type Scenario, variantCase } from '../../src/case/scenario.ts'
import type { Case } from '../../src/case/schema.ts'
import type { Grid } from '../../src/tables/cells.ts'
import { type CsvFile, csvSet, readCsvSet } from '../../src/tables/csv-set.ts'
import { caseFromTables } from '../../src/tables/from-tables.ts'
import { scenarioInTables } from '../../src/tables/to-tables.ts'

const folder = join(import.meta.dirname, '..', '..', 'scenarios')

/** Every scenario of the library, read from its YAML, by the name of its file. */
export function libraryScenarios(): Map<string, Scenario> {
  const load = (reference: string) => {
    const name = reference.endsWith('.yaml') ? reference : `${reference}.yaml`
    return { text: readFileSync(join(folder, name), 'utf8'), format: 'yaml' as const, name }
  }
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return new Map(names.map((name) => [name, readScenario(load(name).text, 'yaml', { load, name })]))
}

/** The hash of a case that is already plain values, as an answer has it. */
export function hashOfCase(theCase: Case): string {
  return hashOf(completeCase(theCase).case)
}

/** The hash of a case put together from tables. */
export function hashOfTables(assembled: Assembled): string {
  return hashOf(readAssembled(assembled).case)
}

/** The hashes of a scenario's variants. */
export function variantHashes(scenario: Scenario): string[] {
  return scenario.variants.map(({ id }) => `${id} ${hashOfCase(variantCase(scenario, id))}`)
}

/** A scenario's tables as the files of a CSV set. */
export function csvFiles(scenario: Scenario): CsvFile[] {
  return [...csvSet(scenarioInTables(scenario))].map(([name, text]) => ({ name: `${name}.csv`, text }))
}

/** The case that a CSV set holds. */
export function caseOfCsv(files: readonly CsvFile[]): Assembled {
  return caseFromTables(readCsvSet(files), 'file')
}

/** The case that the sheets of a workbook hold. */
export function caseOfSheets(grids: readonly Grid[]): Assembled {
  return caseFromTables(grids, 'sheet')
}

/** What stops a case, as its CaseError; fails where nothing does. */
export async function refusalOf(work: () => unknown): Promise<CaseError> {
  try {
    await work()
  } catch (error) {
    if (error instanceof CaseError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

import { referenceData } from '../../src/reference/version.ts'
import { methodVersion } from '../../src/version.ts'
import { moved } from './compare.ts'
import { type Appraisal, appraised, keptOf, kindsOf } from './figures.ts'
import { presentInputs } from './inputs.ts'
import { fileOf, type GoldenRecord, goldenFiles, keptInputs, readRecord, writeInputs, writeRecord } from './record.ts'

/*
 * `npm run golden`: keeps the figures of cases and kinds of figures that are new. It never writes over a figure: where one has moved it
 * says so and writes nothing, and the way on is a higher methodVersion in src/version.ts, which begins a new file.
 */

/** Adds to the golden figures what is not kept yet. Throws an Error, and writes nothing, where a kept figure has moved. */
export async function keepGolden(): Promise<string> {
  const inputs = keptInputs()
  const names = new Map(presentInputs().map(({ name, inputHash, given }) => [inputHash, { name, given }]))
  for (const [inputHash, { given }] of names) if (!inputs.has(inputHash)) inputs.set(inputHash, given)
  const file = fileOf({ method: methodVersion, referenceData })
  const found = readRecord(file)?.record
  const record: GoldenRecord = found ?? { method: methodVersion, referenceData, follows: last(file), groups: [], cases: {} }
  const nameOf = (inputHash: string) => names.get(inputHash)?.name ?? nameBefore(inputHash)
  const now = new Map<string, Appraisal>()
  for (const [inputHash, given] of inputs) now.set(inputHash, await appraised(given, referenceData))

  const kept = record.groups.flat()
  const added = [...new Set([...now.values()].flatMap((each) => [...kindsOf(each)]))].filter((kind) => !kept.includes(kind)).sort()
  if (added.length > 0) record.groups.push(added)
  const faults: string[] = []
  for (const [inputHash, appraisal] of now) {
    const figures = keptOf(appraisal, record.groups)
    const golden = record.cases[inputHash]
    if (golden !== undefined) faults.push(...moved(golden, figures).map((each) => `${golden.name}: ${each}`))
    record.cases[inputHash] = golden === undefined ? { name: nameOf(inputHash), ...figures } : { ...golden, numbers: figures.numbers }
  }
  if (faults.length > 0)
    throw new Error(`Figures have moved, and ${file} is kept as it is. Raise methodVersion in src/version.ts.\n${faults.join('\n')}`)
  writeInputs(inputs)
  writeRecord(record)
  return `${file}: ${now.size} cases, ${record.groups.flat().length} kinds of figures`
}

/** The file that a new one follows: the one that none follows yet. */
function last(file: string): GoldenRecord['follows'] {
  const read = goldenFiles()
    .filter((each) => each !== file)
    .map((each) => ({ file: each, ...(readRecord(each) as { record: GoldenRecord; sha256: string }) }))
  const followed = read.map(({ record }) => record.follows?.file)
  const end = read.find((each) => !followed.includes(each.file))
  return end === undefined ? null : { file: end.file, sha256: end.sha256 }
}

function nameBefore(inputHash: string): string {
  const names = goldenFiles().flatMap((file) => readRecord(file)?.record.cases[inputHash]?.name ?? [])
  return names.at(-1) ?? 'a case no longer in the library'
}

if (import.meta.main) {
  try {
    console.log(await keepGolden())
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}

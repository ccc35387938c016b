import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { CheckFailure } from '../../src/answers/checked.ts'
import { answer } from '../cases-for-tests.ts'
import { differences } from '../expected.ts'
import type { Seen } from './nets.ts'

const folder = new URL('../cases/', import.meta.url)

/** Appraises the shared cases, the shortest first, then the generated ones, up to `most`, until one is not as the independent implementation expects. */
export function independentCases(most: number): Seen {
  let cases = 0
  for (const { name, text } of texts()) {
    if (cases === most) break
    cases++
    const { case: given, expected } = JSON.parse(text)
    try {
      const [first] = differences(expected, answer(given))
      if (first !== undefined) {
        return { cases, wrong: `${name}: ${first.path} is ${first.got}, expected ${first.expected}`, by: 'a figure' }
      }
    } catch (error) {
      return { cases, wrong: `${name}: ${error}`, by: error instanceof CheckFailure ? 'a check' : 'a breakdown' }
    }
  }
  return { cases }
}

function* texts(): Generator<{ name: string; text: string }> {
  const shared = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
  yield* shared.sort((one, other) => one.text.length - other.text.length)
  const generated = gunzipSync(readFileSync(new URL('../independent/generated-1.jsonl.gz', import.meta.url))).toString('utf8')
  for (const [place, text] of generated.trim().split('\n').entries()) yield { name: `generated case ${place}`, text }
}

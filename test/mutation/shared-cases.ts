import { readdirSync, readFileSync } from 'node:fs'
import { appraise } from '../../src/answers/appraise.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { readCase } from '../../src/case/read-case.ts'
import { rendered } from '../../src/formats/json.ts'
import { differences } from '../expected.ts'

/*
 * The cases that another implementation, in another language, has worked out, each as a question: does the method still agree?
 */

/** One case and whether the program still answers it as the independent implementation does. */
export interface SharedCase {
  id: string
  /** What is wrong with the answer; nothing where it agrees. A case is read anew from its text, or taken as it was read at the start. */
  failure(how: 'from its text' | 'as read before'): string | undefined
}

const folder = new URL('../cases/', import.meta.url)
const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }

/** The shared cases, the shortest first. */
export function sharedCases(): SharedCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
    .sort((one, other) => one.text.length - other.text.length)
    .map(({ name, text }) => {
      const { case: given, expected } = JSON.parse(text)
      const asText = JSON.stringify(given)
      const read = readCase(asText, 'json')
      return {
        id: `shared case ${name}`,
        failure: (how) => {
          try {
            const ready = how === 'from its text' ? readCase(asText, 'json') : read
            const got = rendered(appraise(ready, { model, methods: new WrittenMethods() }))
            const [first] = differences(expected, got)
            return first === undefined ? undefined : `${first.path}: expected ${first.expected}, got ${first.got}`
          } catch (error) {
            return String(error)
          }
        },
      }
    })
}

import { plainText } from './decimal-text.ts'
import { type OddValue, oddNumber, oddText } from './place.ts'
import { pointerOf } from './pointer.ts'
import { CaseError } from './problem.ts'
import { depthLimit } from './read-json.ts'

/**
 * The numbers and texts among plain values that a case cannot take, numbers by their shortest text.
 * Throws a CaseError of status 422 where objects and lists go deeper than 64 levels, or round in a circle.
 */
export function readPlain(root: unknown): OddValue[] {
  const odd: OddValue[] = []
  const steps: (string | number)[] = []
  const walk = (value: unknown): void => {
    const fault = typeof value === 'number' ? oddNumber(plainText(value)) : typeof value === 'string' ? oddText(value) : undefined
    if (fault !== undefined) odd.push({ pointer: pointerOf(steps), ...fault })
    if (typeof value !== 'object' || value === null) return
    if (steps.length >= depthLimit) {
      throw new CaseError(422, 'not-a-case', [
        { pointer: '', path: '', message: `Objects and lists go more than ${depthLimit} levels deep.`, expected: 'a case' },
      ])
    }
    for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      steps.push(key)
      walk(inner)
      steps.pop()
    }
  }
  walk(root)
  return odd
}

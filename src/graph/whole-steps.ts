import type { Part } from './part.ts'

/** What is released in whole steps, and how large a step is. */
export interface WholeSteps {
  of: Part
  step: Part
}

/**
 * A sum that says whole steps: floor(x ÷ s) × s + x × (1 − s ÷ s), where s ÷ s is 0 for an s of 0, so that all of x comes out. Undefined
 * for every other part.
 */
export function wholeSteps(part: Part): WholeSteps | undefined {
  if (part.is !== 'sum' || part.terms.length !== 2 || part.terms.some(({ times }) => times !== 1)) return undefined
  const [steps, singly] = part.terms.map((term) => term.part)
  if (steps?.is !== 'product' || singly?.is !== 'product' || steps.of.length !== 2) return undefined
  const [floor, step] = steps.of
  if (floor?.is !== 'floor' || step === undefined) return undefined
  const [count] = floor.of
  if (count.is !== 'quotient' || !areSame(count.of[1], step)) return undefined
  const [of] = count.of
  const isAll = singly.of.length === 2 && areSame(singly.of[0], of) && isOneLessOne(singly.of[1], step)
  return isAll ? { of, step } : undefined
}

/** Whether a part is 1 − s ÷ s. */
function isOneLessOne(part: Part | undefined, step: Part): boolean {
  if (part?.is !== 'sum' || part.terms.length !== 2) return false
  const [one, less] = part.terms
  const isOne = one?.times === 1 && one.part.expression?.isOne === true
  return isOne && less?.times === -1 && less.part.is === 'quotient' && less.part.of.every((each) => areSame(each, step))
}

function areSame(one: Part | undefined, other: Part): boolean {
  return one?.expression !== undefined && one.expression.index === other.expression?.index
}

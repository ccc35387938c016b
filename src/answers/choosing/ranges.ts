import type { CompleteCase, Register } from '../../case/complete.ts'
import { follow, isFound } from '../../case/paths.ts'
import type { Shape } from '../../case/quantity.ts'
import type { UncertainInput } from '../../uncertainty/distribution.ts'

/** The ranges of a case, each with the ends of its field's legal domain; those of interventions that are left out included. */
export function rangesOf(complete: CompleteCase, register: Register): UncertainInput[] {
  return [...register.values()].flatMap(({ path, value, range }) => {
    if (range === undefined) return []
    const found = follow(complete, path)
    const field = isFound(found) ? found.field : undefined
    const quantity = field?.is === 'rates' ? field.one : field
    if (quantity?.is !== 'quantity') throw new Error(`${path} has a range and is no quantity`)
    const { minimum, maximum } = quantity.domain
    return [{ path, central: value, low: range.low, high: range.high, shape: range.shape as Shape, minimum, maximum }]
  })
}

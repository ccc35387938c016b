import type { CompleteCase, Register } from '../../case/complete.ts'
import { follow, isFound } from '../../case/paths.ts'
import type { QuantityDomain, Shape } from '../../case/quantity.ts'
import type { UncertainInput } from '../../uncertainty/distribution.ts'

/** Every quantity of a case that has a range, with the ends between which its field is legal. Source: method 9. */
export function rangesOf(complete: CompleteCase, register: Register): UncertainInput[] {
  return [...register.values()].flatMap(({ path, value, range }) => {
    if (range === undefined) return []
    const { minimum, maximum } = domainOf(complete, path)
    return [{ path, central: value, low: range.low, high: range.high, shape: range.shape as Shape, minimum, maximum }]
  })
}

/** The legal ends of the quantity at a path. Throws where no quantity is there. */
export function domainOf(complete: CompleteCase, path: string): QuantityDomain {
  const found = follow(complete, path)
  if (isFound(found) && found.field.is === 'quantity') return found.field.domain
  if (isFound(found) && found.field.is === 'rates') return found.field.one.domain
  throw new Error(`${path} is in the register and leads to no quantity of the case`)
}

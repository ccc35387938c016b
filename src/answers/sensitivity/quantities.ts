import type { Assumption } from '../../case/complete.ts'
import type { QuantityField } from '../../case/fields.ts'
import { follow, isFound } from '../../case/paths.ts'
import type { VariedCase } from '../varied.ts'

/** A quantity that the method reads, with what it is at the centre and the ends between which it is legal. */
export interface ReadQuantity {
  assumption: Assumption
  path: string
  centre: number
  least: number
  most: number
}

/** The field of a quantity at a path of a case; undefined where the path leads to anything else, or nowhere. */
export function quantityField(root: unknown, path: string): QuantityField | undefined {
  const found = follow(root, path)
  if (!isFound(found)) return undefined
  const field = found.field.is === 'rates' ? found.field.one : found.field
  return field.is === 'quantity' ? field : undefined
}

/** Every quantity of the register that the method reads, in the order of the register. Counts, dates and words shape the case and are none. */
export function quantitiesRead(varied: VariedCase): ReadQuantity[] {
  const { complete, register, method } = varied.figures
  const inputs = new Set(method.book.graph.inputs)
  return [...register.values()].flatMap((assumption) => {
    const { path } = assumption
    const field = inputs.has(path) ? quantityField(complete, path) : undefined
    if (field === undefined) return []
    const { minimum, maximum } = field.domain
    return [{ assumption, path, centre: varied.centre(path), least: Number(minimum), most: Number(maximum) }]
  })
}

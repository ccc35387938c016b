import type { CompleteCase, Register } from '../case/complete.ts'
import { decimalPattern } from '../case/quantity.ts'
import { type Appraisal, appraisal } from '../method/appraisal.ts'

const decimal = new RegExp(decimalPattern)
/** Names that may look like numbers: whose cash it is shapes the ladder. */
const names = new Set(['body', 'funder'])
const wordsThatShapeNothing = new Set(['title', 'notes', 'note', 'source', 'description', 'action', 'owner'])

/**
 * What shapes the method of a case: everything but its numbers and its prose. A plain 0 or 1 is shape, because it folds away;
 * a range or a reference never folds.
 */
export function structureOf(complete: CompleteCase): string {
  return JSON.stringify(complete, (key, value: unknown) => {
    if (wordsThatShapeNothing.has(key)) return undefined
    if (names.has(key)) return value
    if (typeof value === 'string') return decimal.test(value) && value !== '0' && value !== '1' ? '#' : value
    if (typeof value === 'object' && value !== null && ('central' in value || 'ref' in value)) return '~'
    return value
  })
}

/** Methods written for the structures met lately: another case of the same structure only changes the inputs. */
export class WrittenMethods {
  private readonly byStructure = new Map<string, Appraisal>()
  private readonly mostNodes: number
  private nodes = 0

  /** Keeps written methods of at most `mostNodes` nodes together, the latest used. */
  constructor(mostNodes = 1_000_000) {
    this.mostNodes = mostNodes
  }

  /** The method written for a case, or for an earlier one of the same structure. */
  for(complete: CompleteCase, register: Register): Appraisal {
    const structure = structureOf(complete)
    const known = this.byStructure.get(structure)
    if (known) {
      this.byStructure.delete(structure)
      this.byStructure.set(structure, known)
      return known
    }
    const written = appraisal(complete, register)
    this.keep(structure, written)
    return written
  }

  private keep(structure: string, written: Appraisal): void {
    const size = written.book.graph.size
    if (size > this.mostNodes) return
    this.byStructure.set(structure, written)
    this.nodes += size
    for (const [oldest, { book }] of this.byStructure) {
      if (this.nodes <= this.mostNodes) break
      this.byStructure.delete(oldest)
      this.nodes -= book.graph.size
    }
  }
}

import { WrittenMethods } from '../../answers/structure.ts'
import type { CompleteCase, Register } from '../../case/complete.ts'
import type { Appraisal } from '../../method/appraisal.ts'
import type { Meters } from './meters.ts'

/** Written methods that count what is worked out with them: each is asked for once an appraisal. */
export class CountedMethods extends WrittenMethods {
  private readonly meters: Meters

  constructor(meters: Meters) {
    super()
    this.meters = meters
  }

  override for(complete: CompleteCase, register: Register): Appraisal {
    const method = super.for(complete, register)
    this.meters.appraisals.inc()
    this.meters.operations.inc(method.book.graph.size)
    return method
  }
}

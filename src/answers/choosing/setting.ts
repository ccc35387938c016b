import type { ReadCase } from '../../case/read-case.ts'
import type { ModelVersion } from '../model-version.ts'
import type { VariedCase } from '../varied.ts'
import type { Choice } from './asked.ts'
import { type Appraisal, appraisePackage } from './exactly.ts'
import { idsOf, type Subset } from './subset.ts'
import type { Pause } from './subset-reader.ts'

/** What a choice is made in: the case, what is asked for, and the interventions to choose from. */
export class Setting {
  readonly ready: ReadCase
  readonly varied: VariedCase
  readonly choice: Choice
  /** The included interventions in the order of their ids: the bits of a subset. */
  readonly ids: readonly string[]
  readonly pause: Pause
  private readonly model: ModelVersion
  private readonly appraised = new Map<Subset, Appraisal>()

  constructor(given: { ready: ReadCase; varied: VariedCase; choice: Choice; ids: readonly string[]; pause: Pause; model: ModelVersion }) {
    this.ready = given.ready
    this.varied = given.varied
    this.choice = given.choice
    this.ids = given.ids
    this.pause = given.pause
    this.model = given.model
  }

  /** The ids of a subset. */
  idsOf(subset: Subset): string[] {
    return idsOf(subset, this.ids)
  }

  /** The exact appraisal of one package, made once. Throws CheckFailure where a check fails. */
  exactly(subset: Subset): Appraisal {
    const known = this.appraised.get(subset)
    if (known !== undefined) return known
    const made = appraisePackage(this.ready, this.idsOf(subset), this.model)
    this.appraised.set(subset, made)
    return made
  }
}

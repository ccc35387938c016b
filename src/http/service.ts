import type { Workshop } from '../answers/appraise.ts'
import type { Library } from './library.ts'

/** What the routes work with. */
export interface Service extends Workshop {
  library: Library
  /** False from the moment the service begins to stop. */
  isReady: () => boolean
}

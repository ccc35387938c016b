import type { Workshop } from '../answers/appraise.ts'
import type { Library } from './library.ts'
import type { RecentAnswers } from './recent-answers.ts'

/** What the routes work with. */
export interface Service extends Workshop {
  library: Library
  /** The answers about scenarios given lately. */
  recent: RecentAnswers
  /** False from the moment the service begins to stop. */
  isReady: () => boolean
}

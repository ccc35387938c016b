import type { Workshop } from '../answers/appraise.ts'
import type { Limits } from '../answers/cost/limits.ts'
import type { Desk } from '../answers/crew/desk.ts'
import type { Library } from './library.ts'
import type { RecentAnswers } from './recent-answers.ts'

/** What the routes work with. */
export interface Service extends Workshop {
  library: Library
  /** The answers about scenarios given lately. */
  recent: RecentAnswers
  /** The threads that do long work, so that others are answered meanwhile. */
  crew: Desk
  /** The most of everything that a question may bring or take. */
  limits: Limits
  /** False from the moment the service begins to stop. */
  isReady: () => boolean
}

import { type CostError, inThousands } from '../answers/cost/limits.ts'
import type { WorkError, WorkFault } from '../uncertainty/work-error.ts'
import { type ProblemCode, type ProblemDocument, problemDocument } from './problem.ts'

/** The problem of each way in which work is not done. Nobody reads the one of a client that has gone. */
const problemOf: Readonly<Record<WorkFault, ProblemCode>> = {
  busy: 'busy',
  'too-long': 'work-too-long',
  'out-of-memory': 'work-out-of-memory',
  ended: 'work-ended',
  gone: 'work-ended',
}
const advice: Readonly<Record<WorkFault, string>> = {
  busy: '',
  'too-long': ' Ask for fewer draws, or send a smaller case.',
  'out-of-memory': ' Ask for fewer draws, or send a smaller case.',
  ended: ' Ask again.',
  gone: '',
}

/** The seconds after which it is worth asking again, by the code of a problem. */
export const retryAfter: Readonly<Record<string, string>> = { busy: '5', 'work-ended': '1' }

/** The problem document of work that was not done. */
export function workProblem({ fault, message }: WorkError): ProblemDocument {
  return problemDocument(problemOf[fault], message + advice[fault])
}

/** The problem document of a question that is too large, with what it takes and the limit in figures. */
export function costProblem({ code, limit, message, got, most }: CostError): ProblemDocument {
  const figures = { got: inThousands(got), expected: `at most ${inThousands(most)} (limits.${limit} of /version)` }
  return problemDocument(code, message, [{ pointer: '', path: '', message, ...figures }])
}

import { CaseError } from '../case/problem.ts'

/** Reads a case whose text the caller never saw, so that its problems name paths and no lines. */
export function unplaced<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof CaseError)) throw error
    const problems = error.problems.map(({ line: _, column: __, ...problem }) => problem)
    throw new CaseError(error.status, error.code, problems, error.total)
  }
}

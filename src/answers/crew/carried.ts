import type { CompleteCase } from '../../case/complete.ts'
import { CaseError, type Problem } from '../../case/problem.ts'
import { exactNumber } from '../../graph/exact.ts'
import { CheckFailure } from '../checked.ts'
import { CostError } from '../cost/limits.ts'
import { LineError } from '../line-error.ts'
import { OptionError } from '../option-error.ts'

/** How a job ended, as plain data: an error between threads keeps its message and loses what it is. */
export type Ended =
  | { is: 'done'; value: unknown }
  | { is: 'case'; status: CaseError['status']; code: string; problems: Problem[]; total: number }
  | { is: 'line'; code: LineError['code']; message: string; got: string; expected: string }
  | { is: 'option'; code: OptionError['code']; option: string; message: string; got: string; expected: string }
  | { is: 'cost'; code: CostError['code']; limit: CostError['limit']; message: string; got: number; most: number }
  | { is: 'check'; failed: { id: string; texts: string[] }[]; complete: CompleteCase | undefined }

/** Does a job and carries what it gives, or the error that a caller is to be told, as plain data. Any other error is thrown. */
export async function carried(job: () => unknown): Promise<Ended> {
  try {
    return { is: 'done', value: await job() }
  } catch (error) {
    if (error instanceof CaseError) {
      const { status, code, problems, total } = error
      return { is: 'case', status, code, problems, total }
    }
    if (error instanceof LineError) {
      const { code, message, got, expected } = error
      return { is: 'line', code, message, got, expected }
    }
    if (error instanceof OptionError) {
      const { code, option, message, got, expected } = error
      return { is: 'option', code, option, message, got, expected }
    }
    if (error instanceof CostError) {
      const { code, limit, message, got, most } = error
      return { is: 'cost', code, limit, message, got, most }
    }
    if (error instanceof CheckFailure) {
      const texts = error.failed.map(({ id, left, right, difference, tolerance }) => ({
        id,
        texts: [left, right, difference, tolerance].map((each) => each.toString()),
      }))
      return { is: 'check', failed: texts, complete: error.complete }
    }
    throw error
  }
}

/** What a job gave. Throws the error it ended with, as it was. */
export function uncarried(ended: Ended): unknown {
  switch (ended.is) {
    case 'done':
      return ended.value
    case 'case':
      throw new CaseError(ended.status, ended.code, ended.problems, ended.total)
    case 'line':
      throw new LineError(ended.code, ended.message, ended.got, ended.expected)
    case 'option':
      throw OptionError.as(ended)
    case 'cost':
      throw new CostError(ended.code, ended.limit, ended.message, ended.got, ended.most)
    case 'check': {
      const failed = ended.failed.map(({ id, texts }) => {
        const [left, right, difference, tolerance] = texts.map(exactNumber) as [Number34, Number34, Number34, Number34]
        return { id, left, right, difference, tolerance, pass: false }
      })
      throw new CheckFailure(failed, ended.complete)
    }
  }
}
type Number34 = ReturnType<typeof exactNumber>

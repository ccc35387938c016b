import { rendered } from '../case/problem.ts'
import { LineError } from './line-error.ts'

/** An option of a question that cannot be answered: its name, what is wrong with it, and what would be taken. */
export class OptionError extends Error {
  readonly code: 'wrong-option' | 'unknown-path' | 'not-a-quantity' | LineError['code']
  readonly option: string
  readonly got: string
  readonly expected: string

  constructor(code: OptionError['code'], option: string, message: string, { got, expected }: { got: unknown; expected: string }) {
    super(message)
    this.name = 'OptionError'
    this.code = code
    this.option = option
    this.got = rendered(got)
    this.expected = expected
  }

  /** The error that plain data stands for, its `got` as it was told. */
  static as({ code, option, message, got, expected }: Pick<OptionError, 'code' | 'option' | 'message' | 'got' | 'expected'>): OptionError {
    return Object.assign(new OptionError(code, option, message, { got, expected }), { got })
  }
}

/** What a line that an option names is read as. Throws an OptionError that names the option where no such line is there. */
export function forOption<T>(option: string, given: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof LineError)) throw error
    throw new OptionError(error.code, option, error.message, { got: given, expected: error.expected })
  }
}

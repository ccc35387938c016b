/** Something about a choice that cannot be: an option of it, or the ranges of the case that it would draw from. */
export class ChoiceError extends Error {
  /** The option, or the path of a range. */
  readonly about: string
  readonly got: string
  readonly expected: string

  constructor(about: string, message: string, got: string, expected: string) {
    super(message)
    this.name = 'ChoiceError'
    this.about = about
    this.got = got
    this.expected = expected
  }
}

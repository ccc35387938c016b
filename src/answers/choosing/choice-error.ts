/** Something about a choice that cannot be: an option of it, or a case with nothing to choose from. */
export class ChoiceError extends Error {
  /** The option, or the path of the list that has nothing in it. */
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

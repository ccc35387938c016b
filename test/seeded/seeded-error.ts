/** One change of the source: a text that stands there exactly once, and what a modeller in error would have written. */
export interface Edit {
  find: string
  put: string
}

/** A mistake that modellers make, in words, and how it would look in our source. */
export interface SeededError {
  /** What is got wrong, in plain English. */
  error: string
  /** The file it would stand in, from the root of the project. */
  file: string
  edits: readonly Edit[]
  /** The file of hand-worked tests, under test/, that must notice, besides the cases worked out by the independent implementation. */
  byHand: string
}

/** A seeded error of a single change. */
export function seeded(error: string, file: string, find: string, put: string, byHand: string): SeededError {
  return { error, file, edits: [{ find, put }], byHand }
}

/** The source with the error in it. Throws an Error where a text to replace does not stand there exactly once. */
export function withError({ error, file, edits }: Pick<SeededError, 'error' | 'file' | 'edits'>, source: string): string {
  return edits.reduce((text, { find, put }) => {
    const times = text.split(find).length - 1
    if (times !== 1) throw new Error(`“${error}” expects this exactly once in ${file}, and finds it ${times} times:\n${find}`)
    return text.replace(find, () => put)
  }, source)
}

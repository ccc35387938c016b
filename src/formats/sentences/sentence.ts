/** A figure in a sentence: how it is written there, and the id of the line that it is the value of. */
export interface Told {
  text: string
  line: string
}

/** A sentence: words, and figures that know where they come from, so that a page can link each to its explanation. */
export type Sentence = readonly (string | Told)[]

/** A figure in a sentence. */
export function told(text: string, line: string): Told {
  return { text, line }
}

/** A sentence as a bare text. */
export function plain(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

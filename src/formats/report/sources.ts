const confidence = /(?:,| \() ?confidence ([A-Z]\d?)\)/

/** How sure a built-in figure is, by the letters of its source; nothing where the source has none. */
export function confidenceOf(source: string): string | undefined {
  return confidence.exec(source)?.[1]
}

/** A source without how sure a figure of it is: the same study gives figures of several kinds. */
export function withoutConfidence(source: string): string {
  return source.replace(confidence, (found) => (found.startsWith(',') ? ')' : ''))
}

/** The sources of some values, each once, in the order in which they are first met. */
export function sourcesOf(values: readonly { source?: string | undefined }[]): string[] {
  return [...new Set(values.flatMap(({ source }) => (source === undefined ? [] : withoutConfidence(source))))]
}

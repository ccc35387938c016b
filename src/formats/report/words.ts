/** Some things as people list them: one, two and three. */
export function wordList(words: readonly string[], joined = 'and'): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joined} ${last}`
}

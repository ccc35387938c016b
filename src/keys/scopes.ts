/**
 * What a caller may be let do, one word each: `appraise` asks for anything but what follows; `simulate` asks the questions that take many
 * appraisals; `upload` sends files; `metrics` reads how the service runs. None of them holds another.
 */
export const scopes = ['appraise', 'simulate', 'upload', 'metrics'] as const
export type Scope = (typeof scopes)[number]

/** Whether a word is one of the scopes. */
export function isScope(word: unknown): word is Scope {
  return scopes.includes(word as Scope)
}

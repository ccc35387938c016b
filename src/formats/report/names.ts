import type { CompleteCase } from '../../case/complete.ts'

/** What something with an id is called. */
export function called({ title, id }: { title?: string | undefined; id: string }): string {
  return title ?? id
}

/** What an intervention is called, by its id. */
export function interventionCalled({ interventions }: CompleteCase, id: string): string {
  return called(interventions.find((each) => each.id === id) ?? { id })
}

/** The body in a sentence: a bare common name takes its article. */
export function bodyCalled({ body }: { body: string }): string {
  return body === 'council' ? 'the council' : body
}

/** A text with a capital. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** A list in pieces of six at the most: as many years as stand side by side on A4. */
export function inSixes<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / 6) }, (_, place) => list.slice(6 * place, 6 * place + 6))
}

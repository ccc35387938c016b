import type { CompleteCase } from '../../case/complete.ts'

/** What something with an id is called. */
export function called({ title, id }: { title?: string | undefined; id: string }): string {
  return title ?? id
}

/** What an intervention is called, by its id. */
export function interventionCalled({ interventions }: CompleteCase, id: string): string {
  return called(interventions.find((each) => each.id === id) ?? { id })
}

/** A text with a capital. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** The months of the case in words: April 2026 to March 2031. */
export function inSixes<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / 6) }, (_, place) => list.slice(6 * place, 6 * place + 6))
}

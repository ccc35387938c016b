import type { Figures } from '../figures.ts'
import { inputTitle } from '../input-titles.ts'

/** What a demand is called in a sentence: its title in quotation marks, or its id where nobody gave it one. */
export function demandNamed({ complete }: Figures, id: string): string {
  return quoted(complete.demand.find((each) => each.id === id)?.title, id)
}

/** The same for an intervention. */
export function interventionNamed({ complete }: Figures, id: string): string {
  return quoted(complete.interventions.find((each) => each.id === id)?.title, id)
}

/** What a value is in words, in quotation marks: what it belongs to, and what it is of that. */
export function valueNamed({ complete }: Figures, path: string): string {
  return `“${inputTitle(complete, path)}”`
}

// A method is shared by all cases of one structure, so the titles come from the case itself.
function quoted(title: string | undefined, id: string): string {
  return title === undefined ? id : `“${title}”`
}

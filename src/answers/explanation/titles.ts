import type { CompleteCase } from '../../case/complete.ts'
import { follow, isFound, valueAt } from '../../case/paths.ts'

/** A title longer than this would drown a formula, so the id stands in for it. */
const longestTitle = 60

/** What an owner of lines is called in words: the titles of the parts of its path, innermost first; nothing for the case itself. */
export function ownerWords(complete: CompleteCase, owner: string): string {
  if (owner === 'economic.fiscal') return 'budgets alone'
  if (owner === 'economic.public') return 'with economic and social value'
  return ownerParts(complete, owner).join(', ')
}

/** The titles, or ids, of the parts of an owner's path, innermost first. */
export function ownerParts(complete: CompleteCase, owner: string): string[] {
  const [list, ...parts] = owner.split('.')
  if (list !== 'demand' && list !== 'interventions' && list !== 'funding') return []
  const titles: string[] = []
  for (let place = 1; place <= parts.length; place += 2) {
    const path = [list, ...parts.slice(0, place)].join('.')
    // interventions.fft.avoided.care: what the intervention avoids of a demand.
    const at = parts[place - 2] === 'avoided' ? `demand.${parts[place - 1]}` : actsOn(complete, path)
    titles.unshift(titleAt(complete, at) ?? (parts[place - 1] as string))
  }
  return titles
}

/** An effect without a title goes by that of the demand it acts on. */
function actsOn(complete: CompleteCase, path: string): string {
  const value = valueAt(complete, path)
  const isEffect = typeof value === 'object' && value !== null && 'demand' in value && titleAt(complete, path) === undefined
  return isEffect ? `demand.${value.demand}` : path
}

function titleAt(complete: CompleteCase, path: string): string | undefined {
  const value = valueAt(complete, path)
  const title = typeof value === 'object' && value !== null && 'title' in value ? value.title : undefined
  return typeof title === 'string' && title.length <= longestTitle ? title : undefined
}

/** The object of the case that a path of an input stands in: demand.care.costs.place for its amount. */
export function holderOf(path: string): string {
  const parts = path.split('.')
  const lists = ['costs', 'savings', 'effects']
  const depth = lists.includes(parts[2] ?? '') ? 4 : 2
  return parts.slice(0, Math.min(depth, parts.length - 1)).join('.')
}

/** What an input of the case is, in the words of the schema: “share of the unit cost that moves with numbers”. */
export function inputWords(complete: CompleteCase, path: string): string {
  const found = follow(complete, path)
  const field = isFound(found) ? found.field : undefined
  const quantity = field?.is === 'rates' ? field.one : field
  if (quantity?.is !== 'quantity') return path
  const [meaning = path] = quantity.meaning.split(/ \(|;/)
  const last = path.split('.').at(-1) ?? ''
  const place = /^[0-9]+$/.test(last) ? ` (the ${ordinal(Number(last) + 1)})` : /^[0-9]{4}-[0-9]{2}$/.test(last) ? ` (${last})` : ''
  return `${meaning}${place}`
}

function ordinal(number: number): string {
  const tens = number % 100
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

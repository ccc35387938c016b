import { caseField, type Field, type Property, scenarioField, scenarioKeys } from './fields.ts'
import { nearest, wordList } from './nearest.ts'
import { rendered } from './problem.ts'

/** Where in a case each key may stand, as paths with [] for lists: windowMonths → interventions[].effects[]. */
const places = new Map<string, Set<string>>()
collect(caseField, '')
for (const key of scenarioKeys) places.set(key, (places.get(key) ?? new Set()).add('the top of a scenario'))
collect((scenarioField.properties.get('variants') as Property).field, 'variants')

function collect(field: Field, at: string): void {
  if (field.is === 'list') collect(field.items, `${at}[]`)
  if (field.is === 'kinds') for (const [kind, branch] of field.kinds) collect(branch, `${at} of kind ${kind}`)
  if (field.is !== 'object') return
  for (const [key, { field: inner }] of field.properties) {
    const known = places.get(key) ?? new Set<string>()
    known.add(at === '' ? 'the top of the case' : at)
    places.set(key, known)
    collect(inner, at === '' ? key : `${at}.${key}`)
  }
}

/** What to say about a key that an object does not have; `meant` is the key that was probably meant, if one is near. */
export function unknownKey(key: string, known: readonly string[]): { message: string; meant?: string } {
  const meant = nearest(key, known)
  const said = `There is no key ${rendered(key)} here.`
  const elsewhere = [...(places.get(key) ?? [])]
  if (elsewhere.length > 0 && elsewhere.length <= 6) return { message: `${said} It belongs in ${wordList(elsewhere)}.` }
  if (meant !== undefined) return { message: `${said} Did you mean ${meant}?`, meant }
  return { message: `${said} The keys here are ${wordList(known, 'and')}.` }
}

import { isFinancialYear } from './calendar.ts'
import { caseField, type Field, isByYear, kindOf } from './fields.ts'
import { itemId } from './list-ids.ts'
import { withoutListNames } from './list-names.ts'
import { nearest } from './nearest.ts'
import { pointerOf, pointerParts } from './pointer.ts'
import { shortened } from './problem.ts'
import { Range, Reference } from './quantity.ts'

/*
 * A path names a value of a case: keys, ids for list items that have them, positions from 0 for plain lists, years for maps.
 * interventions.fft.warmUp.months, demand.care.costs.ifa.amount, funding.dfe.byYear.2026-27
 */

/** Where a path leads: the field there, the value (undefined where the case leaves it out), and the steps in the plain data. */
export interface Found {
  field: Field
  value: unknown
  steps: (string | number)[]
}

/** A path that leads nowhere: the part that goes wrong, the value it was looked for in, and the parts that would have been known there. */
export interface NotFound {
  within: Found
  part: string
  position: number
  known: string[]
  reason?: string
}

/** Follows a path through a case that need not be legal. Returns where it leads, or where it goes wrong. */
export function follow(root: unknown, path: string): Found | NotFound {
  let at: Found = { field: caseField, value: root, steps: [] }
  let listKey = ''
  for (const [position, part] of path.split('.').entries()) {
    const next = step(at, part, listKey)
    if (!('steps' in next)) return { within: at, part, position, ...next }
    at = next
    listKey = part
  }
  return at
}

/** Whether following a path led somewhere. */
export function isFound(result: Found | NotFound): result is Found {
  return 'steps' in result
}

function step(at: Found, part: string, listKey: string): Found | Pick<NotFound, 'known' | 'reason'> {
  const field = narrowed(at.field, at.value)
  switch (field.is) {
    case 'object': {
      const property = field.properties.get(part)
      if (property === undefined) return { known: [...field.properties.keys()] }
      return to(at, property.field, part)
    }
    case 'list': {
      const items = Array.isArray(at.value) ? at.value : []
      const names = items.map((item, index) => itemId(item, listKey) ?? String(index))
      const index = names.indexOf(part)
      if (index === -1) return { known: names }
      return to(at, field.items, index)
    }
    case 'map':
      if (field.values === undefined || !isFinancialYear(part))
        return { known: Object.keys(isByYear(at.value) ? at.value : {}), reason: 'a financial year such as 2026-27 is expected' }
      return to(at, field.values, part)
    case 'quantity': {
      const keys = quantityKeys(at.value)
      if (!keys.includes(part)) return { known: keys, ...(keys.length === 0 ? { reason: 'it is one number' } : {}) }
      const numeric = part === 'central' || part === 'low' || part === 'high'
      return to(at, numeric ? field : { is: 'text' }, part)
    }
    default:
      return { known: [], reason: 'nothing is inside it' }
  }
}

/** What an object whose kind is wrong or missing has for certain: a place where the kind stands. */
const ofNoKind: Field = { is: 'object', name: '', properties: new Map([['kind', { field: { is: 'text' }, required: true }]]) }

/** The field that a value's own form chooses: the branch of its kind, or one rate against rates by year. */
function narrowed(field: Field, value: unknown): Field {
  if (field.is === 'kinds') return (typeof value === 'object' && value !== null ? kindOf(field, value) : undefined) ?? ofNoKind
  if (field.is === 'rates') return value === undefined || isByYear(value) ? field.byYear : field.one
  return field
}

function to(at: Found, field: Field, key: string | number): Found {
  return { field, value: inside(at.value, key), steps: [...at.steps, key] }
}

function quantityKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys('ref' in value ? Reference.properties : Range.properties)
}

/** The value at a path of a case; undefined where the case leaves it out or has no such path. */
export function valueAt(root: unknown, path: string): unknown {
  const result = follow(root, path)
  return isFound(result) ? result.value : undefined
}

/** The JSON pointer of a path; undefined where the case has no such path. */
export function pointerOfPath(root: unknown, path: string): string | undefined {
  const result = follow(root, path)
  return isFound(result) ? pointerOf(result.steps) : undefined
}

/** The path of a JSON pointer: ids in place of list positions where items have them. */
export function pathOf(root: unknown, pointer: string): string {
  let value = root
  let listKey = ''
  const parts = pointerParts(pointer).map((part) => {
    const inList = Array.isArray(value)
    value = inside(value, part)
    const named = inList ? (itemId(value, listKey) ?? part) : shortened(part)
    listKey = part
    return named
  })
  return parts.join('.')
}

/** A copy of a case with one value replaced or added, made along the way where optional objects are missing. Throws where the path leads nowhere. */
export function withValue(root: unknown, path: string, value: unknown): unknown {
  const result = follow(root, path)
  if (!isFound(result)) throw new Error(whyNotFound(root, path, result))
  return replaced(root, result.steps, value)
}

function replaced(holder: unknown, steps: readonly (string | number)[], value: unknown): unknown {
  const [first, ...rest] = steps
  if (first === undefined) return value
  if (Array.isArray(holder)) return holder.map((item, index) => (index === first ? replaced(item, rest, value) : item))
  const object = (typeof holder === 'object' && holder !== null ? holder : {}) as Record<string, unknown>
  return { ...object, [first]: replaced(object[first], rest, value) }
}

/** Why a path leads nowhere, with the nearest path that leads somewhere. */
export function whyNotFound(root: unknown, path: string, { part, position, known, reason }: NotFound): string {
  const before = path.split('.').slice(0, position).join('.')
  const where = before === '' ? 'A case' : before
  const meant = nearestPath(root, path)
  const advice =
    meant === undefined ? (known.length === 0 ? '' : ` Known here: ${known.slice(0, 20).join(', ')}.`) : ` Did you mean ${meant}?`
  return `There is no path ${path}: ${where} has no "${part}"${reason === undefined ? '' : `; ${reason}`}.${advice}`
}

/** The path that leads somewhere and is written most like a wrong one; undefined where none is near. */
export function nearestPath(root: unknown, path: string): string | undefined {
  const parts = path.split('.')
  for (let tries = 0; tries < parts.length; tries += 1) {
    const result = follow(root, parts.join('.'))
    if (isFound(result)) return parts.join('.')
    const meant = nearest(result.part, result.known)
    if (meant === undefined) break
    parts[result.position] = meant
  }
  const mended = parts.join('.')
  if (isFound(follow(root, mended))) return mended
  const all = knownPaths(root)
  const near = all.find((known) => known.endsWith(`.${path}`)) ?? nearest(path, all)
  if (near !== undefined) return near
  const short = nearest(path, all.map(withoutListNames))
  return all.find((known) => withoutListNames(known) === short)
}

/** Every path of a case that holds a value or could hold one, the values inside quantities left out. */
export function knownPaths(root: unknown): string[] {
  const paths: string[] = []
  const walk = (given: Field, value: unknown, path: string, listKey: string) => {
    const field = narrowed(given, value)
    const below = (key: string) => (path === '' ? key : `${path}.${key}`)
    if (path !== '') paths.push(path)
    if (field.is === 'object') for (const [key, property] of field.properties) walk(property.field, inside(value, key), below(key), key)
    if (field.is === 'list' && Array.isArray(value))
      for (const [index, item] of value.entries()) walk(field.items, item, below(itemId(item, listKey) ?? String(index)), '')
    if (field.is === 'map' && field.values !== undefined && isByYear(value))
      for (const [key, inner] of Object.entries(value)) walk(field.values, inner, below(key), '')
  }
  walk(caseField, root, '', '')
  return paths
}

/** What stands in an object or a list under a key that a case may have, or that is only to be named. */
function inside(holder: unknown, key: string | number): unknown {
  return typeof holder === 'object' && holder !== null ? (holder as Record<string | number, unknown>)[key] : undefined
}

import { type Field, isByYear, kindOf, type ObjectField, scenarioField } from './fields.ts'
import { itemId } from './list-ids.ts'

/*
 * One case laid over another: objects merge by key and lists whose items have ids merge by id, new ids at the end. A quantity, a plain list and
 * a stay or effect of another kind replace what was there whole, so that no half of an old value stays behind.
 */

/** Ways of stating one thing: an overlay that uses one of them takes the place of the others. */
const alternatives: Record<string, readonly (readonly string[])[]> = {
  Demand: [['entriesPerYear'], ['population', 'entriesPer10000'], ['entriesByYear']],
  Discounting: [['schedule'], ['rate']],
}

/** A scenario laid over the case of another. Neither need be legal; what cannot be merged is replaced. */
export function merged(base: unknown, over: unknown): unknown {
  return mergedField(scenarioField, base, over, '')
}

function mergedField(field: Field, base: unknown, over: unknown, key: string): unknown {
  switch (field.is) {
    case 'object':
      return isObject(base) && isObject(over) ? mergedObject(field, base, over) : over
    case 'kinds': {
      if (!isObject(base) || !isObject(over)) return over
      const branch = kindOf(field, 'kind' in over ? over : base)
      const isSame = branch !== undefined && branch === kindOf(field, base)
      return isSame ? mergedObject(branch, base, over) : over
    }
    case 'list':
      return Array.isArray(base) && Array.isArray(over) ? mergedList(field.items, base, over, key) : over
    case 'map':
    case 'rates':
      return isByYear(base) && isByYear(over) ? { ...base, ...over } : over
    default:
      return over
  }
}

function mergedObject(field: ObjectField, base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const ways = alternatives[field.name] ?? []
  const used = ways.filter((way) => way.some((key) => key in over))
  const isDisplaced = (key: string) => used.length > 0 && ways.some((way) => way.includes(key) && !used.includes(way))
  const kept = Object.entries(base).filter(([key]) => !isDisplaced(key))
  const laid = Object.entries(over).map(([key, value]) => {
    const property = field.properties.get(key)
    return [key, property === undefined ? value : mergedField(property.field, base[key], value, key)] as const
  })
  return Object.fromEntries([...kept, ...laid])
}

function mergedList(items: Field, base: unknown[], over: unknown[], key: string): unknown[] {
  const named = [...base, ...over].every((item) => itemId(item, key) !== undefined)
  if (!named) return over
  const list = [...base]
  const met = new Set<number>()
  for (const item of over) {
    const at = base.findIndex((each, index) => !met.has(index) && itemId(each, key) === itemId(item, key))
    // An id given twice in the overlay stays twice, to be refused by its name.
    if (at === -1) list.push(item)
    else {
      met.add(at)
      list[at] = mergedField(items, base[at], item, key)
    }
  }
  return list
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { deflatorSeries, deflators } from '../reference/deflators.ts'
import type { Assumption, CompleteCase, CompleteIntervention, Register } from './complete.ts'
import { canonical } from './decimal-text.ts'
import { caseField, type Field, isByYear, kindOf, type ObjectField } from './fields.ts'
import { type Implied, impliedMonths, impliedPrices, impliedPriceYear } from './implied.ts'
import { itemId } from './list-ids.ts'
import { pricedLines, referredFigure } from './priced-lines.ts'
import type { Case } from './schema.ts'

/*
 * The assumptions register: every value that an answer rests on, whether the case gave it, took it from a built-in figure or left it to
 * its default.
 */

/** Where the walk is, and whose source and note speak for a value that has none of its own. */
interface Place {
  path: string
  source?: string | undefined
  note?: string | undefined
  /** How a line's amount is paid, which makes its unit precise. */
  per?: string | undefined
  intervention?: CompleteIntervention
}

/**
 * Lists every quantity, structure count and choice of a complete case, in the order of the schema, with the values that the method takes where
 * the case leaves them out. `raw` is the case before its defaults, which tells supplied values from defaults.
 */
export function register(theCase: CompleteCase, raw: Case): Register {
  const entries = new Map<string, Assumption>()
  const add = (assumption: Assumption) => entries.set(assumption.path, assumption)

  function walk(field: Field, value: unknown, given: unknown, place: Place): void {
    if (field.is === 'quantity') {
      add(quantityAssumption(value, given, place.per === undefined ? field.domain.unit : unitPer(place.per), place))
    } else if (field.is === 'count' || field.is === 'choice') {
      add({ path: place.path, value: String(value), unit: field.unit, ...originOf(given, place) })
    } else if (field.is === 'rates') {
      walk(isByYear(value) ? field.byYear : field.one, value, given, place)
    } else if (field.is === 'map' && field.values !== undefined) {
      for (const year of Object.keys(value as object)) walk(field.values, own(value, year), own(given, year), below(place, year))
    } else if (field.is === 'list') {
      walkList(field.items, value as unknown[], given, place)
    } else if (field.is === 'object' || field.is === 'kinds') {
      const object = field.is === 'kinds' ? kindOf(field, value as object) : field
      if (object !== undefined) walkObject(object, value as object, given, place)
    }
  }

  function walkList(items: Field, list: unknown[], given: unknown, place: Place): void {
    const key = place.path.split('.').at(-1) as string
    // What is said of a list's owner does not speak for the items of the list.
    const { source: _, note: __, ...bare } = place
    const inner = items.is === 'quantity' ? place : bare
    list.forEach((item, index) => {
      walk(items, item, own(given, index), below(inner, itemId(item, key) ?? String(index)))
    })
  }

  function walkObject(field: ObjectField, object: object, given: unknown, outer: Place): void {
    const said = object as { source?: string; note?: string; evidence?: { source?: string } }
    const place: Place = { ...outer, source: said.source ?? said.evidence?.source ?? outer.source, note: said.note ?? outer.note }
    if (field.name === 'Intervention') place.intervention = object as CompleteIntervention
    const implied = impliedIn(field, object, place)
    for (const [key, property] of field.properties) {
      const value = own(object, key)
      const inner = below(place, key)
      if (key === 'amount') inner.per = String(own(object, 'per'))
      const taken = implied.find((each) => each.key === key)
      if (taken !== undefined) add({ path: inner.path, value: taken.value, unit: taken.unit, origin: 'default' })
      else if (key === 'priceYear' && own(given, key) === undefined) add(priceYearOfFigure(object, String(value), inner.path))
      else if (value !== undefined) walk(property.field, value, own(given, key), inner)
      if (key === 'deflators') for (const assumption of deflatorsUsed(theCase)) add(assumption)
    }
  }

  function impliedIn({ name }: ObjectField, object: object, { intervention }: Place): Implied[] {
    if (name === 'Prices') return impliedPrices(theCase)
    if (!('amount' in object)) return []
    const line = object as unknown as { per: string; priceYear?: string }
    return [...impliedPriceYear(theCase, line), ...(intervention === undefined ? [] : impliedMonths(theCase, intervention, line))]
  }

  walk(caseField, theCase, raw, { path: '' })
  return entries
}

function below(place: Place, key: string): Place {
  return { ...place, path: place.path === '' ? key : `${place.path}.${key}` }
}

function own(holder: unknown, key: string | number): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Record<string | number, unknown>)[key]
    : undefined
}

function unitPer(per: string): string {
  return per === 'week' || per === 'month' || per === 'year' ? `pounds a ${per}` : 'pounds an event'
}

function words(source: string | undefined, note: string | undefined): Pick<Assumption, 'source' | 'note'> {
  return { ...(source === undefined ? {} : { source }), ...(note === undefined ? {} : { note }) }
}

function originOf(given: unknown, { source, note }: Place): Pick<Assumption, 'origin' | 'source' | 'note'> {
  return given === undefined ? { origin: 'default' } : { origin: 'supplied', ...words(source, note) }
}

function quantityAssumption(value: unknown, given: unknown, unit: string, place: Place): Assumption {
  const { path } = place
  if (typeof value !== 'object' || value === null) return { path, value: String(value), unit, ...originOf(given, place) }
  if ('central' in value) {
    const { central, low, high, shape, source, note } = value as {
      central: string
      low: string
      high: string
      shape: string
      source?: string
      note?: string
    }
    return {
      path,
      value: central,
      unit,
      origin: 'supplied',
      ...words(source ?? place.source, note ?? place.note),
      range: { low, high, shape },
    }
  }
  const figure = referredFigure(value)
  if (figure === undefined) throw new Error(`${path} refers to no built-in figure.`)
  const source = `${figure.source} (built-in figure ${figure.id}, confidence ${figure.confidence})`
  return { path, value: canonical(figure.value), unit, origin: 'reference', ...words(source, place.note ?? figure.note) }
}

function priceYearOfFigure(line: object, value: string, path: string): Assumption {
  const figure = referredFigure(own(line, 'amount'))
  return {
    path,
    value,
    unit: 'financial year',
    origin: 'reference',
    ...words(figure && `${figure.source} (built-in figure ${figure.id})`, undefined),
  }
}

/** The built-in deflators that the case's amounts are turned into base-year prices with, and that the case does not override. */
function deflatorsUsed(theCase: CompleteCase): Assumption[] {
  const base = theCase.prices.baseYear
  const years = pricedLines(theCase as never).flatMap(({ included, priceYear }) =>
    included && priceYear !== undefined && priceYear !== base ? [priceYear] : [],
  )
  const used = years.length === 0 ? [] : [...new Set([...years, base])].sort()
  return used.flatMap((year) => {
    const deflator = deflators.get(year)
    if (deflator === undefined || theCase.prices.deflators?.[year] !== undefined) return []
    const source = `${deflatorSeries.title}, ${deflatorSeries.vintage}: ${deflatorSeries.source} (confidence ${deflator.confidence})`
    return [
      {
        path: `prices.deflators.${year}`,
        value: canonical(deflator.index),
        unit: 'index',
        origin: 'reference',
        ...words(source, deflator.note),
      },
    ]
  })
}

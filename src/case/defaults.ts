import { financialYearOf } from './calendar.ts'
import type { CompleteCase } from './complete.ts'
import { canonical } from './decimal-text.ts'
import { caseField, type Field, isByYear, kindOf, type ObjectField } from './fields.ts'
import { effectId } from './list-ids.ts'
import { referredFigure } from './priced-lines.ts'
import type { Range } from './quantity.ts'
import type { Case, EntriesEffect } from './schema.ts'

/**
 * The case with every default filled in and every decimal written in its one canonical form, keys in the order of the schema, so that two
 * cases that mean the same are the same. Takes a legal case. References stay as given; a line's `priceYear` is set from its figure.
 */
export function complete(theCase: Case): CompleteCase {
  const whole = filledObject(caseField, theCase) as unknown as CompleteCase
  whole.prices.baseYear ??= financialYearOf(whole.start)
  if (whole.discounting.rate === undefined) whole.discounting.schedule ??= 'green-book'
  for (const { costs } of whole.demand) {
    for (const line of costs) {
      fillLine(line, whole.body)
      if (line.release !== undefined) line.release.from ??= whole.start
    }
  }
  for (const [index, intervention] of whole.interventions.entries()) {
    intervention.start ??= whole.start
    for (const line of [...intervention.costs, ...intervention.savings]) fillLine(line, whole.body)
    const given = theCase.interventions?.[index]?.effects ?? []
    for (const [position, effect] of intervention.effects.entries()) {
      effect.id ??= effectId(effect) as string
      effect.startsAfterMonths ??= intervention.programme.months
      if (effect.kind === 'entries') effect.holdMonths ??= holdMonths(given[position] as EntriesEffect)
    }
  }
  return inSchemaOrder(caseField, whole) as CompleteCase
}

function fillLine(line: { amount: unknown; funder?: string; priceYear?: string }, body: string): void {
  line.funder ??= body
  const priceYear = referredFigure(line.amount)?.priceYear
  if (line.priceYear === undefined && priceYear !== undefined) line.priceYear = priceYear
}

/** With a fade, the effect starts to fade at once unless a hold is given; without one it holds for the window. */
function holdMonths({ fadePerYear, windowMonths }: EntriesEffect): number {
  return fadePerYear === undefined ? windowMonths : 0
}

function filled(field: Field, value: unknown): unknown {
  switch (field.is) {
    case 'quantity':
      return canonicalQuantity(value)
    case 'rates':
      return isByYear(value) ? filled(field.byYear, value) : canonicalQuantity(value)
    case 'list':
      return (value as unknown[]).map((item) => filled(field.items, item))
    case 'map': {
      // Only the `set` of a variant is a map of anything, and a case has no variants.
      const values = field.values as Field
      const years = Object.keys(value as object).sort()
      return Object.fromEntries(years.map((year) => [year, filled(values, (value as Record<string, unknown>)[year])]))
    }
    case 'kinds':
      return filledObject(kindOf(field, value as object) as ObjectField, value as object)
    case 'object':
      return filledObject(field, value as object)
    default:
      return value
  }
}

function filledObject(field: ObjectField, value: object): Record<string, unknown> {
  const given = value as Record<string, unknown>
  const whole: Record<string, unknown> = {}
  for (const [key, property] of field.properties) {
    const chosen = given[key] ?? ('default' in property.field ? property.field.default : undefined)
    if (chosen !== undefined) whole[key] = filled(property.field, chosen)
  }
  return whole
}

/** A quantity with its decimals in canonical form and the shape of a range written out; a reference as it is. */
function canonicalQuantity(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number') return canonical(value)
  if (!('central' in (value as object))) return value
  const { central, low, high, shape = 'pert', source, note } = value as Range
  return {
    central: canonical(central),
    low: canonical(low),
    high: canonical(high),
    shape,
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
  }
}

/** The same values with the keys of every object in the order of the schema. */
function inSchemaOrder(field: Field, value: unknown): unknown {
  if (field.is === 'list') return (value as unknown[]).map((item) => inSchemaOrder(field.items, item))
  const object = field.is === 'kinds' ? kindOf(field, value as object) : field
  if (object?.is !== 'object') return value
  const given = value as Record<string, unknown>
  const ordered: Record<string, unknown> = {}
  for (const [key, property] of object.properties) if (given[key] !== undefined) ordered[key] = inSchemaOrder(property.field, given[key])
  return ordered
}

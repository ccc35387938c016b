import Type, { type Static } from 'typebox'

/** The one pattern of a decimal on input: at most 13 digits before the point and 10 after, no exponent, no leading zeros. */
export const decimalPattern = '^-?(0|[1-9][0-9]{0,12})(\\.[0-9]{1,10})?$'

const decimalValue = (description: string) =>
  Type.Unsafe<string | number>({
    description,
    anyOf: [{ type: 'string', pattern: decimalPattern, examples: ['0.192'] }, { type: 'number' }],
  })

/** The distributions a range may have; for normal and lognormal, low and high are the ends of the 95% interval. */
export const shapes = ['pert', 'triangular', 'uniform', 'normal', 'lognormal'] as const
export type Shape = (typeof shapes)[number]

/** A value somebody is unsure of: the point answer uses `central`. */
export const Range = Type.Object(
  {
    central: decimalValue('the value that the point answer uses'),
    low: decimalValue('the low end; for normal and lognormal, of the 95% interval'),
    high: decimalValue('the high end; for normal and lognormal, of the 95% interval'),
    shape: Type.Optional(Type.Unsafe<Shape>({ type: 'string', enum: [...shapes], default: 'pert', description: 'the distribution' })),
    source: Type.Optional(Type.String({ maxLength: 2000, description: 'where the range comes from' })),
    note: Type.Optional(Type.String({ maxLength: 2000, description: 'anything a reader should know' })),
  },
  {
    $id: 'Range',
    additionalProperties: false,
    description: 'A value with a low and a high end. The point answer uses central; shape defaults to pert.',
  },
)
export type Range = Static<typeof Range>

/** A built-in published figure, by its id in the reference catalogue. */
export const Reference = Type.Object(
  { ref: Type.String({ minLength: 1, maxLength: 80, description: 'the id of the figure' }) },
  { $id: 'Reference', additionalProperties: false, description: 'A built-in published figure, by its id at /v1/reference.' },
)
export type Reference = Static<typeof Reference>

export type Quantity = string | number | Range | Reference

/** Every number that a person may supply, in any of its four forms. */
export const Quantity = Type.Unsafe<Quantity>({
  $id: 'Quantity',
  description:
    'A decimal string such as "0.192"; or a JSON number of at most 15 significant digits without an exponent; or a range; or a reference to a built-in figure.',
  anyOf: [{ type: 'string', pattern: decimalPattern }, { type: 'number' }, { $ref: 'Range#' }, { $ref: 'Reference#' }],
})

/** What a field's quantity means and between which ends it is legal; written into the schema as `x-quantity`. */
export interface QuantityDomain {
  unit: Unit
  minimum: string
  maximum: string
}

/** The units that an assumption can have; `choice` and `months` also label structure. */
export const units = [
  'pounds',
  'pounds a week',
  'pounds a month',
  'pounds a year',
  'pounds an event',
  'proportion',
  'relative change',
  'rate a year',
  'months',
  'years',
  'children a year',
  'children',
  'per 10,000',
  'places',
  'families a month',
  'children a family',
  'weeks a year',
  'index',
  'correlation',
  'choice',
] as const
export type Unit = (typeof units)[number]

const bounds = {
  proportion: ['0', '1'],
  'relative change': ['-1', '1'],
  'rate a year': ['-0.5', '0.5'],
  index: ['0.0000000001', '1000000000'],
  correlation: ['-1', '1'],
} as const satisfies Partial<Record<Unit, readonly [string, string]>>

interface QuantityOptions {
  minimum?: string
  maximum?: string
  default?: string
}

/**
 * The schema of one field that takes a quantity, with its unit and its legal ends.
 * Ends default by unit: proportions 0 to 1, relative changes −1 to 1, yearly rates −0.5 to 0.5, everything else 0 to 10⁹.
 */
export function quantity(unit: Unit, description: string, options: QuantityOptions = {}) {
  const [least, most] = unit in bounds ? bounds[unit as keyof typeof bounds] : ['0', '1000000000']
  const domain: QuantityDomain = { unit, minimum: options.minimum ?? least, maximum: options.maximum ?? most }
  return Type.Unsafe<Quantity>({
    $ref: 'Quantity#',
    description: `${description} (${unit}; ${domain.minimum} to ${domain.maximum})`,
    'x-quantity': domain,
    ...(options.default === undefined ? {} : { default: options.default }),
  })
}

/** The schema of a structure count: a whole number that shapes the case and can have no range. */
export function count(description: string, minimum: number, maximum: number, options: { default?: number; unit?: Unit } = {}) {
  return Type.Integer({
    description,
    minimum,
    maximum,
    'x-unit': options.unit ?? 'months',
    ...(options.default === undefined ? {} : { default: options.default }),
  })
}

/** The schema of a choice between words. */
export function choice<const Words extends readonly string[]>(words: Words, description: string, preset?: Words[number]) {
  return Type.Unsafe<Words[number]>({
    type: 'string',
    enum: [...words],
    description,
    'x-unit': 'choice',
    ...(preset === undefined ? {} : { default: preset }),
  })
}

import Type, { type TProperties, type TSchema } from 'typebox'

/*
 * How the figures of an answer are written: a fixed number of decimal places for each kind, as src/formats/figure.ts writes them.
 */

const figure = ($id: string, places: number, description: string, example: string) =>
  Type.Unsafe<string | number>({
    $id,
    description: `${description} A decimal string, or a JSON number with numbers=json.`,
    anyOf: [{ type: 'string', pattern: `^-?(0|[1-9][0-9]*)\\.[0-9]{${places}}$` }, { type: 'number' }],
    examples: [example],
  })

/** The kinds of figure that an answer's schemas refer to by name. */
export const figureSchemas: readonly TSchema[] = [
  figure('Amount', 2, 'Pounds, with two decimal places, rounded half away from zero.', '4068991.44'),
  figure('Count', 6, 'A number of children, families or places, with six decimal places.', '43.438080'),
  figure('Ratio', 4, 'Benefits for each £1 of cost, with four decimal places.', '2.6358'),
  figure('Factor', 10, 'A discount factor, with ten decimal places.', '0.9661835749'),
]

const reference = (name: string) => (description: string) => Type.Unsafe<string | number>({ $ref: `${name}#`, description })

/** A place in an answer that holds pounds. */
export const amount = reference('Amount')
/** A place in an answer that holds a number of children, families or places. */
export const count = reference('Count')
/** A place in an answer that holds a discount factor. */
export const factor = reference('Factor')

/** A benefit–cost ratio, or null where nothing is spent. */
export const ratioOrNull = (description: string) =>
  Type.Unsafe<string | number | null>({
    anyOf: [{ $ref: 'Ratio#' }, { type: 'null' }],
    description: `${description}; null where nothing is spent`,
  })

/** A map from the id of a demand to a figure of its own. */
export const byDemand = (value: TSchema, description: string) =>
  Type.Unsafe<Record<string, string | number | null>>({ type: 'object', additionalProperties: value, description })

/** A plain decimal with as many places as it has. */
export const decimal = (description: string) => Type.String({ pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$', description })

/** A month or null. */
export const monthOrNull = (description: string) =>
  Type.Unsafe<string | null>({ anyOf: [{ type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }, { type: 'null' }], description })

/** An object of an answer: every key is always there unless it is optional, and there are no others. */
export const closed = <P extends TProperties>($id: string, description: string, properties: P) =>
  Type.Object(properties, { $id, description, additionalProperties: false })

/** A list in an answer. */
export const listOf = <S extends TSchema>(items: S, description: string) => Type.Array(items, { description })

/** One of a few words. */
export const word = <const Words extends readonly string[]>(words: Words, description: string) =>
  Type.Unsafe<Words[number]>({ type: 'string', enum: [...words], description })

import type { TSchema } from 'typebox'

/** A JSON Schema as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** A schema whose named parts stand apart: `root` refers to each by `Name#`, and `named` holds them all, the root among them if it has a name. */
export interface Components {
  root: JsonSchema
  named: ReadonlyMap<string, JsonSchema>
}

// What belongs to the place where a named schema is used rather than to the schema itself.
const ofThePlace = ['default']

/**
 * Takes a schema with named parts (`$id`) apart: every named part becomes `{ $ref: 'Name#' }` beside what belongs to its place (its default).
 * `shared` are named schemas that are referred to but never nested. Throws where one name has two different definitions.
 */
export function components(schema: TSchema, shared: readonly TSchema[] = []): Components {
  const named = new Map<string, JsonSchema>()
  const texts = new Map<string, string>()

  function takenApart(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(takenApart)
    if (typeof node !== 'object' || node === null) return node
    const given = node as Record<string, unknown>
    const parts = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, takenApart(value)]))
    if (typeof given.$id !== 'string') return parts
    const name = given.$id
    const own = Object.fromEntries(Object.entries(parts).filter(([key]) => !ofThePlace.includes(key)))
    const text = JSON.stringify(own)
    if ((texts.get(name) ?? text) !== text) throw new Error(`The schema ${name} is defined in two different ways.`)
    texts.set(name, text)
    named.set(name, own)
    return { $ref: `${name}#`, ...Object.fromEntries(ofThePlace.filter((key) => key in parts).map((key) => [key, parts[key]])) }
  }

  for (const part of shared) takenApart(part)
  const root = takenApart(schema) as JsonSchema
  return { root, named }
}

import { merged } from './merge.ts'
import { follow, isFound, pathOf, pointerOfPath } from './paths.ts'
import type { OddValue, Position, ReadText } from './place.ts'
import { pointerOf } from './pointer.ts'
import { CaseError, rendered } from './problem.ts'
import { readText, type TextFormat } from './read-text.ts'

/** A text that `extends` names: what it says, how it is written, and the name it goes by, which is its own and no other's. */
export interface Loaded {
  text: string
  format: TextFormat
  name: string
}

/** Finds what `extends` names, seen from the text called `from`; undefined where there is none. Callers decide what may be named. */
export type Load = (reference: string, from: string | undefined) => Loaded | undefined

/** Where something stands: the line and column of a text, and the text's name if it has one; or the sheet and the cell of a workbook. */
export interface Standing extends Partial<Position> {
  file?: string
  sheet?: string
  cell?: string
}

/** A scenario put together from its text and the texts it extends. */
export interface Assembled {
  value: unknown
  odd: OddValue[]
  place: (pointer: string, what?: 'value' | 'key') => Standing | undefined
}

interface Source extends ReadText {
  name: string | undefined
}

/** A scenario's own text, and those it extends, the nearest first. */
type Sources = [Source, ...Source[]]

/** A scenario may extend one that extends another, this many times. */
const extendsLimit = 8
/** What a scenario does not take from the one it extends; its variants, where it has any, take the place of the other's. */
const ownKeys = ['id', 'description', 'extends']

/**
 * Reads a text and every text it extends, and lays each over the one it extends.
 * Throws a CaseError of status 400 where a text cannot be parsed, and of 422 where `extends` names nothing, itself, or too long a row.
 */
export function assemble(text: string, format: TextFormat, options: { load?: Load; name?: string; depth?: number } = {}): Assembled {
  const sources: Sources = [readSource(text, format, options)]
  for (;;) {
    const last = sources[sources.length - 1] as Source
    const reference = extended(last)
    if (reference === undefined) break
    sources.push(readExtended(reference, sources, options.load))
  }
  const [own, ...extendedOnes] = sources
  if (extendedOnes.length === 0)
    return { value: own.value, odd: own.odd, place: (pointer, what) => standing(own, own.locate(pointer, what)) }

  const layers = [without(own.value as Keyed, ['extends']), ...extendedOnes.map((each) => without(each.value as Keyed, ownKeys))]
  const value = layers.reduceRight(laidOver)
  return {
    value,
    odd: sources.flatMap((source) => oddIn(source, value, sources)),
    place: (pointer, what) => placeIn(sources, value, pointer, what),
  }
}

/** Something with keys, as every text is that extends another or is extended. */
type Keyed = Readonly<Record<string, unknown>>

function laidOver(base: Keyed, over: Keyed): Keyed {
  return merged('variants' in over ? without(base, ['variants']) : base, over) as Keyed
}

function readSource(text: string, format: TextFormat, { name, depth }: { name?: string; depth?: number }): Source {
  try {
    return { ...readText(text, format, depth), name }
  } catch (error) {
    if (!(error instanceof CaseError) || name === undefined) throw error
    const problems = error.problems.map((problem) => ({ ...problem, file: name }))
    throw new CaseError(error.status, error.code, problems, error.total)
  }
}

function extended({ value }: Source): string | undefined {
  const reference = typeof value === 'object' && value !== null && 'extends' in value ? value.extends : undefined
  return typeof reference === 'string' && reference !== '' ? reference : undefined
}

function readExtended(reference: string, sources: Sources, load: Load | undefined): Source {
  const last = sources[sources.length - 1] as Source
  const refuse = (message: string) => {
    const position = standing(last, last.locate('/extends'))
    return new CaseError(422, 'wrong-extends', [
      { pointer: '/extends', path: 'extends', message, got: rendered(reference), expected: 'another scenario', ...position },
    ])
  }
  if (load === undefined) throw refuse('This case cannot extend another here; give it whole.')
  if (sources.length > extendsLimit) throw refuse(`Scenarios extend each other more than ${extendsLimit} times in a row.`)
  const found = load(reference, last.name)
  if (found === undefined) throw refuse(`There is no scenario ${rendered(reference)} to extend.`)
  if (sources.some(({ name }) => name === found.name)) throw refuse(`The scenarios extend each other in a circle, back to ${found.name}.`)
  const source = readSource(found.text, found.format, { name: found.name })
  const isCase = typeof source.value === 'object' && source.value !== null && !Array.isArray(source.value)
  if (!isCase) throw refuse(`${found.name} holds no case to extend.`)
  return source
}

function without(value: Keyed, keys: readonly string[]): Keyed {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}

function standing({ name }: Source, position: Position): Standing {
  return name === undefined ? position : { ...position, file: name }
}

/** The odd values of a source that are still there in the whole, at their places in it. */
function oddIn(source: Source, whole: unknown, sources: Sources): OddValue[] {
  return source.odd.flatMap((odd) => {
    const path = pathOf(source.value, odd.pointer)
    const pointer = pointerOfPath(whole, path)
    const isOverlaid = sources.slice(0, sources.indexOf(source)).some(({ value }) => hasValue(value, path))
    return pointer === undefined || isOverlaid ? [] : [{ ...odd, pointer }]
  })
}

function hasValue(value: unknown, path: string): boolean {
  const result = follow(value, path)
  return isFound(result) && result.value !== undefined
}

/** The place of a pointer into the whole: in the first source, the nearest first, that has the value or else the closest thing around it. */
function placeIn(sources: Sources, whole: unknown, pointer: string, what?: 'value' | 'key'): Standing {
  const parts = pathOf(whole, pointer).split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const path = parts.slice(0, length).join('.')
    for (const source of sources) {
      const result = follow(source.value, path)
      if (isFound(result) && result.value !== undefined)
        return standing(source, source.locate(pointerOf(result.steps), length === parts.length ? what : undefined))
    }
  }
  const [own] = sources
  return standing(own, own.locate('', what))
}

import type { Expression } from './graph.ts'

/*
 * A formula as it is read out: like a graph's nodes, but with sums, products and lists of least and greatest flattened, and with leaves
 * where a reader stops. Every part that is a node carries its expression, and with it its value.
 */

/** A part of a sum and how often it is added; below 0, how often it is taken off. */
export interface Term {
  times: number
  part: Part
}

/** Where a reader stops: a named line, an input of the case or a constant. */
export interface Leaf {
  is: 'leaf'
  expression: Expression
}
/** A part that is written out by itself, because it is used more than once or would make the formula too long. */
export interface Working {
  is: 'working'
  working: Written
  expression?: Expression
}
export interface Sum {
  is: 'sum'
  terms: readonly Term[]
  /** Absent for a share of a sum that was too long for one formula. */
  expression?: Expression
}
export interface Listed {
  is: 'product' | 'least' | 'greatest'
  of: readonly Part[]
  expression?: Expression
}
export interface Quotient {
  is: 'quotient'
  of: readonly [Part, Part]
  expression?: Expression
}
export interface Single {
  is: 'floor' | 'round2' | 'squareRoot' | 'cubeRoot'
  of: readonly [Part]
  expression?: Expression
}
export type Part = Leaf | Working | Sum | Listed | Quotient | Single

/** One working: its part and, once its formula is put in order, its number. */
export interface Written {
  part: Part
  number: number
}

/** How much room a part takes in a formula: 1 a leaf, half of that in a plain sum, where a run of months is said in a few words, and less in a list of which one is chosen. */
export function roomOf(part: Part): number {
  if (part.is === 'leaf' || part.is === 'working') return 1
  if (part.is === 'sum') return part.terms.reduce((room, term) => room + (term.part.is === 'leaf' ? 0.5 : roomOf(term.part)), 0)
  const ofLeaf = part.is === 'least' || part.is === 'greatest' ? 0.25 : 1
  return part.of.reduce((room, each) => room + (each.is === 'leaf' ? ofLeaf : roomOf(each)), 0)
}

/** How deep a part's brackets go. */
export function depthOf(part: Part): number {
  if (part.is === 'leaf' || part.is === 'working') return 0
  const below = part.is === 'sum' ? part.terms.map((term) => term.part) : part.of
  return 1 + below.reduce((deepest, each) => Math.max(deepest, depthOf(each)), 0)
}

/** The parts directly inside a part. */
export function inside(part: Part): readonly Part[] {
  if (part.is === 'leaf') return []
  if (part.is === 'working') return [part.working.part]
  return part.is === 'sum' ? part.terms.map((term) => term.part) : part.of
}

import { compare, type Exact } from '../../graph/exact.ts'
import { inside, type Part } from '../../graph/part.ts'
import type { Figures } from '../figures.ts'
import { worthOf } from './worth.ts'

/** A place of a formula that lets one of several sides through, or rounds, with its exact values. */
export interface Limit {
  is: 'least' | 'greatest' | 'floor' | 'round2'
  /** What stands at each side. */
  sides: readonly Exact[]
  /** What comes out. */
  result: Exact
  /** The first side that comes out. */
  holds: number
}

/** Every limit of a formula and its workings, outermost first. */
export function limitsOf(part: Part, figures: Figures): Limit[] {
  const below = inside(part).flatMap((each) => limitsOf(each, figures))
  if (part.is !== 'least' && part.is !== 'greatest' && part.is !== 'floor' && part.is !== 'round2') return below
  const sides = part.of.map((each) => worthOf(each, figures))
  const result = worthOf(part, figures)
  return [{ is: part.is, sides, result, holds: sides.findIndex((side) => compare(side, result) === 0) }, ...below]
}

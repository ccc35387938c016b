import { allDigits, arithmetic } from '../../graph/arithmetic.ts'
import type { Exact } from '../../graph/exact.ts'
import { formulaOf } from '../../graph/formula.ts'
import type { Expression } from '../../graph/graph.ts'
import { inside, type Part, type Written } from '../../graph/part.ts'
import { inWords, type Vocabulary } from '../../graph/words.ts'
import type { WrittenOut } from '../../graph/write-out.ts'
import { lines } from '../../method/lines.ts'
import type { Figures } from '../figures.ts'
import type { Names } from './names.ts'
import { isMoney, readable } from './shown.ts'
import type { Placed, Words } from './vocabulary.ts'
import { worthOf } from './worth.ts'

/** Up to this many figures of a sum are read out one by one. */
const readOut = 6

/** What an operand does in a formula. */
export const roles = ['added', 'taken off', 'multiplied', 'divided', 'divisor', 'compared', 'rounded', 'the same', 'listed'] as const
export type Role = (typeof roles)[number]

/** One operand of a formula: a line or an input that can be looked at in turn. */
export interface Operand {
  line?: string
  path?: string
  label: string
  unit: string
  value: Exact
  role: Role
  /** The working it stands in; absent for the formula itself. */
  working?: number
}

/** A formula in words, in figures with all digits, and in figures for reading. */
export interface Spelt {
  words: string
  figures: string
  reading: string
  value: Exact
}

/** A formula spelt out, with its workings and its operands. */
export interface SpeltOut extends Spelt {
  workings: (Spelt & { number: number })[]
  operands: Operand[]
}

/** Spells a formula and its workings out; `ofNothing` says what comes of a divisor of 0. */
export function speltOut({ part, workings }: WrittenOut, figures: Figures, names: Names, words: Words, ofNothing = divisorNote): SpeltOut {
  const reading = new Reading(figures, words)
  const spelt = (each: Part): Spelt => {
    const value = worthOf(each, figures)
    return {
      words: dividesByWhatMayBe0(each) ? `${inWords(each, words)} (${ofNothing})` : inWords(each, words),
      figures: arithmetic(each, (leaf) => allDigits(worthOf(leaf, figures))),
      reading: inWords(each, reading),
      value,
    }
  }
  const listed = [{ part, number: undefined }, ...workings]
  return {
    ...spelt(part),
    workings: workings.map((working: Written) => ({ number: working.number, ...spelt(working.part) })),
    operands: distinct(
      listed.flatMap((each) =>
        operandsOf(each.part, part.is === 'leaf' ? 'the same' : 'added', words).flatMap(({ role, placed }) =>
          operandsAt(placed, role, each.number, figures, names, words),
        ),
      ),
    ),
  }
}

/** Operands without those that come again in the same role and working. */
function distinct(operands: readonly Operand[]): Operand[] {
  const byKey = new Map(
    operands.toReversed().map((operand) => [`${operand.line ?? operand.path} ${operand.role} ${operand.working}`, operand]),
  )
  return [...byKey.values()].reverse()
}

/** Said wherever a divisor could be 0. */
const divisorNote = '÷ gives 0 where the divisor is 0'

function dividesByWhatMayBe0(part: Part): boolean {
  if (part.is === 'working') return false
  return (part.is === 'quotient' && hasLine(part.of[1])) || inside(part).some(dividesByWhatMayBe0)
}

function hasLine(part: Part): boolean {
  if (part.is !== 'leaf') return part.is === 'working' || inside(part).some(hasLine)
  const { is } = formulaOf(part.expression)
  return is !== 'input' && is !== 'constant'
}

function operandsOf(part: Part, role: Role, words: Words): { role: Role; placed: Placed }[] {
  const ofLeaves = (leaves: readonly Expression[], as: Role) => words.placed(leaves).map((placed) => ({ role: as, placed }))
  switch (part.is) {
    case 'leaf':
      return ofLeaves([part.expression], role)
    case 'working':
      return []
    case 'sum':
      return [false, true].flatMap((isTakenOff) => {
        const own = part.terms.filter(({ times }) => times < 0 === isTakenOff)
        const as = isTakenOff ? 'taken off' : 'added'
        const leaves = own.flatMap((term) =>
          term.part.is === 'leaf' ? new Array<Expression>(Math.abs(term.times)).fill(term.part.expression) : [],
        )
        return [...ofLeaves(leaves, as), ...own.flatMap((term) => (term.part.is === 'leaf' ? [] : operandsOf(term.part, as, words)))]
      })
    case 'product':
      return part.of.flatMap((each) => operandsOf(each, 'multiplied', words))
    case 'quotient':
      return [...operandsOf(part.of[0], 'divided', words), ...operandsOf(part.of[1], 'divisor', words)]
    case 'least':
    case 'greatest':
      return part.of.flatMap((each) => operandsOf(each, 'compared', words))
    default:
      return operandsOf(part.of[0], 'rounded', words)
  }
}

function operandsAt(
  { expression, line, path }: Placed,
  role: Role,
  working: number | undefined,
  figures: Figures,
  names: Names,
  words: Words,
): Operand[] {
  const common = { value: figures.of(expression), role, ...(working === undefined ? {} : { working }) }
  if (line !== undefined) {
    return line.places.map((place) => {
      const at = { line: line.line, place }
      return { line: names.id(at), label: words.lineAt(at), unit: lines[line.line.name].unit, ...common }
    })
  }
  if (path === undefined) return []
  return [{ path, label: words.inputPhrase(path), unit: figures.register.get(path)?.unit ?? '', ...common }]
}

/** The first two and the last of many figures: never what they come to, which is what the formula is to show. */
function shortened([first, second, last]: readonly string[], count: number): string {
  return `${first}, ${second}, … and ${last} (${count} figures)`
}

/** A formula with figures for reading in place of names. */
class Reading implements Vocabulary {
  private readonly figures: Figures
  private readonly words: Words

  constructor(figures: Figures, words: Words) {
    this.figures = figures
    this.words = words
  }

  leaf = (expression: Expression): string => readable(this.figures.of(expression), this.unitOf(expression))

  working = ({ working }: { working: Written }): string => readable(worthOf(working.part, this.figures), this.moneyOf(working.part))

  added = (leaves: readonly Expression[]) => {
    const [first] = leaves
    if (first === undefined || leaves.length <= readOut) return leaves.map((leaf) => ({ text: this.leaf(leaf), leaves: [leaf] }))
    const edges = [first, leaves[1], leaves.at(-1)].map((leaf) => this.leaf(leaf as Expression))
    return [{ text: shortened(edges, leaves.length), leaves }]
  }

  alike = (parts: readonly Part[]) =>
    this.words.alike(parts).map((group) => {
      const [first] = group.parts
      if (first === undefined || group.parts.length === 1) return group
      if (group.parts.length <= readOut) return { parts: group.parts.slice(0, 1) }
      const edges = [group.parts[0], group.parts[1], group.parts.at(-1)].map((part) => inWords(part as Part, this))
      return { parts: group.parts, text: `the sum of ${shortened(edges, group.parts.length)}` }
    })

  inSteps = (of: string, step: Part) => this.words.inSteps(of, step)

  listed = (leaves: readonly Expression[]) => (leaves.length <= readOut ? leaves.map(this.leaf) : [`${leaves.length} figures`])

  /** pounds where a part is money; nothing where it is not, or where that can not be told. */
  private moneyOf(part: Part): string {
    const areMoney = (parts: readonly Part[]) => parts.map((each) => this.moneyOf(each)).filter((unit) => unit !== '').length
    switch (part.is) {
      case 'leaf':
        return isMoney(this.unitOf(part.expression)) ? 'pounds' : ''
      case 'product':
        return areMoney(part.of) === 1 ? 'pounds' : ''
      case 'quotient':
        return areMoney([part.of[0]]) === 1 && areMoney([part.of[1]]) === 0 ? 'pounds' : ''
      default:
        return areMoney(inside(part)) > 0 ? 'pounds' : ''
    }
  }

  private unitOf(expression: Expression): string {
    const [placed] = this.words.placed([expression])
    if (placed?.line !== undefined) return lines[placed.line.line.name].unit
    return placed?.path === undefined ? '' : (this.figures.register.get(placed.path)?.unit ?? '')
  }
}

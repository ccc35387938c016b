import { type Formula, formulaOf } from './formula.ts'
import type { Expression } from './graph.ts'
import { depthOf, inside, type Part, roomOf, type Sum, type Term, type Written } from './part.ts'

/** A formula longer than this many leaves, or with brackets deeper than this, is parted into workings. */
const mostRoom = 200
const mostDepth = 6
/** A part that is used more than once is written out again where it is as small as this. */
const smallEnough = 4

/** A formula with the workings it refers to, each before those that use it. */
export interface WrittenOut {
  part: Part
  workings: readonly Written[]
}

/**
 * Writes out how a node is made, down to where `stops` says that a reader stops. Constants and inputs always are such places. Terms that
 * a sum adds and takes off again are left out, so that a rolling sum reads as the sum of its months.
 */
export function writeOut(root: Expression, stops: (expression: Expression) => boolean): WrittenOut {
  const formulas = ownFormulas(root, stops)
  const parts = new Map<number, Part>()
  const partOf = (expression: Expression): Part => parts.get(expression.index) ?? { is: 'leaf', expression }
  for (const { expression, formula, uses } of formulas) {
    const part = bounded(partFrom(expression, formula, partOf))
    const isTooMuch = (uses > 1 && roomOf(part) > smallEnough) || depthOf(part) >= mostDepth
    parts.set(expression.index, isTooMuch && expression.index !== root.index ? asWorking(part) : part)
  }
  return numbered(partOf(root))
}

/** A sum of places where a reader stops: a total that no node of the graph stands for. */
export function writtenSum(leaves: readonly Expression[]): WrittenOut {
  return numbered(
    bounded({
      is: 'sum',
      terms: leaves.filter((leaf) => !leaf.isZero).map((expression) => ({ times: 1, part: { is: 'leaf', expression } })),
    }),
  )
}

/** Numbers the workings of a formula in the order in which they can be worked out. */
export function numbered(part: Part): WrittenOut {
  const workings: Written[] = []
  const seen = new Set<Written>()
  const visit = (each: Part) => {
    if (each.is === 'working') {
      if (seen.has(each.working)) return
      seen.add(each.working)
      visit(each.working.part)
      each.working.number = workings.push(each.working)
    } else for (const below of inside(each)) visit(below)
  }
  visit(part)
  return { part, workings }
}

interface OwnFormula {
  expression: Expression
  formula: Exclude<Formula, { is: 'constant' | 'input' }>
  uses: number
}

/** The nodes of a formula that no reader stops at, in the order of the graph, with how often each is used. */
function ownFormulas(root: Expression, stops: (expression: Expression) => boolean): OwnFormula[] {
  const found = new Map<number, OwnFormula>()
  const waiting: Expression[] = [root]
  for (let expression = waiting.pop(); expression !== undefined; expression = waiting.pop()) {
    const known = found.get(expression.index)
    if (known !== undefined) {
      known.uses += 1
      continue
    }
    if (expression.index !== root.index && stops(expression)) continue
    const formula = formulaOf(expression)
    if (formula.is === 'constant' || formula.is === 'input') continue
    found.set(expression.index, { expression, formula, uses: 1 })
    waiting.push(...formula.of)
  }
  return [...found.values()].sort((one, other) => one.expression.index - other.expression.index)
}

function partFrom(expression: Expression, { is, of }: OwnFormula['formula'], partOf: (expression: Expression) => Part): Part {
  const parts = of.map(partOf)
  const [left, right] = parts as [Part, Part]
  switch (is) {
    case 'plus':
    case 'sum':
      return { is: 'sum', terms: collected(parts.map((part) => ({ times: 1, part }))), expression }
    case 'minus':
      return { is: 'sum', terms: collected([left, right].map((part, place) => ({ times: place === 0 ? 1 : -1, part }))), expression }
    case 'times':
      return { is: 'product', of: parts.flatMap((part) => (part.is === 'product' ? part.of : [part])), expression }
    case 'over':
      return { is: 'quotient', of: [left, right], expression }
    case 'min':
      return { is: 'least', of: once(parts.flatMap((part) => (part.is === 'least' ? part.of : [part]))), expression }
    case 'max':
      return { is: 'greatest', of: once(parts.flatMap((part) => (part.is === 'greatest' ? part.of : [part]))), expression }
    default:
      return { is, of: [left], expression }
  }
}

/** A list of which one is chosen, without what stands in it already. */
function once(parts: readonly Part[]): Part[] {
  return parts.filter(
    (part, place) =>
      part.expression === undefined || parts.findIndex((each) => each.expression?.index === part.expression?.index) === place,
  )
}

/** The terms of a sum with those of the sums inside it, equal terms put together and those that cancel left out. */
function collected(terms: readonly Term[]): Term[] {
  const flat = terms.flatMap(({ times, part }) =>
    part.is === 'sum' ? part.terms.map((inner) => ({ times: times * inner.times, part: inner.part })) : [{ times, part }],
  )
  const byNode = new Map<number | Part, Term>()
  for (const { times, part } of flat) {
    if (part.is === 'leaf' && part.expression.isZero) continue
    const key = part.expression?.index ?? part
    byNode.set(key, { times: (byNode.get(key)?.times ?? 0) + times, part })
  }
  return [...byNode.values()].filter(({ times }) => times !== 0)
}

function asWorking(part: Part): Part {
  if (part.is === 'working') return part
  return { is: 'working', working: { part, number: 0 }, ...(part.expression === undefined ? {} : { expression: part.expression }) }
}

/** A part with so much of it put into workings that its formula is not too long. */
function bounded(part: Part): Part {
  if (roomOf(part) <= mostRoom || part.is === 'leaf' || part.is === 'working') return part
  if (part.is === 'sum') return { ...part, terms: inShares(part) }
  const of = [...part.of]
  while (roomOf({ ...part, of } as Part) > mostRoom) {
    const rooms = of.map(roomOf)
    const largest = rooms.indexOf(Math.max(...rooms))
    if (rooms[largest] === 1) return { ...part, of: [...listShares(part, of)] } as Part
    of[largest] = asWorking(of[largest] as Part)
  }
  return { ...part, of } as Part
}

/** A sum's terms in shares that are each short enough, every share a working. */
function inShares({ terms }: Sum): Term[] {
  const shares: Term[][] = [[]]
  for (const term of terms) {
    const small = roomOf(term.part) > mostRoom / 2 ? { ...term, part: asWorking(term.part) } : term
    const last = shares.at(-1) as Term[]
    if (roomOf({ is: 'sum', terms: [...last, small] }) > mostRoom) shares.push([small])
    else last.push(small)
  }
  return shares.map((share) => ({ times: 1, part: asWorking({ is: 'sum', terms: share }) }))
}

/** A long list of single leaves, such as the least of many months, in shares that are each short enough. */
function listShares(part: Part, of: readonly Part[]): Part[] {
  const shares: Part[] = []
  for (let from = 0; from < of.length; from += mostRoom) {
    shares.push(asWorking({ is: part.is, of: of.slice(from, from + mostRoom) } as Part))
  }
  return shares
}

import type { Expression } from './graph.ts'
import type { Part, Term, Working } from './part.ts'
import { held, type Spoken } from './spoken.ts'
import { type WholeSteps, wholeSteps } from './whole-steps.ts'

/** A name in words and the leaves it stands for: one, or several such as a run of months. */
export interface Phrase {
  text: string
  leaves: readonly Expression[]
}

/** Some terms of a sum and, where they are several, the words for all of them. */
export interface Group {
  parts: readonly Part[]
  text?: string
}

/** What leaves and workings are called. */
export interface Vocabulary {
  leaf: (expression: Expression) => string
  working: (working: Working) => string
  /** Names for leaves that are added up, runs of the same line put together, in order; a leaf may be given more than once. */
  added: (leaves: readonly Expression[]) => readonly Phrase[]
  /** Terms of a sum in groups that say the same of each month or year, with the words for a group of several. */
  alike: (parts: readonly Part[]) => readonly Group[]
  /** Factors of a product in groups, where a group of several is said at once. */
  multiplied?: (parts: readonly Part[]) => readonly Group[]
  /** What comes in whole steps, where the size of the steps is known; without it the words hold for any size. */
  inSteps?: (of: string, step: Part) => string
  /** Names for a list of leaves of which one is chosen. */
  listed: (leaves: readonly Expression[]) => readonly string[]
}

/** A part in words. Signs are those of arithmetic: + − × ÷. */
export function inWords(part: Part, vocabulary: Vocabulary): string {
  return spoken(part, vocabulary).text
}

function spoken(part: Part, vocabulary: Vocabulary): Spoken {
  const inner = (each: Part) => spoken(each, vocabulary)
  switch (part.is) {
    case 'leaf': {
      const text = vocabulary.leaf(part.expression)
      return { text, bond: text.startsWith('−') ? 1 : 3 }
    }
    case 'working':
      return { text: vocabulary.working(part), bond: 3 }
    case 'sum': {
      const steps = wholeSteps(part)
      return steps === undefined ? sum(part.terms, vocabulary) : inSteps(steps, vocabulary)
    }
    case 'product':
      return product(part.of, vocabulary)
    case 'quotient':
      return { text: `${held(inner(part.of[0]), 2)} ÷ ${held(inner(part.of[1]), 3)}`, bond: 2 }
    case 'least':
      return { text: `the ${part.of.length === 2 ? 'lesser' : 'least'} of ${listed(part.of, vocabulary)}`, bond: 0 }
    case 'greatest':
      return greatest(part.of, vocabulary)
    case 'floor':
      return { text: `the whole part of ${held(inner(part.of[0]), 1)}`, bond: 0 }
    case 'round2':
      return { text: `${held(inner(part.of[0]), 0)}, rounded to pence`, bond: 0 }
    case 'cubeRoot':
      return { text: `the cube root of ${held(inner(part.of[0]), 3)}`, bond: 0 }
    case 'squareRoot': {
      const twelfth = rootOfRoots(part)
      return { text: `the ${twelfth === undefined ? 'square' : 'twelfth'} root of ${held(inner(twelfth ?? part.of[0]), 3)}`, bond: 0 }
    }
  }
}

function inSteps({ of, step }: WholeSteps, vocabulary: Vocabulary): Spoken {
  const what = held(spoken(of, vocabulary), 3)
  const known = vocabulary.inSteps?.(what, step)
  return { text: known ?? `${what} in whole steps of ${held(spoken(step, vocabulary), 3)} (all of it where that is 0)`, bond: 0 }
}

/** From this many equal factors on, a power is said. */
const power = 3

function product(of: readonly Part[], vocabulary: Vocabulary): Spoken {
  const groups = (vocabulary.multiplied?.(of) ?? []).filter(({ text }) => text !== undefined)
  const factors: { part: Part; times: number; text?: string | undefined }[] = []
  for (const part of of) {
    const group = groups.find(({ parts }) => parts.includes(part))
    if (group !== undefined) {
      if (group.parts[0] === part) factors.push({ part, times: 1, text: group.text })
      continue
    }
    const last = factors.at(-1)
    if (last !== undefined && part.expression !== undefined && last.part.expression?.index === part.expression.index) last.times += 1
    else factors.push({ part, times: 1 })
  }
  const [only] = factors
  if (factors.length === 1 && only?.text !== undefined) return { text: only.text, bond: 0 }
  const words = factors.flatMap(({ part, times, text }, place) => {
    if (text !== undefined) return [held({ text, bond: 0 }, 2)]
    const one = spoken(part, vocabulary)
    if (times >= power) return [`${held(one, 3)} to the power ${times}`]
    return new Array<string>(times).fill(held(one, place > 0 && part.is === 'quotient' ? 3 : 2))
  })
  return { text: words.join(' × '), bond: 2 }
}

/** What is under a square root of a square root of a cube root. */
function rootOfRoots({ of: [part] }: { of: readonly [Part] }): Part | undefined {
  if (part.is !== 'squareRoot') return undefined
  const [inner] = part.of
  return inner.is === 'cubeRoot' ? inner.of[0] : undefined
}

function greatest(of: readonly Part[], vocabulary: Vocabulary): Spoken {
  const [first, second] = of
  if (of.length === 2 && first !== undefined && second !== undefined) {
    if (isZero(second)) return { text: `${held(spoken(first, vocabulary), 0)}, or 0 if that is below 0`, bond: 0 }
    if (isNegative(second, first)) return { text: `${held(spoken(first, vocabulary), 2)} without its sign`, bond: 0 }
  }
  return { text: `the ${of.length === 2 ? 'greater' : 'greatest'} of ${listed(of, vocabulary)}`, bond: 0 }
}

function isZero(part: Part): boolean {
  return part.is === 'leaf' && part.expression.isZero
}

/** Whether a part is another one taken from nothing. */
function isNegative(part: Part, other: Part): boolean {
  if (part.is !== 'sum' || part.terms.length !== 1) return false
  const [term] = part.terms
  return term?.times === -1 && term.part.expression?.index === other.expression?.index
}

/** The operands of least and greatest: leaves put together where there are many, the rest in brackets so that each is seen whole. */
function listed(of: readonly Part[], vocabulary: Vocabulary): string {
  const leaves = of.flatMap((part) => (part.is === 'leaf' ? [part.expression] : []))
  const phrases = leaves.length > 2 ? vocabulary.listed(leaves) : leaves.map(vocabulary.leaf)
  const others = of.filter((part) => part.is !== 'leaf').map((part) => held(spoken(part, vocabulary), 3))
  const words = of[0]?.is === 'leaf' ? [...phrases, ...others] : [...others, ...phrases]
  return words.length === 1 ? `${words[0]}` : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

interface Signed {
  isTakenOff: boolean
  spoken: Spoken
}

function sum(terms: readonly Term[], vocabulary: Vocabulary): Spoken {
  const signed = [...signedTerms(terms, vocabulary, false), ...signedTerms(terms, vocabulary, true)]
  const [only] = signed
  if (only === undefined) return { text: '0', bond: 3 }
  if (signed.length === 1 && !only.isTakenOff) return only.spoken
  const text = signed
    .map(({ isTakenOff, spoken: one }, place) => {
      const sign = place === 0 ? (isTakenOff ? '−' : '') : isTakenOff ? ' − ' : ' + '
      return `${sign}${held(one, place === 0 && !isTakenOff && one.text.startsWith('−') ? 0 : 2)}`
    })
    .join('')
  return { text, bond: 1 }
}

/** The terms of one sign in their order: leaves put together at the place of the first of them. */
function signedTerms(terms: readonly Term[], vocabulary: Vocabulary, isTakenOff: boolean): Signed[] {
  const own = terms.filter(({ times }) => times < 0 === isTakenOff)
  const leaves = own.flatMap(({ times, part }) => (part.is === 'leaf' ? new Array<Expression>(Math.abs(times)).fill(part.expression) : []))
  const said = new Map<number, Signed[]>()
  for (const { text, leaves: of } of leaves.length === 0 ? [] : vocabulary.added(leaves)) {
    const [first] = of
    if (first === undefined) continue
    const phrase: Spoken = of.length === 1 ? { text, bond: text.startsWith('−') ? 1 : 3 } : { text: `the sum of ${text}`, bond: 0 }
    said.set(first.index, [...(said.get(first.index) ?? []), { isTakenOff, spoken: phrase }])
  }
  const groups = vocabulary.alike(own.flatMap(({ times, part }) => (part.is !== 'leaf' && Math.abs(times) === 1 ? [part] : [])))
  return own.flatMap(({ times, part }) => {
    const group = groups.find(({ parts, text }) => text !== undefined && parts.includes(part))
    if (group?.text !== undefined) {
      return group.parts[0] === part ? [{ isTakenOff, spoken: { text: group.text, bond: 0 as const } }] : []
    }
    if (part.is === 'leaf') {
      const found = said.get(part.expression.index) ?? []
      said.delete(part.expression.index)
      return found
    }
    const one = spoken(part, vocabulary)
    const count = Math.abs(times)
    return [{ isTakenOff, spoken: count === 1 ? one : { text: `${count} × ${held(one, 2)}`, bond: 2 as const } }]
  })
}

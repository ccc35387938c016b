import type { Exact } from './exact.ts'
import type { Part, Term } from './part.ts'
import { held, type Spoken } from './spoken.ts'

/*
 * The grammar of a formula in figures, for whoever works it out again:
 *
 *   sum     = [ "-" ] product { ( "+" | "-" ) product }
 *   product = factor { ( "*" | "/" ) factor }
 *   factor  = number | "(" sum ")" | name "(" sum { "," sum } ")"
 *   name    = "sum" | "min" | "max" | "floor" | "round2" | "sqrt" | "cbrt"
 *
 * A number is a decimal with a point and perhaps a minus sign before it. / answers 0 where the divisor is 0; floor adds 0.000000001 and
 * takes the whole number below; round2 rounds to 10 places and then to 2, both half away from zero; sqrt and cbrt are the square and the
 * cube root. Every number is given with all the digits it was worked out with.
 */

/** A sum of this many leaves is written sum(a, b, c). */
const longSum = 4
const names = { floor: 'floor', round2: 'round2', squareRoot: 'sqrt', cubeRoot: 'cbrt', least: 'min', greatest: 'max' } as const

/** A part as plain arithmetic, its leaves and workings written by `figure`. */
export function arithmetic(part: Part, figure: (part: Part) => string): string {
  return spoken(part, figure).text
}

/** A number as the grammar has it, with all its digits. */
export function allDigits(value: Exact): string {
  return value.isZero() ? '0' : value.toFixed()
}

function spoken(part: Part, figure: (part: Part) => string): Spoken {
  const inner = (each: Part) => spoken(each, figure)
  switch (part.is) {
    case 'leaf':
    case 'working': {
      const text = figure(part)
      return { text, bond: text.startsWith('-') ? 1 : 3 }
    }
    case 'sum':
      return sum(part.terms, figure)
    case 'product':
      return { text: part.of.map((each, place) => held(inner(each), place === 0 ? 2 : bondAfter(each))).join(' * '), bond: 2 }
    case 'quotient':
      return { text: `${held(inner(part.of[0]), 2)} / ${held(inner(part.of[1]), 3)}`, bond: 2 }
    default:
      return { text: `${names[part.is]}(${part.of.map((each) => inner(each).text).join(', ')})`, bond: 3 }
  }
}

/** A quotient that is multiplied by is worked out first. */
function bondAfter(part: Part): 2 | 3 {
  return part.is === 'quotient' ? 3 : 2
}

function sum(terms: readonly Term[], figure: (part: Part) => string): Spoken {
  const plain = terms.filter(({ times, part }) => times === 1 && part.is === 'leaf')
  const isLong = plain.length >= longSum
  const rest = isLong ? terms.filter((term) => !plain.includes(term)) : terms
  const list = { text: `sum(${plain.map(({ part }) => figure(part)).join(', ')})`, bond: 3 } as const
  const signed = [
    ...(isLong ? [{ isTakenOff: false, spoken: list as Spoken }] : []),
    ...rest.map(({ times, part }) => {
      const one = spoken(part, figure)
      const count = Math.abs(times)
      return { isTakenOff: times < 0, spoken: count === 1 ? one : { text: `${count} * ${held(one, 2)}`, bond: 2 as const } }
    }),
  ]
  const ordered = [...signed.filter(({ isTakenOff }) => !isTakenOff), ...signed.filter(({ isTakenOff }) => isTakenOff)]
  const [only] = ordered
  if (only === undefined) return { text: '0', bond: 3 }
  if (ordered.length === 1 && !only.isTakenOff) return only.spoken
  const text = ordered
    .map(({ isTakenOff, spoken: one }, place) => {
      const sign = place === 0 ? (isTakenOff ? '-' : '') : isTakenOff ? ' - ' : ' + '
      return `${sign}${held(one, place === 0 && !isTakenOff && one.text.startsWith('-') ? 0 : 2)}`
    })
    .join('')
  return { text, bond: 1 }
}

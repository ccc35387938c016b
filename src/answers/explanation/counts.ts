/** A count of a specimen, and what it is called: the fields of a case, or where a month stands in the horizon. */
export interface Counts {
  [called: string]: number
}

const number = /\d+(?:\.\d+)?/g

/**
 * A formula in words that holds for every case, from the words of two specimens that are alike but for their counts: where the two say
 * different numbers, the count that is the one number in the one and the other in the other is named. Throws an Error where the words
 * differ in anything else, or by numbers that no one count is.
 */
export function generalised(words: readonly [string, string], counts: readonly [Counts, Counts]): string {
  const [one, other] = words
  const [first, second] = counts
  const numbers = other.match(number) ?? []
  if (one.replaceAll(number, '#') !== other.replaceAll(number, '#')) throw new Error(`“${one}” and “${other}” differ by more than a count`)
  let place = 0
  const named = one.replaceAll(number, (digits) => {
    const against = numbers[place++]
    if (digits === against) return digits
    const name = Object.keys(first).find((each) => first[each] === Number(digits) && second[each] === Number(against))
    if (name === undefined) throw new Error(`no count is ${digits} in “${one}” and ${against} in “${other}”`)
    return name.includes(' ') && !name.startsWith('in ') ? `(${name})` : name
  })
  return named
    .replaceAll(/\((the months [a-z ]+)\) months before/g, 'earlier by $1')
    .replaceAll(/\((the months [a-z ]+ \+ 1)\) months up to this one/g, '$1 up to this one')
    .replaceAll(/in each of the (the months [a-z ]+)/g, 'in each of $1')
    .replaceAll(/\b(in the [a-z ]+) months before/g, '$1')
}

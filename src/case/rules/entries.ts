import { canonical } from '../decimal-text.ts'
import { rendered } from '../problem.ts'
import { about, each, type Rule } from './rule.ts'

const ways = ['entriesPerYear', 'population', 'entriesPer10000', 'entriesByYear'] as const
const expected = 'entriesPerYear, or population with entriesPer10000, or entriesByYear'

/** A demand says in exactly one way how many children come in, and growth applies to a starting number, not to numbers given year by year. */
export const waysOfStatingEntries: Rule = ({ demand }) =>
  each(demand, '/demand').flatMap(({ item, at }) => {
    const given = ways.filter((way) => item[way] !== undefined)
    const finding = (key: string, message: string) =>
      about(at, ways, {
        pointer: key === '' ? at : `${at}/${key}`,
        message,
        got: given.length === 0 ? 'none of them' : given.join(', '),
        expected,
      })
    const asked = given.join()
    if (asked === '') return [finding('', `The demand does not say how many children come in: give ${expected}.`)]
    if (asked === 'population')
      return [finding('entriesPer10000', 'population needs entriesPer10000: the entries a year for each 10,000 children.')]
    if (asked === 'entriesPer10000') return [finding('population', 'entriesPer10000 needs population: the children in the area.')]
    const oneWay = given.length === 1 || asked === 'population,entriesPer10000'
    if (!oneWay)
      return [finding(given[given.length - 1] as string, `The entries are stated in more than one way (${given.join(', ')}); keep one.`)]
    const { growth } = item
    if (item.entriesByYear === undefined || growth === undefined || isZero(growth)) return []
    const message = 'growth does not apply to entriesByYear, which already says what happens year by year; leave growth out.'
    return [{ pointer: `${at}/growth`, message, got: rendered(growth), expected: 'no growth, or 0' }]
  })

/** Whether a quantity is a plain 0. */
export function isZero(quantity: unknown): boolean {
  return (typeof quantity === 'string' || typeof quantity === 'number') && canonical(quantity) === '0'
}

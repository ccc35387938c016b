import { wordList } from '../case/nearest.ts'
import { HttpProblem } from './problem.ts'

interface MediaRange {
  type: string
  /** 2 for type/subtype, 1 for type slash star, 0 for star slash star. */
  precision: number
  quality: number
}

/**
 * The media type, of those on offer, that an Accept header likes best; the first on offer where it has no preference.
 * Throws an HttpProblem where none is acceptable. Source: RFC 9110, section 12.5.1.
 */
export function acceptable(accept: string | undefined, offered: readonly [string, ...string[]]): string {
  const ranges = mediaRanges(accept ?? '')
  if (ranges.length === 0) return offered[0]
  let best: string | undefined
  let most = 0
  for (const type of offered) {
    const quality = qualityOf(type, ranges)
    if (quality > most) [best, most] = [type, quality]
  }
  if (best === undefined)
    throw new HttpProblem('not-acceptable', `The answer comes as ${wordList(offered)}; ask for one of these in Accept.`)
  return best
}

function mediaRanges(accept: string): MediaRange[] {
  return accept
    .toLowerCase()
    .split(',')
    .flatMap((part) => {
      const [type = '', ...parameters] = part.split(';').map((each) => each.trim())
      if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return []
      const q = parameters.find((each) => each.startsWith('q='))?.slice(2)
      const precision = type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2
      return [{ type, precision, quality: q === undefined || !/^[01](\.[0-9]{0,3})?$/.test(q) ? 1 : Number(q) }]
    })
}

/** How much a type is wanted: what the most precise range that covers it says. */
function qualityOf(type: string, ranges: readonly MediaRange[]): number {
  const covers = (range: MediaRange) =>
    range.type === type || range.precision === 0 || (range.precision === 1 && type.startsWith(range.type.slice(0, -1)))
  const [first] = ranges.filter(covers).sort((one, other) => other.precision - one.precision || other.quality - one.quality)
  return first?.quality ?? 0
}

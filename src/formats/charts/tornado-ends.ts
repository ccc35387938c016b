import { widthOfText } from './label.ts'
import { plainly } from './measured.ts'
import type { TornadoBar, TornadoData } from './tornado.ts'

/** One end of a bar: where the measure stands, and the end of the range in words. */
export interface EndOfBar {
  place: number
  at: number
  words: string
  end: 'low' | 'high'
}

/** What stands beside an end of a bar, before it or after it. */
export interface EndLabel {
  place: number
  at: number
  words: string
  anchor: 'start' | 'end'
}

/** One end of a range to at least so many figures; an amount with its sign of pounds, and with whole pence where it has any: £1,800, 0.3, −£0.50. */
export function endInWords({ isPounds = false }: TornadoBar, end: string, figures: number): string {
  const words = plainly(Number(end), figures)
  if (!isPounds) return words
  const places = words.split('.')[1]?.length ?? 0
  const pence = { minimumFractionDigits: 2, maximumFractionDigits: Math.max(2, places) }
  const amount = places === 0 ? words : Number(end).toLocaleString('en-GB', pence).replace('-', '−')
  return amount.replace(/^−?/, '$&£')
}

/** Both ends of a bar, by its place. */
export function endsOf(bar: TornadoBar, place: number): EndOfBar[] {
  const { low, high, atLow, atHigh } = bar
  return [
    { place, at: atLow, words: endInWords(bar, low, 4), end: 'low' },
    { place, at: atHigh, words: endInWords(bar, high, 4), end: 'high' },
  ]
}

/** The ends of a range beside the ends of its bar; both at one end, the nearer first, where the bar lies to one side of the centre. */
export function endLabelsOf(bar: TornadoBar, place: number, central: number): EndLabel[] {
  const [one, other] = endsOf(bar, place).sort((a, b) => a.at - b.at) as [EndOfBar, EndOfBar]
  const words = ({ words: value, end }: EndOfBar) => `${end} ${value}`
  if (one.at > central) return [{ place, at: other.at, words: `${words(one)}, ${words(other)}`, anchor: 'start' }]
  if (other.at < central) return [{ place, at: one.at, words: `${words(one)}, ${words(other)}`, anchor: 'end' }]
  return [
    { place, at: one.at, words: one.words, anchor: 'end' },
    { place, at: other.at, words: other.words, anchor: 'start' },
  ]
}

/** Values that the axis must reach for every label to stand within a frame of some width. */
export function roomFor(labels: readonly EndLabel[], { central, bars }: TornadoData, frame: number, type: number): number[] {
  const values = [central, ...bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]
  const span = Math.max(...values) - Math.min(...values)
  const width = (words: string) => widthOfText(words, type) + 8
  const widest = Math.max(...labels.map(({ words }) => width(words)))
  const unit = span / Math.max(frame / 3, frame - 2 * widest)
  return labels.map(({ at, words, anchor }) => at + (anchor === 'end' ? -1 : 1) * width(words) * unit)
}

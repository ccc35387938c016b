import type { Appraised } from '../../answers/appraise.ts'
import { monthAfter } from '../../case/calendar.ts'
import { caseOf } from '../case-of.ts'
import { monthInWords, numberOf } from '../sentences/amounts.ts'
import { type Pen, prose } from './pen.ts'

/** What the reader must know about a case besides the answer: what it is called, and what was changed before it was appraised. */
export interface Told {
  /** Used where the case has no title. */
  name: string
  variant?: { id: string; title?: string | undefined }
  /** Values set from outside, as path and text. */
  set?: readonly (readonly [path: string, value: string])[]
}

/** Title, whose cash it is, the horizon, the price base, and any change to the case as it stands in its file. */
export function opening(pen: Pen, answer: Appraised, { name, variant, set = [] }: Told): string[] {
  const { title, body, start, years } = caseOf(answer)
  const last = monthAfter(start, years * 12 - 1)
  return [
    ...prose(pen, title ?? name).map((line) => pen.colour('heading', line)),
    ...(variant === undefined ? [] : prose(pen, `Variant ${variant.id}${variant.title === undefined ? '' : `: ${variant.title}`}`)),
    ...set.flatMap(([path, value]) => prose(pen, `With ${path} = ${value}`)),
    ...prose(pen, `Body: ${body}`),
    ...prose(pen, `${monthInWords(start)} to ${monthInWords(last)} (${numberOf(years, 'year')})`),
    ...prose(pen, `Cash in each year's own prices; the economic case in ${answer.conventions.priceBase} prices`),
  ]
}

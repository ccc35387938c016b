import { rendered } from '../case/problem.ts'
import { HttpProblem } from './problem.ts'

/** A whole number given as an option of an address. Throws an HttpProblem for anything else, and for one outside its bounds. */
export function wholeNumber(name: string, text: string | undefined, usual: number, least: number, most: number): number {
  if (text === undefined) return usual
  const value = /^[0-9]{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  const expected = `a whole number from ${least} to ${most}`
  const message = `${name} is ${expected}.`
  throw new HttpProblem('wrong-option', `?${name}: ${message}`, {
    errors: [{ pointer: '', path: `?${name}`, message, got: rendered(text), expected }],
  })
}

/** A short text given as an option of an address. Throws an HttpProblem for one that is empty or very long. */
export function shortText(name: string, text: string | undefined, usual: string, most = 200): string {
  if (text === undefined) return usual
  if (text.length > 0 && text.length <= most) return text
  const expected = `a text of 1 to ${most} characters`
  const message = `${name} is ${expected}.`
  throw new HttpProblem('wrong-option', `?${name}: ${message}`, {
    errors: [{ pointer: '', path: `?${name}`, message, got: rendered(text), expected }],
  })
}

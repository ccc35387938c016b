import { numberExpected, numberFault } from './decimal-text.ts'
import { pointerParts } from './pointer.ts'
import { rendered, shortened } from './problem.ts'

/** Where a value of a text starts, and where its parts do. Offsets count UTF-16 units from the start of the text. */
export interface Place {
  value: number
  /** Where the key of this value starts, when it has one. */
  key?: number
  parts?: Map<string, Place>
}

/** A place for people: line and column, both counted from 1. */
export interface Position {
  line: number
  column: number
}

/** A value that reading would change or that an answer could not show: a number not in plain form, a text with a control character. */
export interface OddValue {
  pointer: string
  message: string
  got: string
  expected: string
}

/** A text as it was read: its value, the values in it that cannot be taken, and where everything is. */
export interface ReadText {
  value: unknown
  odd: OddValue[]
  /** The line and column of the value (or of its key) at a pointer; of the nearest value around it where it is missing. */
  locate: (pointer: string, what?: 'value' | 'key') => Position
}

/** Finds line and column from an offset; the starts of lines are found once, when first needed. */
export function positions(text: string): (offset: number) => Position {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Finds the line and column of a pointer from the places of a text. */
export function locator(root: Place, positionOf: (offset: number) => Position): ReadText['locate'] {
  return (pointer, what = 'value') => {
    let place = root
    for (const part of pointerParts(pointer)) {
      const next = place.parts?.get(part)
      if (next === undefined) return positionOf(place.value)
      place = next
    }
    return positionOf(what === 'key' ? (place.key ?? place.value) : place.value)
  }
}

/** What is wrong with a number as it is written; undefined where nothing is. */
export function oddNumber(written: string): Omit<OddValue, 'pointer'> | undefined {
  const message = numberFault(written)
  return message === undefined ? undefined : { message, got: shortened(written), expected: numberExpected }
}

// What a workbook or a page cannot hold: control characters other than tab and line ends, and two codes that are no characters. And marks that turn
// the direction of what follows them, by which a title could show the digits of a figure after it the other way round.
const unprintable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u

/** What is wrong with a text as a text; undefined where nothing is. */
export function oddText(text: string): Omit<OddValue, 'pointer'> | undefined {
  if (!unprintable.test(text) && text.isWellFormed()) return undefined
  return {
    message:
      'This text holds a control character, a mark that turns the direction of what follows, or half of a character, that cannot be printed; take it out.',
    got: rendered(text),
    expected: 'text',
  }
}

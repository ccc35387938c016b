/*
 * Text that a spreadsheet would run as a formula is written with an apostrophe before it, and so is text that begins with such an apostrophe, so
 * that reading gives back exactly what was written. An apostrophe alone is text that is there and empty; a blank cell is none.
 */

const marked = /^'*(?:[=+\-@\t\r]|$)/
const carriesMark = /^'+(?:[=+\-@\t\r]|$)/

/** A text as it stands in a cell. */
export function markedText(text: string): string {
  return marked.test(text) ? `'${text}` : text
}

/** The text that a cell stands for. */
export function unmarkedText(text: string): string {
  return carriesMark.test(text) ? text.slice(1) : text
}

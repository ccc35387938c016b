import { stripVTControlCharacters } from 'node:util'

// Marks that reorder the text around them: a title must not rewrite the figure beside it.
const reordering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu
const lineBreak = /[\t\n\v\f\r\u0085\u2028\u2029]/gu
const controls = /\p{Cc}/gu

/** A text that may go to a terminal: one line, with no escape sequence, control character or mark that reorders it. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).toWellFormed().replace(lineBreaks, ' ').replace(reordering, '').replace(controls, '�')
}

/** A line of a file as it stands, every character kept at its place: what cannot be shown becomes a space or a mark. */
export function visible(line: string): string {
  return line.toWellFormed().replace(lineBreak, ' ').replace(reordering, '�').replace(controls, '�')
}

const inAscii: Record<string, string> = {
  '£': 'GBP ',
  '−': '-',
  '–': '-',
  '—': '-',
  '·': '-',
  '×': 'x',
  '÷': '/',
  '…': '...',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
}

/** A text in plain ASCII: the signs of money and print are spelt out, accents are taken off, and what is left becomes a question mark. */
export function asciiOnly(text: string): string {
  return text
    .replace(/[£−–—·×÷…‘’“”]/gu, (sign) => inAscii[sign] as string)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\n -~]/gu, '?')
}

import { wrapped } from './columns.ts'
import { asciiOnly, printable } from './printable.ts'

/** What a piece of a table is, so that a terminal can show it; never the only sign of what it says. */
export type Tone = 'heading' | 'good' | 'bad' | 'warning' | 'quiet'

/** How a table is written: how wide, in which characters, and with which colours. */
export interface Pen {
  /** Columns to fit where the figures allow. */
  width: number
  /** Plain ASCII: GBP for the pound sign, # for bars. */
  ascii: boolean
  /** Colours a text that is already filled up to its column, or gives it back as it is. */
  colour: (tone: Tone, text: string) => string
}

/** Colours nothing: for files, pipes and tests. */
export function plain(_tone: Tone, text: string): string {
  return text
}

/** A text of ours or of the case as this pen writes it: safe for a terminal, and in ASCII where the pen says so. */
export function written(pen: Pen, text: string): string {
  return pen.ascii ? asciiOnly(printable(text)) : printable(text)
}

/** Sentences in lines of a width, by default the pen's, each line set in by some spaces. */
export function prose(pen: Pen, text: string, { width = pen.width, indent = 0 } = {}): string[] {
  return wrapped(written(pen, text), width - indent).map((line) => ' '.repeat(indent) + line)
}

/** A part of the answer under its heading, set apart by an empty line. */
export function part(pen: Pen, heading: string, lines: readonly string[]): string[] {
  return ['', ...prose(pen, heading).map((line) => pen.colour('heading', line)), ...lines]
}

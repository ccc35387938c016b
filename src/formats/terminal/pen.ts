import { asciiOnly, printable } from './printable.ts'

/** What a piece of a table is, so that a terminal can show it; never the only sign of what it says. */
export type Tone = 'heading' | 'good' | 'bad' | 'warning' | 'quiet'

/** How a table is written: how wide, in which characters, and with which colours. */
export interface Pen {
  /** Columns to fit where the figures allow. */
  width: number
  /** Plain ASCII: GBP for the pound sign, # for bars. */
  ascii: boolean
  /** Colours a text that is already filled up to its column; gives it back as it is where there are no colours. */
  colour: (tone: Tone, text: string) => string
}

/** Colours nothing: for files, pipes and tests. */
export function plain(_tone: Tone, text: string): string {
  return text
}

/** Writes a text of ours or of the case with this pen: safe for a terminal, and in ASCII where the pen says so. */
export function written(pen: Pen, text: string): string {
  return pen.ascii ? asciiOnly(printable(text)) : printable(text)
}

/** The mark of a cut text. */
export function cutMark(pen: Pen): string {
  return pen.ascii ? '...' : '…'
}

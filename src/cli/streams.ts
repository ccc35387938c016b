import { styleText } from 'node:util'
import { type Pen, plain, type Tone } from '../formats/terminal/pen.ts'
import { exitCodes } from './exit-codes.ts'

const styles = { heading: 'bold', good: 'green', bad: 'red', warning: 'yellow', quiet: 'dim' } as const satisfies Record<Tone, string>
const narrowest = 60
const usual = 80
const widest = 100

/** How to write for a stream: as wide as its terminal up to 100 columns, in colour only on a terminal that wants it. */
export function penFor(stream: NodeJS.WriteStream, ascii: boolean): Pen {
  return {
    width: Math.min(widest, Math.max(narrowest, stream.columns || usual)),
    ascii,
    // styleText leaves the text as it is where the stream is no terminal or NO_COLOR is set.
    colour: (tone, text) => styleText(styles[tone], text, { stream }),
  }
}

/** How to write to a file: no colours. */
export function penForFiles(ascii: boolean): Pen {
  return { width: usual, ascii, colour: plain }
}

/** Whether the locale says that a terminal shows less than UTF-8. No locale at all says nothing. */
export function isAsciiLocale({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || ''
  return locale !== '' && !/utf-?8/i.test(locale)
}

/** Ends the program quietly when whoever reads its output has read enough, as `head` does, and with a word where it cannot be written. */
export function endWhenUnread(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    if (stream !== process.stderr) process.stderr.write(`error: the output cannot be written: ${error.message}\n`)
    process.exit(exitCodes.badInput)
  })
}

/** Writes to a stream and waits until it has been taken; where nobody reads any more, the stream's own error ends the program. */
export function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => stream.write(text, (error) => (error ? undefined : resolve())))
}

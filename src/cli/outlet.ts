import { write } from './streams.ts'

/** The two streams a program speaks on: results on one, everything else on the other. */
export interface Streams {
  out: NodeJS.WriteStream
  err: NodeJS.WriteStream
}

/** Passes texts on to the streams at once, or keeps them in order while something else is drawn on the terminal. */
export class Outlet {
  readonly streams: Streams
  private kept: [keyof Streams, string][] | undefined

  constructor(streams: Streams) {
    this.streams = streams
  }

  /** From now on texts are kept; those that would not meet the drawing on a terminal still pass. */
  keep(): void {
    this.kept = []
  }

  /** Passes on what was kept, and everything after it at once. */
  async release(): Promise<void> {
    const kept = this.kept ?? []
    this.kept = undefined
    for (const [to, text] of kept) await write(this.streams[to], text)
  }

  async say(to: keyof Streams, text: string): Promise<void> {
    if (text === '') return
    if (this.kept !== undefined && this.streams[to].isTTY) this.kept.push([to, text])
    else await write(this.streams[to], text)
  }
}

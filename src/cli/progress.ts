import { Presets, SingleBar } from 'cli-progress'
import { cut } from '../formats/terminal/columns.ts'
import { printable } from '../formats/terminal/printable.ts'

/** Shows how far the program has come. */
export interface Progress {
  isShown: boolean
  at: (done: number, name: string) => void
  end: () => void
}

const silent: Progress = { isShown: false, at: () => {}, end: () => {} }
const nameWidth = 40

/** A bar on a terminal when there is more than one file; nothing otherwise, so that logs stay clean. */
export function progress(stream: NodeJS.WriteStream, files: number, ascii: boolean): Progress {
  if (!stream.isTTY || files < 2) return silent
  const format = '{bar} {value}/{total} {name}'
  const bar = new SingleBar(
    { stream, format, barsize: 24, clearOnComplete: true, hideCursor: true },
    ascii ? Presets.legacy : Presets.shades_classic,
  )
  bar.start(files, 0, { name: '' })
  return {
    isShown: true,
    at: (done, name) => bar.update(done, { name: cut(printable(name), nameWidth, '...') }),
    end: () => bar.stop(),
  }
}

/** A bar of draws on a terminal; nothing elsewhere. */
export function drawProgress(
  stream: NodeJS.WriteStream,
  draws: number,
  ascii: boolean,
): { at: (progress: { done: number }) => void; end: () => void } {
  if (!stream.isTTY) return { at: () => {}, end: () => {} }
  const format = '{bar} {value} of {total} draws'
  const bar = new SingleBar(
    { stream, format, barsize: 24, clearOnComplete: true, hideCursor: true },
    ascii ? Presets.legacy : Presets.shades_classic,
  )
  bar.start(draws, 0)
  return { at: ({ done }) => bar.update(done), end: () => bar.stop() }
}

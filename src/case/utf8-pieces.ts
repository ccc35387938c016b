import { TextDecoder } from 'node:util'

/** UTF-8 that comes in pieces, wherever they are cut, as text; and the line that it has come to. */
export class Utf8Pieces {
  /** The line that the text so far ends on, counted from 1: where it is not UTF-8, that of the first byte that is none. Lines end in any of the three ways. */
  line = 1
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })
  /** The last bytes that were read: a letter may begin in them. */
  #before: Uint8Array = new Uint8Array()

  /** The text of the next piece, without a byte order mark; undefined where it is not UTF-8, after which there is nothing more to ask. */
  next(piece: Uint8Array): string | undefined {
    const text = decoded(this.#decoder, piece)
    const sound = text === undefined ? piece.subarray(0, soundBytes(this.#before, piece)) : piece
    const isCut = this.#before.at(-1) === carriageReturn && sound[0] === lineFeed
    this.line += lineEnds(sound) - (isCut ? 1 : 0)
    this.#before = Buffer.concat([this.#before, sound]).subarray(-3)
    return text
  }

  /** Whether the text ends with a whole letter. */
  isWhole(): boolean {
    return decoded(this.#decoder) !== undefined
  }
}

const carriageReturn = 0x0d
const lineFeed = 0x0a

/** The text of the next bytes; at the end of the text, where none are given, whatever is left. */
function decoded(decoder: TextDecoder, bytes?: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined })
  } catch {
    return undefined
  }
}

function lineEnds(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\r\n|\r|\n/g)?.length ?? 0
  )
}

/** How many bytes of a piece come before the first that is no UTF-8. What came before the piece is sound, but may begin and end inside a letter. */
function soundBytes(before: Uint8Array, piece: Uint8Array): number {
  const start = before.findIndex((byte) => (byte & 0xc0) !== 0x80)
  const begun = start === -1 ? new Uint8Array() : before.subarray(start)
  const bytes = Buffer.concat([begun, piece])
  // What is put in place of a bad byte differs from it, or from the byte after it.
  const again = Buffer.from(bytes.toString('utf8'))
  return Math.max(0, bytes.findIndex((byte, at) => byte !== again[at]) - begun.length)
}

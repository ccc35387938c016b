import { escaped } from '../../assurance/markup.ts'

/** A piece of a page that needs no more escaping. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

type Piece = Markup | string | number | false | null | undefined | readonly Piece[]

/** A piece of a page: what stands in the template is taken as it is, and every text put into it is escaped. Lists are joined; nothing is left out. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(parts.map((part, place) => part + (place < pieces.length ? written(pieces[place]) : '')).join(''))
}

/** A text that is a piece of a page already, such as a chart. */
export function asIs(text: string): Markup {
  return new Markup(text)
}

function written(piece: Piece): string {
  if (piece instanceof Markup) return piece.text
  if (piece === undefined || piece === null || piece === false) return ''
  if (typeof piece === 'object') return piece.map(written).join('')
  return escaped(String(piece))
}

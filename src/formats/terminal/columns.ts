const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{20000}-\u{3fffd}]/u
const ascii = /^[ -~]*$/
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** How many columns of a terminal a text takes: two for a wide character or an emoji, none for a mark by itself. */
export function widthOf(text: string): number {
  if (ascii.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += invisible.test(segment) ? 0 : wide.test(segment) ? 2 : 1
  return width
}

/** A text filled up with spaces to a width, at its end or, for figures, before it. */
export function padded(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return side === 'left' ? text + space : space + text
}

/** A text cut to a width, with a mark where it was cut. */
export function cut(text: string, width: number, mark = '…'): string {
  if (widthOf(text) <= width) return text
  return `${pieceOf(text, Math.max(0, width - widthOf(mark))).trimEnd()}${mark}`
}

/** The longest beginning of a text that fits a width. */
function pieceOf(text: string, width: number): string {
  let piece = ''
  let taken = 0
  for (const { segment } of graphemes.segment(text)) {
    taken += widthOf(segment)
    if (taken > width) break
    piece += segment
  }
  return piece
}

/** A text in lines of a width, broken between words; a word that is longer than a line is broken where the line ends. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const given of text.split(' ').filter((word) => word !== '')) {
    let word = given
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = ''
    }
    while (line === '' && widthOf(word) > width) {
      const piece = pieceOf(word, width) || ([...word][0] as string)
      lines.push(piece)
      word = word.slice(piece.length)
    }
    if (word !== '') line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

/** Two blocks of lines beside each other; the left one takes `width` columns, and `gap` spaces part them. */
export function sideBySide(left: readonly string[], right: readonly string[], width: number, gap: number): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, place) =>
    `${padded(left[place] ?? '', width)}${' '.repeat(gap)}${right[place] ?? ''}`.trimEnd(),
  )
}

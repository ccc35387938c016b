/** Widths of letters in Arial, as shares of the size of the type; those not listed are about as wide as a figure. */
const widths: readonly (readonly [letters: string, width: number])[] = [
  ["ijlI|'.,:; !()[]/-", 0.3],
  ['frt', 0.34],
  ['ckszvxyJ', 0.5],
  ['ABEKPSVXYZ&', 0.68],
  ['CDGHNOQRUw', 0.74],
  ['mMW%@—', 0.88],
]
const widthOf = new Map(widths.flatMap(([letters, width]) => Array.from(letters, (letter) => [letter, width] as const)))
/** Bold type is wider. */
const bolder = 1.08

/** About how wide a line of type is, in the units of its size; what is not Latin counts as a square. */
export function widthOfText(text: string, size: number, isBold = false): number {
  let sum = 0
  for (const letter of text) sum += widthOf.get(letter) ?? ((letter.codePointAt(0) as number) > 0x2e80 ? 1 : 0.57)
  return sum * size * (isBold ? bolder : 1)
}

/** A text in lines no wider than `width`, at most so many of them; a word that is too long is broken, and what does not fit ends in “…”. */
export function fitted(text: string, width: number, size: number, most: number, isBold = false): string[] {
  const fits = (line: string) => widthOfText(line, size, isBold) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text
    .split(/\s+/)
    .filter((each) => each !== '')
    .flatMap((each) => pieces(each, fits))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), fits)]
}

/** A word in pieces that fit; whole where it fits. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  const found: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      found.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...found, piece]
}

function shortened(text: string, fits: (line: string) => boolean): string {
  const letters = Array.from(text)
  while (letters.length > 0 && !fits(`${letters.join('').trimEnd()}…`)) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

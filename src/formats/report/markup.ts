const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// Characters that neither HTML nor XML may hold: controls, and halves of pairs.
const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** A text without the characters that no page and no Word document may hold; the ends of lines become spaces. */
export function printable(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(unprintable, '')
}

/** A text as it stands in HTML, in an element or in an attribute between quotes. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (each) => entities[each] as string)
}

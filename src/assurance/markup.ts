/** A text as it stands in a page, whatever is in it. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A table with a caption; every cell is a text. Columns named in `numbers` are set to the right. */
export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const right = (column: number) => (numbers.includes(column) ? ' class="number"' : '')
  const heading = headings.map((each, column) => `<th scope="col"${right(column)}>${escaped(each)}</th>`).join('')
  const body = rows.map((row) => {
    const [first = '', ...rest] = row
    return `<tr><th scope="row">${escaped(first)}</th>${rest.map((cell, place) => `<td${right(place + 1)}>${escaped(cell)}</td>`).join('')}</tr>`
  })
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${heading}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`
}

/** A whole number with commas. */
export function whole(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

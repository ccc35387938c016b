/** How many characters a number takes in a cell, in one of the formats of this book: £, commas, places after the point and per cent. */
export function shownLength(value: number, format: string): number {
  const [positive = '', negative = positive] = format.replaceAll(/\[[A-Za-z]+\]/g, '').split(';')
  const part = value < 0 ? negative : positive
  const shown = Math.abs(value) * (part.includes('%') ? 100 : 1)
  const places = /\.([0#]+)/.exec(part)?.[1]?.length ?? 0
  const digits = shown.toFixed(places).split('.')[0]?.length ?? 1
  const commas = part.includes(',') ? Math.floor((digits - 1) / 3) : 0
  const signs = (value < 0 ? 1 : 0) + (part.includes('£') ? 1 : 0) + (part.includes('%') ? 1 : 0)
  return digits + commas + signs + (places === 0 ? 0 : places + 1)
}

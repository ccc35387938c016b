/** How wide and high a drawing is, in its own units. Throws where it does not say. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [width, height] = (/viewBox="0 0 ([0-9.]+) ([0-9.]+)"/.exec(svg) ?? []).slice(1).map(Number)
  if (width === undefined || height === undefined || !(width > 0 && height > 0)) throw new Error('a chart says how large it is')
  return { width, height }
}

/** One bar of the waterfall, from and to in pounds. */
export interface LadderBar {
  label: string
  from: number
  to: number
  words: string
  kind: 'whole' | 'loss' | 'gain'
}

/** Whether a rung takes something and yet is too thin to see, where a unit of the picture is worth so many pounds. */
export function isSliver(unit: number): (bar: LadderBar) => boolean {
  return ({ kind, from, to }) => kind !== 'whole' && Math.abs(to - from) < 1.5 * unit
}

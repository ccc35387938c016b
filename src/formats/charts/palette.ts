/**
 * The colours of charts: apart for colour-blind readers and, by their lightness, in grey print; at least 3 : 1 on white, but for bands, which have
 * an edge that is. Meaning never hangs on a colour alone: series are named, and lines dashed. Source: Okabe and Ito, Color universal design, 2008,
 * darkened for white paper.
 */
export const palette = {
  /** What stands for itself: a total, the central line. */
  whole: '#17406d',
  /** What is taken away, or speaks against. */
  loss: '#c96f1f',
  /** What is given back, or speaks for. */
  gain: '#3f9b76',
  /** What would have happened anyway, what is compared with. */
  other: '#707070',
  /** Bands of likelihood, the outer and the inner, and their edge. */
  outerBand: '#d6e2ee',
  innerBand: '#9dbbd8',
  bandEdge: '#6583a1',
  ink: '#1d1d1b',
  grid: '#d9d9d9',
} as const

/** The same for small type, at least 4.5 : 1 on white. */
export const inkOf = { whole: palette.whole, loss: '#96500f', gain: '#22694c', other: '#5f5f5f' } as const
export type Look = keyof typeof inkOf

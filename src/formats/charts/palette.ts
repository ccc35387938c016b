/**
 * The colours of charts: apart for colour-blind readers and, by their lightness, in grey print. Meaning never hangs on a colour alone; every
 * series is also named where it is drawn. Source: Okabe and Ito, Color universal design, 2008, darkened for small type on white.
 */
export const palette = {
  /** What stands for itself: a total, the central line. */
  whole: '#17406d',
  /** What is taken away, or speaks against. */
  loss: '#d98032',
  /** What is given back, or speaks for. */
  gain: '#3f9b76',
  /** What would have happened anyway, what is compared with. */
  other: '#767676',
  /** Bands of likelihood, the outer and the inner. */
  outerBand: '#d6e2ee',
  innerBand: '#9dbbd8',
  ink: '#1d1d1b',
  grid: '#d9d9d9',
} as const

/** The month in which the built-in figures were collected. It is part of every answer: change it whenever a figure changes. */
export const referenceData = '2026-11'

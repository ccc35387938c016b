/** A chart for a page or a sheet of paper, or one for a phone: a wide one scaled down to 320 pixels would have type of 6. */
export type ChartSize = 'wide' | 'narrow'

/** Width of a chart and its type, in the units of its viewBox. At 320 pixels the type of a narrow one stands at 9.8. */
export const sizes = { wide: { width: 720, height: 380, type: 13 }, narrow: { width: 360, height: 300, type: 11 } } as const

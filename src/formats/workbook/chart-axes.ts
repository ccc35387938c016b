/** An axis in small print without ticks. */
export const quiet = { labelFontSize: 8, majorTickMark: 'none', minorTickMark: 'none', labelColor: '4A5560' } as const

/** An axis of pounds with faint lines across the chart. */
export const lined = { numberFormat: { formatCode: '£#,##0;-£#,##0' }, gridlines: { major: true } } as const

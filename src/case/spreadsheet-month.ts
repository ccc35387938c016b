const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The month that a spreadsheet has most likely made this of: 2026-04 of Apr-26 and of 01/04/2026; undefined where the text is nothing that it makes of a month. */
export function monthBefore(text: string): string | undefined {
  const named = /^([A-Za-z]{3})[a-z]*[- ]([0-9]{2}|[0-9]{4})$/.exec(text)
  if (named !== null) return written(named[2], String(names.indexOf((named[1] as string).toLowerCase()) + 1))
  const [, first, second, year] = /^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2}|[0-9]{4})$/.exec(text) ?? []
  // A month becomes its first day: 01/04/2026 in Britain, 4/1/2026 in America.
  if (Number(first) === 1) return written(year, second)
  return Number(second) === 1 ? written(year, first) : undefined
}

function written(year: string | undefined, month: string | undefined): string | undefined {
  const number = Number(month)
  if (year === undefined || !(number >= 1 && number <= 12)) return undefined
  return `${year.length === 2 ? `20${year}` : year}-${String(number).padStart(2, '0')}`
}

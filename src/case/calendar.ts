/** Months written YYYY-MM and financial years written 2026-27 (April to March), as plain numbers and back. */

/** Months since year 0 of a month written YYYY-MM. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/** The month, written YYYY-MM, that is `count` months after `month`. */
export function monthAfter(month: string, count: number): string {
  const number = monthNumber(month) + count
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** Whole months from `from` to `to`, negative when `to` comes first. */
export function monthsBetween(from: string, to: string): number {
  return monthNumber(to) - monthNumber(from)
}

/** The calendar year in which the financial year holding this month began. */
export function yearNumberOf(month: string): number {
  return Math.floor((monthNumber(month) - 3) / 12)
}

/** The financial year, written 2026-27, that began in April of a calendar year. */
export function financialYear(yearNumber: number): string {
  return `${yearNumber}-${String((yearNumber + 1) % 100).padStart(2, '0')}`
}

/** The calendar year in which a financial year written 2026-27 began. */
export function yearNumber(year: string): number {
  return Number(year.slice(0, 4))
}

/** The financial year, written 2026-27, that holds a month. */
export function financialYearOf(month: string): string {
  return financialYear(yearNumberOf(month))
}

/** Whether a text is a financial year whose two halves follow each other: 2026-27, 1999-00. */
export function isFinancialYear(text: string): boolean {
  return /^[0-9]{4}-[0-9]{2}$/.test(text) && financialYear(yearNumber(text)) === text
}

/*
 * What the schema says of a value, as a person who fills in a sheet reads it: a cell is left blank, it is not absent.
 */

/** What the schema says, in the words of somebody filling in a cell. */
export function plainWords(text: string): string {
  return text
    .replaceAll('`', '')
    .replace(/; ([^;]+?) where absent/, '; if left blank, $1')
    .replace(' where absent', ' if left blank')
    .replace('the figures of this object', 'these figures')
    .replace('(YYYY-MM)', '(a month such as 2026-04)')
    .replace('(proportion; 0 to 1)', '(0 to 1; write 35% as 0.35)')
    .replace('(rate a year; ', '(write 3% as 0.03; ')
    .replace(/(-?[\d.]+) to 1000000000\b/, '$1 or more')
}

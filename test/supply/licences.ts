/*
 * The licences that a dependency may have: each lets the program be used, changed and passed on, and asks for no more than that its notice is
 * kept; the Mozilla licence also that changed files of the dependency stay open, and none is changed here; that of fonts, that a font is not sold by
 * itself. A choice (OR) needs one of them, a sum (AND) all.
 */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  // As htmx spells 0BSD.
  'BSD-0-Clause',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** Whether a licence, as an SPDX expression of one level, is one that a dependency may have. */
export function isAllowed(expression: string | undefined): boolean {
  if (expression === undefined) return false
  const plain = expression.replace(/^\((.*)\)$/, '$1')
  if (plain.includes(' OR ')) return plain.split(' OR ').some((each) => allowed.has(each))
  return plain.split(' AND ').every((each) => allowed.has(each))
}

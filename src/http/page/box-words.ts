import type { Problem } from '../../case/problem.ts'
import { withThousands } from '../../formats/sentences/amounts.ts'

const ends = /^a decimal number from (-?[\d.]+) to (-?[\d.]+) \(([^)]+)\)/

/**
 * What is wrong with a value that was typed into a box. The words of the case are for whoever writes a file, where a range, a reference or a key
 * may stand; here there is a box, which takes one number.
 */
export function boxWords({ message, got, expected }: Problem): string {
  const takes = takesOf(expected)
  if (got === '""') return `The box is empty: type a number, or go back to the saved value.${takes}`
  const said = message.replace(/\blegal here\b/, 'allowed here')
  const isSaid = got === undefined || message.includes(got.replace(/^"(.*)"$/, '$1'))
  return `${said}${isSaid ? '' : ` You typed ${got}.`}${takes}`
}

function takesOf(expected: string | undefined): string {
  if (expected === undefined) return ''
  const [, least, most, unit] = ends.exec(expected) ?? []
  if (least === undefined || most === undefined) return ` It takes ${expected}.`
  return ` It takes a number from ${withThousands(least)} to ${withThousands(most)} (${unit}).`
}

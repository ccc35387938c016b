import { decimalPattern } from '../../case/quantity.ts'
import { inPerCent, withThousands } from '../../formats/sentences/amounts.ts'

const decimal = new RegExp(decimalPattern)
const shares = new Set(['proportion', 'relative change', 'rate a year'])

/** The value of an assumption for a sentence; a share or a rate as people say it too: 0.03 (3%). */
export function amountInWords(value: string, unit: string): string {
  const written = withThousands(value)
  return shares.has(unit) && decimal.test(value) ? `${written} (${inPerCent(value)})` : written
}

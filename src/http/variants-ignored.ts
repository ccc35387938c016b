import type { Warning } from '../answers/warnings/all.ts'
import type { ReadCase } from '../case/read-case.ts'

/** The warning that an appraisal answers for the central case alone, where the text had variants. */
export function variantsIgnored({ variantsIgnored: count }: ReadCase): Warning[] {
  if (count === 0) return []
  const message = `${count === 1 ? 'One variant was' : `${count} variants were`} left aside: this is the answer of the central case alone.`
  return [{ code: 'variants-ignored', message, path: 'variants' }]
}

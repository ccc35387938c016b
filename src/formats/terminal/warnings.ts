import type { Appraised } from '../../answers/appraise.ts'
import { type Pen, part, prose } from './pen.ts'

type Warning = Appraised['warnings'][number]

/** The warnings, each with the path it is about; those that say the same thing share one text. */
export function warningList(pen: Pen, warnings: readonly Warning[]): string[] {
  if (warnings.length === 0) return part(pen, 'Warnings', prose(pen, 'None.'))
  return part(pen, `Warnings (${warnings.length})`, warningLines(pen, warnings))
}

/** The warnings without a heading. */
export function warningLines(pen: Pen, warnings: readonly Warning[]): string[] {
  const byMessage = Map.groupBy(warnings, ({ code, message }) => `${code} ${message}`)
  return [...byMessage.values()].flatMap((alike) => {
    const paths = prose(pen, alike.map(({ path }) => path).join(', '), { indent: 2 })
    const marked = paths.map((line, at) => pen.colour('warning', at === 0 ? `!${line.slice(1)}` : line))
    return [...marked, ...prose(pen, (alike[0] as Warning).message, { indent: 4 })]
  })
}

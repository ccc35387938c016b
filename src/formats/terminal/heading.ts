import type { Pen } from './pen.ts'

/** A part of the answer under its heading; parts are set apart by an empty line. */
export function part(pen: Pen, heading: string, lines: readonly string[]): string[] {
  return ['', pen.colour('heading', heading), ...lines]
}

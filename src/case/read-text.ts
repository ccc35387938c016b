import type { ReadText } from './place.ts'
import { readJson } from './read-json.ts'
import { readYaml } from './read-yaml.ts'

/** The two forms in which a case may be written. */
export type TextFormat = 'json' | 'yaml'

/**
 * Reads a text into plain values, keeping what plain values lose: the numbers that cannot be taken as they are written, and the place of everything.
 * Throws a CaseError of status 400, with line and column, where the text is not JSON or YAML.
 */
export function readText(text: string, format: TextFormat, depth?: number): ReadText {
  return format === 'json' ? readJson(text, depth) : readYaml(text, depth)
}

import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { CaseError, Problem } from '../case/problem.ts'
import { numberOf } from '../formats/sentences/amounts.ts'
import { widthOf } from '../formats/terminal/columns.ts'
import { type Pen, written } from '../formats/terminal/pen.ts'
import { asciiOnly, visible } from '../formats/terminal/printable.ts'
import type { Input } from './input.ts'

/** What was read when a problem was found: the input, its text, and the values set over it. */
export interface Reading {
  input: Input
  text: string
  overrides: Readonly<Record<string, string>>
}

/** How much of a long line is shown on either side of the mistake. */
const shownBefore = 60
const shownAfter = 40

/** Every problem of a case: where it is, what was got and expected, the line of the file with a mark under the place, and the advice. */
export function caseErrorLines(pen: Pen, error: CaseError, reading: Reading): string[] {
  const more = error.total - error.problems.length
  return [
    ...error.problems.flatMap((problem) => problemLines(pen, problem, reading)),
    pen.colour(
      'heading',
      written(pen, `${reading.input.name}: ${numberOf(error.total, 'problem')}${more > 0 ? `, of which ${more} are not shown` : ''}`),
    ),
  ]
}

function problemLines(pen: Pen, problem: Problem, reading: Reading): string[] {
  const { path, message, got, expected } = problem
  const said = [...(got === undefined ? [] : [`got ${got}`]), ...(expected === undefined ? [] : [`expected ${expected}`])].join(', ')
  const first = [
    pen.colour('bad', written(pen, placeOf(problem, reading))),
    ...[path, said || message].filter((each) => each !== '').map((each) => written(pen, each)),
  ]
  const advice = said === '' ? '' : written(pen, message)
  return [first.join('  '), ...underlined(pen, problem, reading, advice)]
}

/** file:line:column, as editors and terminals know it; for a value that was set, the file and that it was set. */
function placeOf({ path, file, line, column, sheet, cell }: Problem, { input, overrides }: Reading): string {
  const name = isOwn(file, input) ? input.name : relative('.', file as string)
  if (sheet !== undefined) return cell === undefined ? `${name}:${sheet}` : `${name}:${sheet}!${cell}`
  if (cell !== undefined) return `${name}:${line} (${cell})`
  if (line !== undefined) return `${name}:${line}:${column}`
  return Object.keys(overrides).some((set) => path === set || path.startsWith(`${set}.`)) ? `${name} --set` : name
}

function underlined(pen: Pen, problem: Problem, { input, text }: Reading, advice: string): string[] {
  const { line, column = 1, file, cell } = problem
  // The column of a cell counts cells, so no mark can stand under it.
  const source = line === undefined || cell !== undefined ? undefined : sourceOf(file, input, text)?.split(/\r\n|\n|\r/)[line - 1]
  if (line === undefined || source === undefined) return advice === '' ? [] : [`    ${advice}`]
  const from = Math.max(0, column - 1 - shownBefore)
  const show = (part: string) => (pen.ascii ? asciiOnly(visible(part)) : visible(part))
  const before = show(source.slice(from, column - 1))
  const after = show(source.slice(column - 1, column - 1 + shownAfter))
  const number = String(line)
  const mark = pen.colour('bad', `^${advice === '' ? '' : ` ${advice}`}`)
  return [
    `${pen.colour('quiet', `  ${number} |`)} ${before}${after}`,
    `${pen.colour('quiet', `  ${' '.repeat(number.length)} |`)} ${' '.repeat(widthOf(before))}${mark}`,
  ]
}

function isOwn(file: string | undefined, { name, path }: Input): boolean {
  return file === undefined || file === name || (path !== undefined && resolve(path) === file)
}

function sourceOf(file: string | undefined, input: Input, text: string): string | undefined {
  if (isOwn(file, input)) return text
  try {
    return readFileSync(file as string, 'utf8')
  } catch {
    return undefined
  }
}

/*
 * Mutants that no test can tell from the program, and why: read from survivors.md and held against the report, both ways.
 */

/** A change of the source that was tried: where, what stood there, what was put there, and what came of it. */
export interface Tried {
  file: string
  original: string
  replacement: string
  status: string
}

/** A survivor that survivors.md gives a reason for. */
export interface Explained extends Omit<Tried, 'status'> {
  reason: string
}

interface Position {
  line: number
  column: number
}

/** The part of a report that is read here, in the mutation testing report schema. */
export interface Report {
  files: Record<
    string,
    { source: string; mutants: readonly { status: string; replacement?: string; location: { start: Position; end: Position } }[] }
  >
}

/** Every mutant of a report. */
export function tried(report: Report): Tried[] {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n')
    return mutants.map(({ status, replacement = '', location: { start, end } }) => {
      const part = lines.slice(start.line - 1, end.line)
      part[part.length - 1] = part.at(-1)?.slice(0, end.column - 1) ?? ''
      part[0] = part[0]?.slice(start.column - 1) ?? ''
      return { file, status, original: onOneLine(part.join('\n')), replacement: onOneLine(replacement) }
    })
  })
}

/** Whether a mutant got past every test. */
export function survived({ status }: Pick<Tried, 'status'>): boolean {
  return status === 'Survived' || status === 'NoCoverage'
}

/** Whether a mutant counts: one that did not compile or was left out does not. */
export function wasRun({ status }: Pick<Tried, 'status'>): boolean {
  return ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status)
}

/** The share of mutants that a test noticed, in per cent; those that could not run do not count. */
export function score(all: readonly Tried[]): number {
  const counted = all.filter(wasRun)
  const noticed = counted.filter((mutant) => !survived(mutant))
  return counted.length === 0 ? 0 : (noticed.length / counted.length) * 100
}

/** The reasons of survivors.md: a heading for each file, and under it a line “- `original` → `replacement`: reason”. Throws an Error at a line it cannot read. */
export function explanations(markdown: string): Explained[] {
  let file = ''
  return markdown.split('\n').flatMap((line, place): Explained[] => {
    if (line.startsWith('## ')) file = line.slice(3).trim()
    if (file === '' || !line.startsWith('- ')) return []
    const match = /^- (`+) ?(.*?) ?\1 → (`+) ?(.*?) ?\3: (.+)$/.exec(line)
    if (match === null) throw new Error(`survivors.md:${place + 1} is not “- \`original\` → \`replacement\`: reason”`)
    const [, , original = '', , replacement = '', reason = ''] = match
    return [{ file, original, replacement, reason }]
  })
}

/** What is wrong between what was tried in some files and the explanations, in sentences: a survivor without a reason, a reason for what no longer survives. */
export function unaccounted(
  all: readonly Tried[],
  reasons: readonly Explained[],
  among: readonly string[] = all.map(({ file }) => file),
): string[] {
  const key = ({ file, original, replacement }: Omit<Tried, 'status'>) => `${file}: ${quoted(original)} → ${quoted(replacement)}`
  const left = new Set(all.filter(survived).map(key))
  const given = new Set(reasons.map(key))
  const files = new Set(among)
  return [
    ...[...left].filter((each) => !given.has(each)).map((each) => `survived without a reason: ${each}`),
    ...reasons
      .filter(({ file }) => files.has(file))
      .map(key)
      .filter((each) => !left.has(each))
      .map((each) => `a reason for what does not survive: ${each}`),
  ]
}

function quoted(code: string): string {
  return code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``
}

function onOneLine(code: string): string {
  return code.replace(/\s+/g, ' ').trim()
}

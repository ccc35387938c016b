import type { ThemeResult } from '../../src/assurance/results.ts'
import { themeOf } from '../../src/assurance/themes.ts'

/** The themes whose tests are named one by one. */
const named = new Set(['published'])

interface Counted extends ThemeResult {
  names: string[]
}

/**
 * How the tests of each theme ended, from a log in TAP 14 as tap writes it: files at the margin, their tests one step in, comparisons deeper. Throws an
 * Error where the log breaks off: a file that never ended would otherwise count as one that was never there.
 */
export function themesOf(log: string): Record<string, ThemeResult> {
  const themes = new Map<string, Counted>()
  let open: Counted | undefined
  let file = ''
  let planned: number | undefined
  let ended = 0
  let isTold = false
  for (const line of log.split('\n')) {
    // What tap tells of a failure may hold anything, results of another run among it.
    if (/^ *(---|\.\.\.)$/.test(line)) isTold = line.endsWith('---')
    if (isTold) continue
    const plan = /^1\.\.(\d+)/.exec(line)
    if (plan !== null) planned = Number(plan[1])
    const begun = /^# Subtest: test\/(.+\.test\.ts)$/.exec(line)
    if (begun !== null) {
      file = begun[1] as string
      open = counted(themes, themeOf(file).id)
      open.files += 1
      continue
    }
    const point = /^(?<indent> *)(?<not>not )?ok \d+(?: - (?<name>.*))?$/.exec(line)?.groups
    if (point === undefined) continue
    const depth = (point.indent as string).length / 4
    if (depth === 0) {
      ended += 1
      if (point.not !== undefined && open !== undefined && open.failed === 0) open.failed += 1
      open = undefined
      continue
    }
    if (open === undefined) throw new Error(`the log has a result outside of any file: ${line}`)
    count(open, point as { not?: string; name?: string }, depth)
  }
  if (planned === undefined || planned !== ended)
    throw new Error(`the log breaks off: ${planned ?? 'no'} files were planned and ${ended} ended`)
  return Object.fromEntries([...themes].map(([id, { names, ...rest }]) => [id, named.has(id) ? { ...rest, names } : rest]))
}

function counted(themes: Map<string, Counted>, id: string): Counted {
  const found = themes.get(id) ?? { files: 0, tests: 0, comparisons: 0, failed: 0, skipped: 0, names: [] }
  themes.set(id, found)
  return found
}

/** A point that closes a test tells its time; any other is a comparison. */
function count(into: Counted, { not, name = '' }: { not?: string; name?: string }, depth: number): void {
  const isSkipped = /# (SKIP|TODO)\b/i.test(name)
  const closes = / # time=[0-9.]+ms( \{)?$/.test(name)
  if (isSkipped) into.skipped += 1
  else if (closes) {
    if (depth !== 1) return
    into.tests += 1
    into.names.push(name.replace(/ # time=.*$/, ''))
  } else {
    into.comparisons += 1
    if (not !== undefined) into.failed += 1
  }
}

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** What a run of the program said, and how it ended. */
export interface Said {
  code: number | null
  out: string
  err: string
}

/** Runs the real program; the environment is bare, so that nothing of the machine shows. */
export function cashable(
  args: readonly string[],
  { input, cwd, env = {} }: { input?: string; cwd?: string; env?: Record<string, string> } = {},
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const bare = { PATH: process.env.PATH ?? '', COMMIT: 'test', LANG: 'C.UTF-8', ...env }
    const child = spawn(process.execPath, [main, ...args], { env: bare, ...(cwd === undefined ? {} : { cwd }) })
    const said = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text
    })
    child.on('error', reject).on('close', (code) => resolve({ code, ...said }))
    child.stdin.end(input ?? '')
  })
}

/** A new folder with some files in it, taken away when the tests end. */
export function folderOf(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cashable-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** The smallest useful case, as printed in the contract. */
export const smallest = `title: Conferencing, smallest case
start: 2026-04
years: 5
demand:
  - id: care
    entriesPerYear: 100
    stay: { kind: geometric, meanMonths: 24 }
    costs: [{ id: place, amount: 1500, per: week, release: { action: end contracts, owner: head of placements } }]
interventions:
  - id: fgc
    warmUp: { months: 6 }
    referrals: { perMonth: 10 }
    effects: [{ demand: care, risk: 0.448, windowMonths: 12, reduction: 0.192 }]
    costs: [{ id: team, amount: 300000, per: year }]
`

/** The same without the plan that turns an empty place into cash. */
export const withoutRelease = smallest.replace(', release: { action: end contracts, owner: head of placements }', '')

/** The same with two variants. */
export const withVariants = `${smallest}variants:
  - id: dearer
    title: Places cost twice as much
    set: { demand.care.costs.place.amount: 3000 }
  - id: unplanned
    set: { interventions.fgc.costs.team.amount: 1 }
`

/**
 * Gross cost avoided of the smallest case for a weekly cost, written out from the method by hand: ten families a month after a warm-up of
 * six months, treated a month after they start, each avoiding 0.448 × 0.192 entries over twelve months; two years' stay; 365.25/7 weeks.
 */
export function grossByHand(weekly: number): string {
  const treated = (t: number) => (t < 1 ? 0 : 10 * Math.min(1, t / 7))
  const avoided = Array.from({ length: 60 }, (_, t) => {
    const strength = Array.from({ length: 12 }, (_, k) => treated(t - k)).reduce((sum, each) => sum + each)
    return ((strength * 0.448) / 12) * 0.192
  })
  let places = 0
  let pence = 0
  let inYear = 0
  avoided.forEach((entries, t) => {
    places = places * (1 - 1 / 24) + entries
    inYear += places
    if (t % 12 < 11) return
    pence += Math.round(((inYear * weekly * (365.25 / 7)) / 12) * 100)
    inYear = 0
  })
  return (pence / 100).toFixed(2)
}

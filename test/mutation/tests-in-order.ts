import { existsSync } from 'node:fs'
import { basename } from 'node:path'

/** Loads test files one after the other, the one named after the mutated file first: the first failure ends the suite. Paths from test/, without `.test.ts`. */
export async function testsInOrder(names: readonly string[]): Promise<void> {
  const mutated = process.env.MUTANT_FILE
  const own = mutated === undefined ? undefined : basename(mutated, '.ts')
  const rank = (name: string) => (basename(name) === own ? 0 : 1)
  for (const name of [...names].sort((one, other) => rank(one) - rank(other))) {
    const file = new URL(`../${name}.test.ts`, import.meta.url)
    if (!existsSync(file)) throw new Error(`there is no test/${name}.test.ts`)
    await import(file.href)
  }
}

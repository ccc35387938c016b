import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** SHA-256 over every file of the source and of the scenario library, by name; not over the results of tests, which come after. */
export function sourceHash(): string {
  const hash = createHash('sha256')
  for (const folder of ['src', 'scenarios']) {
    const files = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`)
      .filter((file) => !file.endsWith('/assurance/results.json'))
      .sort()
    for (const file of files) {
      const bytes = readFileSync(file)
      hash.update(`${file.slice(root.length)} ${bytes.length}\n`).update(bytes)
    }
  }
  return hash.digest('hex')
}

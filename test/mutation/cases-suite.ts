import { sharedCases } from './shared-cases.ts'

/* Every shared case in this process; it ends with 1 at the first that does not agree. */

for (const { id, failure } of sharedCases()) {
  const wrong = failure('from its text')
  if (wrong === undefined) continue
  console.error(`${id}: ${wrong}`)
  process.exit(1)
}

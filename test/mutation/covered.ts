import { writeFileSync } from 'node:fs'

/* As a suite ends: which mutants it has touched, for the runner, where it asks. */

const file = process.env.MUTANT_COVERAGE
if (file !== undefined) {
  process.on('exit', () => {
    const { __stryker__: instruments } = globalThis as { __stryker__?: { mutantCoverage?: { static: object } } }
    writeFileSync(file, JSON.stringify(instruments?.mutantCoverage?.static ?? {}))
  })
}

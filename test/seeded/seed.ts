import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { errors } from './errors.ts'
import { type SeededError, withError } from './seeded-error.ts'

/* Loaded before anything else, with --import: the source with the seeded error in place of the file, nothing written to disk. */

const place = process.env.SEEDED_ERROR
if (place !== undefined) {
  const error = errors[Number(place)] as SeededError
  const seeded = pathToFileURL(error.file).href
  const source = withError(error, readFileSync(error.file, 'utf8'))
  registerHooks({
    load: (url, context, next) => (url === seeded ? { format: 'module-typescript', source, shortCircuit: true } : next(url, context)),
  })
}

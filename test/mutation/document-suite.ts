import { readFileSync } from 'node:fs'
import { openApiFile, openApiText } from '../../src/http/write-openapi.ts'

/* The OpenAPI document as it is committed against the one that the program writes: every word and bound of the schemas. */

if ((await openApiText()) !== readFileSync(openApiFile, 'utf8')) {
  console.error('the document is not the one that is committed')
  process.exit(1)
}
process.exit(0)

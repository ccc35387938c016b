import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { modelVersion } from '../version.ts'
import { buildApp } from './app.ts'

/** The OpenAPI document as it is committed. */
export async function openApiText(): Promise<string> {
  const app = await buildApp({
    model: modelVersion({ COMMIT: 'unknown' }),
    scenarios: fileURLToPath(new URL('../../scenarios', import.meta.url)),
  })
  await app.ready()
  const text = `${JSON.stringify(app.swagger(), undefined, 2)}\n`
  await app.close()
  return text
}

/** Where the committed document is. */
export const openApiFile = fileURLToPath(new URL('../../openapi/openapi.json', import.meta.url))

if (import.meta.main) writeFileSync(openApiFile, await openApiText())

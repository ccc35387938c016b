import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { Access } from '../../../src/http/access/guard.ts'
import { type AccessSettings, openAccess } from '../../../src/http/access/settings.ts'
import { buildApp } from '../../../src/http/app.ts'
import { model, scenarios } from '../service.ts'

interface Teardown {
  teardown: (work: () => unknown) => void
}

/** A key as a caller has it, and its line of the file, written here by hand rather than by the program. */
export function keyOf(name: string, scopes: readonly string[], more: object = {}): { key: string; line: string } {
  const key = `cashable_${randomBytes(32).toString('base64url')}`
  return { key, line: JSON.stringify({ name, sha256: createHash('sha256').update(key).digest('hex'), scopes, ...more }) }
}

/** A file of keys that is taken away when the test ends. */
export function keysFile(t: Teardown, lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'keys.jsonl')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

/** The service with some access, closed when the test ends. */
export async function guarded(
  t: Teardown,
  settings: Partial<AccessSettings>,
  more: Omit<Access, 'settings'> & { logger?: FastifyServerOptions['logger'] } = {},
): Promise<FastifyInstance> {
  const { logger = false, ...rest } = more
  const app = await buildApp({ model, scenarios, logger, access: { settings: { ...openAccess, ...settings }, ...rest } })
  t.teardown(() => app.close())
  return app
}

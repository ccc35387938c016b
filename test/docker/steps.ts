import { deepStrictEqual, match, strictEqual } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../http/program.ts'
import { smallest } from '../http/service.ts'
import { imageSteps, root } from './dockerfile.ts'

/*
 * Does by hand, in an empty folder, what the Dockerfile says: copies, installs production packages alone, sees the service refuse to start
 * while nothing says who may call, makes a key, starts the service and asks it for the smallest case. It takes a registry and half a
 * minute, so it is not part of `npm test`; .ci/run runs it.
 */

const steps = imageSteps()
const folder = mkdtempSync(join(tmpdir(), 'image-'))
const teardowns: (() => unknown)[] = []
try {
  const copy = (each: (typeof steps.copies)[number]) => {
    for (const from of each.from) cpSync(join(root, from), join(folder, each.to === './' ? from : each.to), { recursive: true })
  }
  const [manifests, ...others] = steps.copies
  if (manifests) copy(manifests)
  for (const [command = '', ...parameters] of steps.runs)
    execFileSync(command, parameters, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  for (const each of others) copy(each)

  const t = { teardown: (work: () => unknown) => void teardowns.push(work) }
  const main = join(folder, steps.command[1] ?? '')
  const refused = await start(t, { ...steps.environment, PORT: '0' }, main)
  strictEqual(await refused.ended(), 1)
  match(refused.stderr(), /nothing says who may call/)

  const made = execFileSync(process.execPath, ['src/cli/main.ts', 'key', 'new', '--name', 'by-hand'], { cwd: folder, encoding: 'utf8' })
  const key = /^cashable_\S+$/m.exec(made)?.[0] ?? ''
  const keys = join(folder, 'keys.jsonl')
  writeFileSync(keys, `${made.trimEnd().split('\n').at(-1)}\n`)
  const program = await start(t, { ...steps.environment, COMMIT: 'by-hand', PORT: '0', API_KEYS_FILE: keys }, main)
  const address = `http://127.0.0.1:${program.port}`
  const answer = await fetch(`${address}/v1/appraise`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify(smallest),
  })
  const { headline, model } = (await answer.json()) as { headline: Record<string, string>; model: { commit: string } }
  deepStrictEqual([headline.grossAvoided, headline.netCashable, model.commit], ['4068991.44', '2568991.44', 'by-hand'])
  strictEqual((await fetch(`${address}/docs/static/swagger-ui-bundle.js`)).status, 200)
  program.child.kill('SIGTERM')
  strictEqual(await program.ended(), 0)
  process.stdout.write('the image would answer the smallest case\n')
} finally {
  for (const work of teardowns) await work()
  rmSync(folder, { recursive: true, force: true })
}

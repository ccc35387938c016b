import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'
import { start } from '../http/program.ts'
import { imageSteps, root } from './dockerfile.ts'

const steps = imageSteps()
const copied = steps.copies.flatMap(({ from }) => from)

/** Every file that a file of ours imports, itself included, and every package that any of them imports. */
function reached(file: string, files = new Set<string>(), packages = new Set<string>()): { files: Set<string>; packages: Set<string> } {
  if (files.has(file)) return { files, packages }
  files.add(file)
  if (!file.endsWith('.ts')) return { files, packages }
  for (const [statement, name = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'/gm)) {
    if (/^(?:import|export) type\b/.test(statement) || name.startsWith('node:')) continue
    if (name.startsWith('.')) reached(join(dirname(file), name), files, packages)
    else
      packages.add(
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      )
  }
  return { files, packages }
}

t.test('the image has every file and every package that the service imports', async (t) => {
  const { files, packages } = reached(join(root, steps.command[1] ?? ''))
  t.ok(files.size > 60, `${files.size} files`)
  for (const file of files) {
    const path = relative(root, file)
    t.ok(copied.some((each) => path.startsWith(`${each}/`)) && existsSync(file), path)
  }
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  for (const name of packages) t.ok(Object.hasOwn(dependencies, name), `${name} is a dependency`)
})

t.test('what the image copies is there and is let in', async (t) => {
  const ignored = readFileSync(`${root}.dockerignore`, 'utf8').trim().split('\n')
  t.equal(ignored[0], '*')
  t.same(
    copied.map((each) => `!${each}`),
    ignored.slice(1),
  )
  for (const each of copied) t.ok(existsSync(join(root, each)), each)
  t.equal(steps.user, 'node')
  t.match(steps.environment, { HOST: '0.0.0.0', NODE_ENV: 'production' })
})

t.test('the health check passes while the service answers, and fails after', async (t) => {
  const program = await start(t)
  const [, ...parameters] = steps.healthCheck
  const check = () =>
    new Promise<number>((resolve) => {
      const child = execFile(process.execPath, parameters, { env: { PORT: String(program.port) } })
      child.on('exit', (code) => resolve(code ?? -1))
    })
  t.equal(await check(), 0)
  program.child.kill('SIGTERM')
  await program.ended()
  t.equal(await check(), 1)
})

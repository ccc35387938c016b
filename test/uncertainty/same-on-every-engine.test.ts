import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

/*
 * The same seed gives the same bytes on every engine: so only operations that the standard fixes to the last bit. Math.exp, Math.log,
 * Math.pow and the trigonometric functions are left to the engine, and so is ** with a fractional exponent.
 */

const folder = join(import.meta.dirname, '..', '..', 'src', 'uncertainty')
const fixed = ['LOG2E', 'PI', 'SQRT2', 'abs', 'floor', 'max', 'min', 'sqrt']
const astray = (code: string) => [
  ...[...code.matchAll(/\bMath\b(?:\.(\w+))?/g)].map(([, name]) => name ?? 'Math').filter((name) => !fixed.includes(name)),
  ...(code.match(/\*\*|\bDate\b|\bperformance\b/g) ?? []),
]
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

t.test('no operation whose last bit is left to the engine', async (t) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  t.ok(files.length > 25, `${files.length} files`)
  for (const file of files) t.same(astray(codeOf(readFileSync(join(folder, file), 'utf8'))), [], file)
})

t.test('the search finds what it looks for', async (t) => {
  t.same(astray(codeOf('/** 2 ** 3 */ const a = 2 ** 3 // Math.exp\nconst { exp } = Math; Math.log(Math.sqrt(2) + Math.random())')), [
    'Math',
    'log',
    'random',
    '**',
  ])
})

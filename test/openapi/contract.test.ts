import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openApiFile } from '../../src/http/write-openapi.ts'
import { changes, lint, saysItBreaks } from './contract.ts'

/* The guard of the contract is itself tried: on documents that are broken on purpose. */

const folder = mkdtempSync(join(tmpdir(), 'contract-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))
const text = readFileSync(openApiFile, 'utf8')

/** The document after something has been done to it, as a file. */
function changed(name: string, change: (document: ReturnType<typeof JSON.parse>) => void): string {
  const document = JSON.parse(text)
  change(document)
  const file = join(folder, `${name}.json`)
  writeFileSync(file, JSON.stringify(document))
  return file
}

t.test('what would break a caller is seen, and what would not is let by', async (t) => {
  const breaks: Record<string, Parameters<typeof changed>[1]> = {
    'a route less': ({ paths }) => delete paths['/v1/batch'],
    'a figure less': ({ components: { schemas } }) => delete schemas.Headline.properties.npv && schemas.Headline.required.splice(0, 99),
    'an option more that is required': ({ paths }) =>
      paths['/v1/simulate'].post.parameters.push({ name: 'need', in: 'query', required: true, schema: { type: 'string' } }),
    'another type': ({ components: { schemas } }) => (schemas.YearAnswer.properties.months = { type: 'string' }),
  }
  for (const [name, change] of Object.entries(breaks)) t.ok(changes(openApiFile, changed('breaks', change)).breaking.length > 0, name)
  const same = changed('same', ({ components: { schemas }, paths }) => {
    schemas.Headline.properties.more = { type: 'string', description: 'one figure more' }
    paths['/v1/more'] = { get: { ...paths['/version'].get, operationId: 'more' } }
    paths['/v1/appraise'].post.responses[429] = paths['/v1/appraise'].post.responses[500]
  })
  t.same(changes(openApiFile, same).breaking, [], 'a figure, a route and a problem more')
})

t.test('an unsound document is refused', async (t) => {
  lint(openApiFile)
  t.throws(() => lint(changed('unsound', ({ paths }) => delete paths['/version'].get.operationId)), /operationId/)
})

t.test('a version says by its first number that is not 0 that it breaks callers', async (t) => {
  const cases = [
    ['0.1.0', '0.1.1', false],
    ['0.1.0', '0.1.0', false],
    ['0.1.0', '0.2.0', true],
    ['0.1.0', '1.0.0', true],
    ['1.4.0', '1.5.0', false],
    ['1.4.0', '2.0.0', true],
    ['2.0.0', '1.9.0', false],
    ['0.2.0', '0.1.0', false],
  ] as const
  for (const [from, to, says] of cases) t.equal(saysItBreaks({ from, to }), says, `${from} to ${to}`)
})

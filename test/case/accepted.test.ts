import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { readCase } from '../../src/case/read-case.ts'
import { readScenario } from '../../src/case/scenario.ts'

/* Cases and scenarios that must be accepted whole. */

const folder = new URL('../cases/', import.meta.url)
const library = new URL('../../scenarios/', import.meta.url)

t.test('every case that an independent implementation computed', async (t) => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  t.ok(files.length >= 41, `there are ${files.length}`)
  for (const file of files) {
    const given = JSON.parse(readFileSync(new URL(file, folder), 'utf8')).case
    t.doesNotThrow(() => readCase(JSON.stringify(given, undefined, 1), 'json'), file)
    t.doesNotThrow(() => readScenario(JSON.stringify({ id: 'x', description: 'y', ...given }), 'json'), `${file} as a scenario`)
    const { case: once } = readCase(JSON.stringify(given), 'json')
    t.same(readCase(JSON.stringify(once), 'json').case, once, `${file}: a complete case completes to itself`)
  }
})

t.test('every scenario of the library, with its variants', async (t) => {
  for (const file of readdirSync(library)) {
    const load = (reference: string) => ({
      text: readFileSync(new URL(reference, library), 'utf8'),
      format: 'yaml' as const,
      name: reference,
    })
    t.doesNotThrow(() => readScenario(readFileSync(new URL(file, library), 'utf8'), 'yaml', { load, name: file }), file)
  }
})

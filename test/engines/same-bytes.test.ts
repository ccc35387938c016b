import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { scenarios } from '../http/service.ts'
import { noOtherEngine, otherEngine } from './other-engine.ts'

/* The same case and version give the same bytes on the oldest engine the program runs on and on the one that it is shipped with. */

const skip = noOtherEngine()
const run = promisify(execFile)
const asked = join(import.meta.dirname, 'answers.ts')

/** What an engine answers: the hash of the bytes by question, and the statuses that were not 200. */
async function answersOf(engine: string): Promise<Map<string, string>> {
  const { stdout } = await run(engine, [asked], { maxBuffer: 2 ** 26, env: { PATH: process.env.PATH } })
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map((line): [string, string] => {
        const [status = '', hash = '', ...question] = line.split(' ')
        return [question.join(' '), `${status} ${hash}`]
      }),
  )
}

t.test('every answer has the same bytes on both engines', { skip, timeout: 800_000 }, async (t) => {
  const here = await answersOf(process.execPath)
  const there = await answersOf(otherEngine)
  const files = readdirSync(scenarios).length
  for (const kind of [/appraise\.xlsx$/, /simulate\?.*random/, /explain\?line=why/, /compare$/]) {
    t.equal([...here.keys()].filter((question) => kind.test(question)).length, files, `${kind} was asked of every scenario`)
  }
  t.same(
    [...here].filter(([, answer]) => !answer.startsWith('200 ')),
    [],
    'every question has an answer',
  )
  t.ok(new Set(here.values()).size > here.size * 0.98, 'but for a case that stands in two places, no two questions have one answer')
  t.same([...there.keys()], [...here.keys()])
  t.same(
    [...here].filter(([question, answer]) => there.get(question) !== answer).map(([question]) => question),
    [],
  )
  t.comment(`${here.size} answers compared on ${process.version} and Node 22`)
})

import { registerHooks } from 'node:module'
import { type Body, recorded, running } from './tap-recorder.ts'

/*
 * The hand-worked tests, each to be run within this process as often as there are mutants: a file is loaded once, with a recorder in place of tap,
 * and what it has recorded is run by tap's own class of tests.
 */

/** One test of a file. */
export interface RecordedTest {
  /** Its file and its name, from test/. */
  id: string
  /** From test/, without `.test.ts`. */
  file: string
  /** Runs it: what is wrong, and nothing where it passes. */
  failure: () => Promise<string | undefined>
}

// tap tells whoever started its process how long it may take, as an object; who started this one is Stryker, and talks in texts.
const send = process.send?.bind(process)
if (send !== undefined) process.send = (message: unknown, ...rest: never[]) => typeof message !== 'string' || send(message, ...rest)
// A process that judges mutants for an hour is no test that hangs.
process.env.TAP_TIMEOUT = '0'
const { Test } = await import('tap')

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'tap' && /\/test\/(?!mutation\/)/.test(context.parentURL ?? '')
      ? next('./tap-recorder.ts', { ...context, parentURL: import.meta.url })
      : next(specifier, context),
})

/** Loads a test file: from test/, without `.test.ts`. */
export async function recordedTests(file: string): Promise<RecordedTest[]> {
  await import(new URL(`../${file}.test.ts`, import.meta.url).href)
  return recorded.splice(0).map(({ name, body }, at) => ({ id: `${file} ${at + 1}: ${name}`, file, failure: () => failureOf(name, body) }))
}

async function failureOf(name: string, body: Body): Promise<string | undefined> {
  const test = new Test({ name, cb: body as never, bail: true })
  test.resume()
  running.test = test
  await new Promise<void>((resolve) => void test.main(resolve))
  delete running.test
  return test.passing() ? undefined : `${name}: ${JSON.stringify(test.lists.fail[0] ?? 'a test within it failed').slice(0, 400)}`
}

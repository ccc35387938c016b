/*
 * What a test file gets for tap where its tests are kept to be run later, for one mutant after the other: see recorded-tests.ts.
 */

/** The body of a test, as tap takes it. */
export type Body = (t: never) => unknown

/** The tests recorded since they were last taken, in the order of the file. */
export const recorded: { name: string; body: Body }[] = []

/** The test that is being run: what a body asks of its file's own t, it asks of that. */
export const running: { test?: object } = {}

const recorder = {
  test: (name: string, body: Body) => void recorded.push({ name, body }),
  setTimeout: () => {},
  // A process that ends takes its folder of temporary files with it.
  teardown: () => {},
}

export default new Proxy(recorder, {
  get: (own, key) => {
    const of = running.test ?? own
    const asked = Reflect.get(of, key)
    return typeof asked === 'function' ? asked.bind(of) : asked
  },
})

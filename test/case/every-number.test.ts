import t from 'tap'
import { type NumericPlace, numericPatterns, numericPlaces, put } from './numeric-fields.ts'
import { problemsIn, problemsOf, whole } from './whole-case.ts'

/* Every numeric field of the schema refuses every bad value, with one problem at the right place, and takes its legal ends. */

const oneRate = whole()
const byYear = whole((c) => {
  c.prices.inflation = { '2026-27': '0.02' }
})
const places: [object, NumericPlace][] = [
  ...numericPlaces(oneRate).map((place): [object, NumericPlace] => [oneRate, place]),
  ...numericPlaces(byYear)
    .filter(({ pattern }) => pattern.startsWith('.prices.inflation'))
    .map((place): [object, NumericPlace] => [byYear, place]),
]

t.test('the cases of this test hold every numeric field of the schema', async (t) => {
  t.same([...new Set(places.map(([, { pattern }]) => pattern))].sort(), [...new Set(numericPatterns())].sort())
  t.ok(numericPatterns().length > 50, 'and there are many')
  t.same(problemsOf(oneRate), [])
  t.same(problemsOf(byYear), [])
})

/** Values that no numeric field takes, as they are written in JSON, with what the problem must say it got. */
const badTexts: [string, string?][] = [
  ['null'],
  ['true'],
  ['"abc"'],
  ['""'],
  ['"0x10"'],
  ['"1e3"'],
  ['1e3', '1e3'],
  ['1E3', '1E3'],
  ['1e0', '1e0'],
  ['1e21', '1e21'],
  ['1e-21', '1e-21'],
  ['1e400', '1e400'],
  ['"1e400000000"'],
  ['"1_000"'],
  ['" 1"'],
  ['"1 "'],
  ['"1\\n"'],
  ['"1,000"'],
  ['"+1"'],
  ['".5"'],
  ['"5."'],
  ['"01"'],
  ['"--1"'],
  ['"1.2.3"'],
  ['"Infinity"'],
  ['"-Infinity"'],
  ['"NaN"'],
  ['"１２"'],
  ['"١٢"'],
  ['"12%"'],
  ['"£12"'],
  ['0.12345678901', '0.12345678901'],
  ['"0.12345678901"'],
  ['1.2345678901234567', '1.2345678901234567'],
  ['12345678901234567', '12345678901234567'],
  ['12345678901234', '12345678901234'],
  ['"12345678901234"'],
  ['[]', 'a list of 0'],
  ['[1]', 'a list of 1'],
  ['{}', 'an empty object'],
  ['{"central":1}'],
  ['{"ref":"no-such-figure"}'],
  ['{"ref":1}'],
]

for (const [theCase, { pattern, pointer, kind, schema }] of places) {
  t.test(`${pattern} at ${pointer}`, async (t) => {
    const text = (written: string) => JSON.stringify(put(structuredClone(theCase), pointer, '@')).replace('"@"', written)
    const refuses = (written: string, got?: string) => {
      const problems = problemsIn(text(written))
      t.equal(problems.length, 1, `${written}: one problem, not ${problems.map((each) => `${each.pointer} ${each.message}`).join('; ')}`)
      const [problem] = problems
      t.match(problem?.pointer, new RegExp(`^${pointer}(/(central|low|high|ref|shape|foo))?$`), `${written}: at the field`)
      t.ok(problem?.message, `${written}: a message`)
      t.ok(problem?.expected, `${written}: what is expected`)
      if (got === undefined) t.ok(problem?.got, `${written}: what was got`)
      else t.equal(problem?.got, got, `${written}: what was got`)
      t.equal(problem?.line, 1, `${written}: the line`)
    }
    for (const [written, got] of badTexts)
      refuses(written, got ?? (written.startsWith('"') ? JSON.stringify(JSON.parse(written)) : undefined))

    const { minimum, maximum } = kind === 'quantity' ? schema['x-quantity'] : schema
    const below = lastPlace(String(minimum), -1n, kind)
    const above = lastPlace(String(maximum), 1n, kind)
    for (const end of [below, above]) refuses(kind === 'quantity' ? `"${end}"` : end)
    if (kind === 'quantity') {
      const middle = String(minimum)
      refuses(`{"central":"${middle}","low":"${maximum}","high":"${minimum}"}`)
      refuses(`{"central":"${minimum}","low":"${maximum}","high":"${maximum}"}`)
      refuses(`{"central":"${maximum}","low":"${minimum}","high":"${minimum}"}`)
      refuses(`{"central":"${minimum}","low":"${below}","high":"${maximum}"}`)
      refuses(`{"central":"${minimum}","low":"${minimum}","high":"${above}"}`)
      refuses(`{"central":"${minimum}","low":"${minimum}","high":null}`)
      refuses(`{"central":"${minimum}","low":"${minimum}","high":1e-1}`, '1e-1')
      refuses(`{"central":"${minimum}","low":"${minimum}","high":"${maximum}","shape":"pret"}`)
      refuses(`{"central":"${minimum}","low":"${minimum}","high":"${maximum}","foo":1}`)
    } else {
      refuses(`"${minimum}"`)
      refuses(`${minimum}.5`)
      refuses(`{"central":${minimum},"low":${minimum},"high":${maximum}}`)
      t.match(problemsIn(text(`{"central":${minimum},"low":${minimum},"high":${maximum}}`))[0]?.message, /cannot be a range/)
    }
  })
}

t.test('every quantity takes its ends, as text and as a range', async (t) => {
  const takes = (theCase: object, pointer: string, value: unknown) =>
    problemsOf(put(structuredClone(theCase), pointer, value)).filter((problem) => problem.pointer.startsWith(pointer))
  for (const [theCase, { pattern, pointer, kind, schema }] of places) {
    const { minimum, maximum } = kind === 'quantity' ? schema['x-quantity'] : schema
    // The growth of entries and a correlation are held to other fields as well; their own ends are still judged here.
    for (const end of [minimum, maximum])
      t.same(takes(theCase, pointer, end), whatRulesSay(pattern, takes(theCase, pointer, end)), `${pattern}: ${end}`)
    if (kind === 'quantity')
      t.same(takes(theCase, pointer, { central: minimum, low: minimum, high: maximum, shape: 'uniform' }), [], `${pattern}: a range`)
  }
})

/** Ends that are legal for the field alone and not beside its neighbours in this case. */
function whatRulesSay<Problem>(pattern: string, problems: Problem[]): Problem[] {
  return /holdMonths|windowMonths/.test(pattern) ? problems : []
}

/** The nearest decimal (or whole number) beyond an end. */
function lastPlace(end: string, direction: bigint, kind: NumericPlace['kind']): string {
  if (kind === 'count') return String(BigInt(end) + direction)
  const negative = end.startsWith('-')
  const [units = '0', fraction = ''] = end.replace('-', '').split('.')
  const size = (negative ? -1n : 1n) * BigInt(units + fraction.padEnd(10, '0')) + direction
  const digits = String(size < 0n ? -size : size).padStart(11, '0')
  return `${size < 0n ? '-' : ''}${digits.slice(0, -10)}.${digits.slice(-10)}`
}

import fc from 'fast-check'

/* Ways to spoil a case, or any plain value. Each takes a copy, so that the shrinker finds the smallest that still does it. */

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain }

/** A place in a value: its keys and positions, chosen by numbers so that it can be shrunk. */
const place = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 7 })

const longText = fc.constantFrom(
  '',
  ' ',
  'x'.repeat(201),
  'y'.repeat(21_000),
  '\u0000',
  '\u202eevil',
  '\ud800',
  '=1+1',
  '<b>',
  'é'.normalize('NFD'),
  '__proto__',
)
const oddNumber = fc.constantFrom(0, -0, -1, 1, 0.5, 1e9, 1e9 + 1, 1e13, 1e21, 1e-7, 2 ** 53, Number.MAX_VALUE, 0.1 + 0.2)
const oddText = fc.constantFrom(
  '0',
  '-0',
  '1',
  '-1',
  '1000000000',
  '0.0000000001',
  '1e5',
  'NaN',
  'Infinity',
  '0x10',
  '1_000',
  '１２',
  '٣',
  '99999999999999',
  '2026-13',
  '2199-12',
  '1900-01',
  '2026-27',
  '2025-26',
  'council',
  'nhs',
  'once',
  'year',
  'entry',
)
const quantity = fc.constantFrom<Plain>(
  { central: '1', low: '0', high: '2', shape: 'triangular' },
  { central: '1', low: '2', high: '0', shape: 'pert' },
  { central: '0.5', low: '0', high: '1', shape: 'uniform' },
  { central: '0.5', low: '0.4', high: '0.9', shape: 'normal' },
  { central: '3', low: '1', high: '9', shape: 'lognormal' },
  { central: '0', low: '0', high: '0' },
  { ref: 'ifa-week-2020' },
  { ref: 'none' },
  { '2026-27': 0.1, '2027-28': '0.2' },
)
const nesting = fc.integer({ min: 1, max: 90 }).map((depth) => {
  let value: Plain = 1
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
})

/** Anything at all that JSON can say. */
export const anything: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 4, arbitrary: oddNumber as fc.Arbitrary<Plain> },
  { weight: 4, arbitrary: oddText as fc.Arbitrary<Plain> },
  { weight: 3, arbitrary: quantity },
  { weight: 2, arbitrary: longText as fc.Arbitrary<Plain> },
  { weight: 1, arbitrary: nesting },
  { weight: 2, arbitrary: fc.constantFrom<Plain>(null, true, false, [], {}, [null], '2026-04') },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Plain> },
)

const key = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'yaers', 'title', 'note', 'source', 'kind', 'extends', 'variants', 'id', ''),
  fc.string({ maxLength: 12 }),
)

/** One way to spoil a value at a place. */
type Mutation = { at: number[] } & (
  | { is: 'drop' | 'twice' | 'swap' }
  | { is: 'set'; value: Plain }
  | { is: 'add'; key: string; value: Plain }
)

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ at: place, is: fc.constantFrom('drop' as const, 'twice' as const, 'swap' as const) }) },
  { weight: 4, arbitrary: fc.record({ at: place, is: fc.constant('set' as const), value: anything }) },
  { weight: 1, arbitrary: fc.record({ at: place, is: fc.constant('add' as const), key, value: anything }) },
)

/** A value, spoilt in up to three ways. */
export function spoilt<T>(values: fc.Arbitrary<T>): fc.Arbitrary<Plain> {
  return fc
    .tuple(values, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([value, mutations]) => mutations.reduce<Plain>((given, each) => mutated(given, each), structuredClone(value) as Plain))
}

/** Does one thing to a value at a place; a place that goes too deep ends where there is nothing below. */
function mutated(root: Plain, mutation: Mutation): Plain {
  const holder: { root: Plain } = { root }
  let parent: Record<string, Plain> | Plain[] = holder
  let step: string | number = 'root'
  for (const number of mutation.at) {
    const value: Plain = (parent as Record<string, Plain>)[step] as Plain
    if (typeof value !== 'object' || value === null) break
    const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
    if (keys.length === 0) break
    parent = value
    step = keys[number % keys.length] as string | number
  }
  apply(parent, step, mutation)
  return holder.root
}

function apply(parent: Record<string, Plain> | Plain[], step: string | number, mutation: Mutation): void {
  const at = parent as Record<string | number, Plain>
  const value = at[step] as Plain
  switch (mutation.is) {
    case 'set':
      // A copy: the next way may spoil what this one put there, and even put it into itself.
      at[step] = structuredClone(mutation.value)
      break
    case 'add':
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        Object.defineProperty(value, mutation.key, {
          value: structuredClone(mutation.value),
          enumerable: true,
          writable: true,
          configurable: true,
        })
      break
    case 'drop':
      if (Array.isArray(parent)) parent.splice(Number(step), 1)
      else if (step !== 'root') delete at[step]
      break
    case 'twice':
      if (Array.isArray(parent)) parent.push(structuredClone(value))
      break
    case 'swap':
      swap(at, step)
  }
}

/** Puts a value in place of another beside it: ids, texts and numbers where others belong. */
function swap(at: Record<string | number, Plain>, step: string | number): void {
  const other = Object.keys(at).find((each) => each !== String(step))
  if (other === undefined) return
  const kept = at[step] as Plain
  at[step] = at[other] as Plain
  at[other] = kept
}

import { changedSmallest, smallestWith, times, withEntries } from '../bodies.ts'
import { type Category, type Entry, posted, postedYaml } from '../entry.ts'

const refused = { status: 422, code: 'not-a-case', at: 'demand.care.entriesPerYear' } as const
const notJson = { status: 400, code: 'not-json' } as const

const written: readonly Entry[] = [
  ...['1e400000000', '1e-400000000', '-1e400000000', '1E5', '9e9000000', '1e+2', '0.1e1'].map((number) => ({
    name: `the number ${number} in JSON`,
    ...posted(withEntries(number)),
    ...refused,
  })),
  ...['"1e400000000"', '"1e-400000000"', '"Infinity"', '"-Infinity"', '"NaN"', '"0x10"', '"0b11"', '"0o17"', '"1_000"'].map((text) => ({
    name: `the text ${text} for a number`,
    ...posted(withEntries(text)),
    ...refused,
  })),
  ...['"1,000"', '"£5"', '"10%"', '" 5"', '"5 "', '"+5"', '".5"', '"5."', '"05"', '""', '"--5"', '"−5"', '"5\\u0000"'].map((text) => ({
    name: `the text ${text} for a number`,
    ...posted(withEntries(text)),
    ...refused,
  })),
  ...['null', 'true', '[]', '[5]', '{}', '{"central":5}', '{"ref":"../../etc/passwd"}', '{"ref":"__proto__"}'].map((value) => ({
    name: `the value ${value} for a number`,
    ...posted(withEntries(value)),
    status: 422,
    code: 'not-a-case',
  })),
  ...['NaN', 'Infinity', '-Infinity', '0x10', '010', '1_000', '+5', '.5', '5.', 'undefined'].map((number) => ({
    name: `the bare word ${number} in JSON`,
    ...posted(withEntries(number)),
    ...notJson,
  })),
  ...['.inf', '-.Inf', '.nan', '0x10', '0o17', '1e400000000'].map((number) => ({
    name: `the YAML number ${number}`,
    ...postedYaml(withEntries(number)),
    status: 422,
    code: 'not-a-case',
  })),
]

const digits: readonly Entry[] = [
  { name: 'a number of 5,000 digits', ...posted(() => Buffer.from(withEntries('9'.repeat(5000)))), ...refused },
  { name: 'a number of a million digits', ...posted(() => Buffer.from(withEntries('9'.repeat(1_000_000)))), ...refused },
  { name: 'a text of a million digits', ...posted(() => Buffer.from(withEntries(`"${'9'.repeat(1_000_000)}"`))), ...refused },
  { name: 'a text of 5,000 decimal places', ...posted(withEntries(`"0.${'3'.repeat(5000)}"`)), ...refused },
  { name: 'an exponent of 5,000 digits', ...posted(withEntries(`1e${'9'.repeat(5000)}`)), ...refused },
  { name: 'a YAML number of 300,000 digits', ...postedYaml(() => Buffer.from(withEntries('9'.repeat(300_000)))), ...refused },
  { name: 'an integer above 2 to the 53rd', ...posted(withEntries('9007199254740993')), ...refused },
  { name: 'years as a number of 400 digits', ...posted(smallestWith('"years":5', `"years":${'9'.repeat(400)}`)), ...refused, at: 'years' },
]

const figures: readonly Entry[] = [
  ['Arabic', '"١٢٣"'],
  ['full-width', '"１２３"'],
  ['Devanagari', '"१२३"'],
  ['superscript', '"1²"'],
  ['mathematical bold', '"𝟏𝟐"'],
  ['a fraction sign', '"½"'],
  ['an Arabic decimal point', '"1٫5"'],
  ['a no-break space between thousands', '"1\u00a0000"'],
  ['a zero-width space', '"1\u200b00"'],
].map(([what, text]) => ({ name: `a number in other digits: ${what}`, ...posted(withEntries(text as string)), ...refused }))

const ends: readonly Entry[] = [
  { name: 'negative zero as a number', ...posted(withEntries('-0')), status: 200, never: /"-0(\.0*)?"/ },
  { name: 'negative zero as a text', ...posted(withEntries('"-0.00"')), status: 200, never: /"-0(\.0*)?"/ },
  { name: 'nought of everything', ...posted(withEntries('0')), status: 200 },
  { name: 'the largest number that is legal', ...posted(withEntries('1000000000')), status: 200, never: /Infinity|NaN|e\+/ },
  { name: 'one more than the largest', ...posted(withEntries('1000000001')), ...refused },
  { name: 'the smallest number that is legal', ...posted(withEntries('"0.0000000001"')), status: 200, never: /\de-\d/ },
  {
    name: 'the largest amount of everything',
    ...posted(
      changedSmallest((copy) => {
        copy.years = 30
        for (const line of copy.demand.flatMap(({ costs }) => costs)) line.amount = 1e9
        for (const demand of copy.demand) demand.entriesPerYear = 1e9
        for (const each of copy.interventions) Object.assign(each.referrals, { perMonth: 1e9 })
        for (const line of copy.interventions.flatMap(({ costs }) => costs)) line.amount = 1e9
      }),
    ),
    status: 200,
    never: /Infinity|NaN|e\+/,
  },
  { name: 'no years', ...posted(smallestWith('"years":5', '"years":0')), ...refused, at: 'years' },
  { name: 'minus one year', ...posted(smallestWith('"years":5', '"years":-1')), ...refused, at: 'years' },
  { name: 'half a year', ...posted(smallestWith('"years":5', '"years":5.5')), ...refused, at: 'years' },
  { name: 'years that a counter would overflow on', ...posted(smallestWith('"years":5', '"years":4294967297')), ...refused, at: 'years' },
]

const dates: readonly Entry[] = [
  ...['2026-13', '2026-00', '0000-01', '9999-12', '2026-4', '26-04', '2026-04-31', '-2026-04', '2026/04', '２０２６-04', ''].map(
    (month) => ({
      name: `the month ${JSON.stringify(month)}`,
      ...posted(smallestWith('"2026-04"', JSON.stringify(month))),
      ...refused,
      at: 'start',
    }),
  ),
  { name: 'the month as a number', ...posted(smallestWith('"2026-04"', '202604')), ...refused, at: 'start' },
  { name: 'the first month there is', ...posted(smallestWith('"2026-04"', '"1900-01"')), status: [200, 422], code: 'not-a-case' },
  {
    name: 'a horizon beyond the last month there is',
    ...posted(smallestWith('"2026-04"', '"2199-12"')),
    status: [200, 422],
    code: 'not-a-case',
  },
  {
    name: 'a financial year that is none',
    ...posted(smallestWith('"years":5', '"years":5,"prices":{"baseYear":"2026-28"}')),
    ...refused,
    at: 'prices.baseYear',
  },
  {
    name: 'an inflation for each of 200 years',
    ...posted(
      changedSmallest((copy) => {
        const years = times(199, (index) => `${1900 + index}-${String((index + 1) % 100).padStart(2, '0')}`)
        Object.assign(copy, { prices: { inflation: Object.fromEntries(years.map((year) => [year, 0.02])) } })
      }),
    ),
    status: 200,
  },
]

export const numbers: Category = { about: 'numbers and dates', entries: [...written, ...digits, ...figures, ...ends, ...dates] }

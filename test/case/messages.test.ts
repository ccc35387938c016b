import type { ErrorObject } from 'ajv'
import t from 'tap'
import { told } from '../../src/case/messages.ts'
import { type Loose, problemsIn, problemsOf, whole } from './whole-case.ts'

/* What the schema has against a value, word by word: where it is, what was got, what is expected, and what to do. */

type Said = [change: (theCase: Loose) => void, path: string, message: string, got: string, expected: string]

function says(name: string, all: Said[]): void {
  t.test(name, async (t) => {
    for (const [change, path, message, got, expected] of all) {
      const problems = problemsOf(whole(change)).map((each) => ({
        path: each.path,
        message: each.message,
        got: each.got,
        expected: each.expected,
      }))
      t.same(problems, [{ path, message, got, expected }], `${change}`)
    }
  })
}

const fft = (c: Loose) => c.interventions[0]
const release = (c: Loose) => c.demand[0].costs[0].release

const years = 'a whole number from 1 to 30'
const short = 'text of 1 to 200 characters'
const month = 'a month written YYYY-MM, such as 2026-04'
const year = 'a financial year such as 2026-27'
const byYear = 'values by financial year, such as { "2026-27": 0.02 }'
const anId = 'an id: a small letter, then small letters, digits or hyphens, 40 at most'

says('keys that are not known, or missing', [
  [
    (c) => (c.demand[0].stay.meenMonths = 5),
    'demand.care.stay.meenMonths',
    'There is no key "meenMonths" here. Did you mean meanMonths?',
    '"meenMonths"',
    'kind, meanMonths, source or note',
  ],
  [
    (c) => (c.correlations[0].zzz = 5),
    'correlations.0.zzz',
    'There is no key "zzz" here. The keys here are between, rho, source and note.',
    '"zzz"',
    'between, rho, source or note',
  ],
  [
    (c) => (release(c).windowMonths = 5),
    'demand.care.costs.place.release.windowMonths',
    'There is no key "windowMonths" here. It belongs in interventions[].effects[] of kind entries.',
    '"windowMonths"',
    'action, owner, from, step, noticeMonths, source or note',
  ],
  [(c) => delete c.years, 'years', 'years is missing: length of the horizon.', 'nothing', 'length of the horizon'],
  [
    (c) => delete c.demand[0].stay.meanMonths,
    'demand.care.stay.meanMonths',
    'meanMonths is missing: mean stay (months; 1 to 240).',
    'nothing',
    'mean stay (months; 1 to 240)',
  ],
  [
    (c) => delete release(c).owner,
    'demand.care.costs.place.release.owner',
    'owner is missing: who decides it.',
    'nothing',
    'who decides it',
  ],
])

says('a misspelt key takes the place of the missing one it was meant for, and of no other', [
  [
    (c) => {
      release(c).ownr = release(c).owner
      delete release(c).owner
    },
    'demand.care.costs.place.release.ownr',
    'There is no key "ownr" here. Did you mean owner?',
    '"ownr"',
    'action, owner, from, step, noticeMonths, source or note',
  ],
])
t.test('a key that is near another says nothing of what stands at that other', async (t) => {
  const paths = (change: (theCase: Loose) => void) =>
    problemsOf(whole(change))
      .map(({ path }) => path)
      .sort()
  const saving = 'interventions.fft.savings.agency.release'
  t.same(
    paths((c) => (fft(c).savings[0].release = { actoin: 'x' })),
    [`${saving}.actoin`, `${saving}.owner`],
    'owner is missing as well',
  )
  t.same(
    paths((c) => Object.assign(c, { yeras: 5, years: 99 })),
    ['years', 'yeras'],
    'years is there, and wrong',
  )
})

says('financial years', [
  [
    (c) => (c.funding[0].byYear = { '2026-28': 1 }),
    'funding.dfe.byYear.2026-28',
    '"2026-28" is not a financial year, which is written such as 2026-27. Did you mean 2026-27?',
    '"2026-28"',
    year,
  ],
  ...(
    [
      ['2026/27', '2026-27'],
      ['2026–27', '2026-27'],
      ['2026—27', '2026-27'],
      ['202627', '2026-27'],
      ['2026-2027', '2026-27'],
      ['2026', '2026-27'],
      [' 2026-27', '2026-27'],
      ['2026-27  ', '2026-27'],
      ['1999-2000', '1999-00'],
      ['2007', '2007-08'],
      [`2026${' '.repeat(30)}`, '2026-27'],
    ] as const
  ).map(
    ([written, meant]): Said => [
      (c) => (c.prices.baseYear = written),
      'prices.baseYear',
      `"${written}" is not a financial year, which is written such as 2026-27. Did you mean ${meant}?`,
      `"${written}"`,
      year,
    ],
  ),
  ...['FY2026', '2026-27 prices', '20267', '2026-272', '0026', '26-27', `2026${' '.repeat(16)}prices`].map(
    (written): Said => [
      (c) => (c.prices.baseYear = written),
      'prices.baseYear',
      `"${written}" is not a financial year, which is written such as 2026-27.`,
      `"${written}"`,
      year,
    ],
  ),
  ...['1899-00', '2200-01'].map(
    (written): Said => [
      (c) => (c.prices.baseYear = written),
      'prices.baseYear',
      `${written} is too far away: years from 1900-01 to 2199-00 are known.`,
      `"${written}"`,
      year,
    ],
  ),
  [(c) => (c.prices.inflation = {}), 'prices.inflation', 'Give at least one financial year.', 'an empty object', byYear],
  [
    (c) => (c.prices.baseYear = 2026),
    'prices.baseYear',
    'This is text, and it was read as a number; put it in quotes. Expected: a financial year such as 2026-27.',
    '2026',
    year,
  ],
  [(c) => (c.funding[0].byYear = 5), 'funding.dfe.byYear', `5 cannot stand here; ${byYear} is expected.`, '5', byYear],
])

const notAMonth = (written: string) => `"${written}" is not a month written YYYY-MM from 1900-01 to 2199-12.`
says('months', [
  [(c) => (c.start = '2026-04-01'), 'start', `${notAMonth('2026-04-01')} Leave the day out: 2026-04.`, '"2026-04-01"', month],
  ...['2026-13', '1899-12', '2200-01', 'soon', '12026-04-01', '2026-04-011'].map(
    (written): Said => [(c) => (c.start = written), 'start', notAMonth(written), `"${written}"`, month],
  ),
  [
    (c) => (c.start = 'Apr-26'),
    'start',
    `${notAMonth('Apr-26')} Excel makes this of 2026-04 when it opens a CSV file: give the cell the format Text, and write 2026-04 if that is the month.`,
    '"Apr-26"',
    month,
  ],
  [
    (c) => (c.start = 202604),
    'start',
    'This is text, and it was read as a number; put it in quotes. Expected: a month written YYYY-MM, such as 2026-04.',
    '202604',
    month,
  ],
])

says('whole numbers', [
  [(c) => (c.years = 31), 'years', `31 is above what is legal here: ${years}.`, '31', years],
  [(c) => (c.years = 0), 'years', `0 is below what is legal here: ${years}.`, '0', years],
  [(c) => (c.years = 5.5), 'years', `5.5 cannot stand here; ${years} is expected.`, '5.5', years],
  [(c) => (c.years = true), 'years', `true cannot stand here; ${years} is expected.`, 'true', years],
  [(c) => (c.years = [5]), 'years', `a list of 1 cannot stand here; ${years} is expected.`, 'a list of 1', years],
  [
    (c) => (c.years = { central: 5, low: 4, high: 6 }),
    'years',
    'This is a structure count: it shapes the case, so it cannot be a range or a reference.',
    'an object with central, low, high',
    years,
  ],
  [(c) => (c.years = null), 'years', 'No value stands here (null); leave the key out, or give a value.', 'null', years],
  [(c) => (c.years = ''), 'years', `Nothing stands here; ${years} is expected.`, '""', years],
  ...['5', '-5', '0', '9999999999'].map(
    (written): Said => [
      (c) => (c.years = written),
      'years',
      `This is a whole number, and it must be written as a number, not as text in quotes; ${years} is expected.`,
      `"${written}"`,
      years,
    ],
  ),
  ...['five', '5.0', '05', '5 years', '99999999999', '--5'].map(
    (written): Said => [
      (c) => (c.years = written),
      'years',
      `"${written}" is not a whole number written in digits; ${years} is expected.`,
      `"${written}"`,
      years,
    ],
  ),
])

says('words', [
  [
    (c) => (c.demand[0].costs[0].per = 'weekly'),
    'demand.care.costs.place.per',
    '"weekly" is not one of week, month, year or entry. Did you mean week?',
    '"weekly"',
    'week, month, year or entry',
  ],
  [(c) => (c.overlap = 'both'), 'overlap', '"both" is not one of independent or disjoint.', '"both"', 'independent or disjoint'],
  [(c) => (c.discounting = { schedule: 'hmt' }), 'discounting.schedule', '"hmt" is not green-book.', '"hmt"', 'green-book'],
  [
    (c) => (c.overlap = 5),
    'overlap',
    'This is text, and it was read as a number; put it in quotes. Expected: independent or disjoint.',
    '5',
    'independent or disjoint',
  ],
  [(c) => (c.overlap = true), 'overlap', 'true cannot stand here; independent or disjoint is expected.', 'true', 'independent or disjoint'],
  [(c) => (fft(c).included = 'true'), 'interventions.fft.included', 'Write true or false, without quotes.', '"true"', 'true or false'],
  [(c) => (fft(c).included = null), 'interventions.fft.included', nothing('a value'), 'null', 'true or false'],
])

function nothing(what: string): string {
  return `No value stands here (null); leave the key out, or give ${what}.`
}

const notAnId = (written: string) =>
  `"${written}" is not an id: ids start with a small letter and go on with small letters, digits or hyphens, 40 at most.`
says('texts', [
  [(c) => (c.demand[1].id = 'Plans'), 'demand.1.id', notAnId('Plans'), '"Plans"', anId],
  [(c) => (c.demand[1].id = ''), 'demand.1.id', notAnId(''), '""', anId],
  [(c) => (c.demand[1].id = 'a'.repeat(41)), `demand.${'a'.repeat(41)}.id`, notAnId('a'.repeat(41)), `"${'a'.repeat(41)}"`, anId],
  [
    (c) => (c.demand[1].id = 7),
    'demand.1.id',
    `This is text, and it was read as a number; put it in quotes. Expected: ${anId}.`,
    '7',
    anId,
  ],
  [(c) => (c.title = ''), 'title', 'This text is empty; leave the key out, or fill it in.', '""', short],
  [(c) => (c.title = '  '), 'title', 'This text is empty; leave the key out, or fill it in.', '"  "', short],
  [(c) => (c.title = 'x'.repeat(201)), 'title', 'This text is longer than 200 characters.', `"${'x'.repeat(78)}…`, short],
  [(c) => (c.title = true), 'title', `true cannot stand here; ${short} is expected.`, 'true', short],
  [
    (c) => (c.notes = 'x'.repeat(20001)),
    'notes',
    'This text is longer than 20000 characters.',
    `"${'x'.repeat(78)}…`,
    'text of 0 to 20000 characters',
  ],
  [
    (c) => (c.body = 'Anyshire '),
    'body',
    'Take out the space at the start or the end: it would make another name of this one.',
    '"Anyshire "',
    short,
  ],
  [(c) => (c.extends = ''), 'extends', 'This text is empty; leave the key out, or fill it in.', '""', 'text of 1 to 500 characters'],
])

says('lists and objects', [
  [
    (c) => (fft(c).warmUp.profile = []),
    'interventions.fft.warmUp.profile',
    'A list of 1 to 360 is expected here.',
    'a list of 0',
    'a list of 1 to 360',
  ],
  [
    (c) => c.correlations[0].between.push('demand.care.opening'),
    'correlations.0.between',
    'A list of 2 is expected here.',
    'a list of 3',
    'a list of 2',
  ],
  [
    (c) => (c.demand[2].costs = Array(31).fill({})),
    'demand.referrals.costs',
    'A list of at most 30 is expected here.',
    'a list of 31',
    'a list of at most 30',
  ],
  [(c) => (c.funding = {}), 'funding', 'an empty object cannot stand here; a list is expected.', 'an empty object', 'a list'],
  [
    (c) => (c.demand[0].costs[0].release = 'end contracts'),
    'demand.care.costs.place.release',
    '"end contracts" cannot stand here; an object with action, owner, from, step, noticeMonths, source and note is expected.',
    '"end contracts"',
    'an object with action, owner, from, step, noticeMonths, source and note',
  ],
  [
    (c) => (c.variants = [{ id: 'a', set: ['years'] }]),
    'variants.a.set',
    'a list of 1 cannot stand here; values by path, such as { "demand.care.growth": 0.02 } is expected.',
    'a list of 1',
    'values by path, such as { "demand.care.growth": 0.02 }',
  ],
])

t.test('a key that is wrong is pointed at itself, a value that is wrong where it stands', async (t) => {
  const lines = ['{"start": "2026-04",', ' "yeras": 5,', ' "years": 99,', ' "funding": [{"id": "dfe", "byYear": {"2026-28": 1}}]}']
  t.same(
    problemsIn(lines.join('\n')).map(({ pointer, line, column }) => [pointer, line, column]),
    [
      ['/yeras', 2, 2],
      ['/years', 3, 11],
      ['/funding/0/byYear/2026-28', 4, 39],
    ],
  )
})

t.test('a keyword that there are no words for still says where and what', async (t) => {
  const error = { keyword: 'multipleOf', instancePath: '/years', params: {}, data: 5, parentSchema: {}, message: 'must be multiple of 2' }
  t.same(told(error as unknown as ErrorObject, '/years'), {
    pointer: '/years',
    message: 'This is not legal here: must be multiple of 2.',
    got: '5',
    expected: 'a legal value',
  })
})

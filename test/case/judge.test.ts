import t from 'tap'
import { judgeQuantity } from '../../src/case/judge.ts'
import type { QuantityDomain } from '../../src/case/quantity.ts'
import { figure } from '../../src/reference/catalogue.ts'

/* One quantity against what its field takes: which values are taken, and of the others every word that a person reads. */

const share: QuantityDomain = { unit: 'proportion', minimum: '0', maximum: '1' }
const change: QuantityDomain = { unit: 'relative change', minimum: '-1', maximum: '1' }
const rate: QuantityDomain = { unit: 'rate a year', minimum: '-0.5', maximum: '0.5' }
const pounds: QuantityDomain = { unit: 'pounds', minimum: '0', maximum: '1000000000' }
const together: QuantityDomain = { unit: 'correlation', minimum: '-1', maximum: '1' }

const aShare = 'a decimal number from 0 to 1 (proportion), such as 0.35, or a range or reference of such numbers'
const aRate = 'a decimal number from -0.5 to 0.5 (rate a year), such as 0.02, or a range or reference of such numbers'
const anAmount = 'a decimal number from 0 to 1000000000 (pounds), or a range or reference of such numbers'
const aRange = 'a range { central, low, high, shape, source, note } within 0 to 1'
const aFigure = 'a reference { ref: id } to a built-in figure in proportion'

const range = (others: object) => ({ central: 0.5, low: 0.25, high: 0.75, ...others })

t.test('legal to the last digit, and not beyond', async (t) => {
  const legal: [QuantityDomain, unknown][] = [
    [share, '0'],
    [share, 0],
    [share, -0],
    [share, '1'],
    [share, '1.0'],
    [share, '0.9999999999'],
    [rate, '-0.5'],
    [rate, 0.5],
    [change, '-1'],
    [pounds, '1000000000'],
    [pounds, 1e-7],
    [pounds, '123456.1234567891'],
    [share, { central: '0.5', low: '0.5', high: '0.5' }],
    [share, { central: 0, low: 0, high: 1 }],
    [share, { central: 1, low: 0, high: 1 }],
    [share, range({ shape: 'pert' })],
    [share, range({ shape: 'triangular' })],
    [share, range({ shape: 'uniform' })],
    [share, range({ shape: 'normal', low: 0 })],
    [share, range({ shape: 'lognormal', low: '0.0000000001' })],
    [share, range({ source: '', note: '' })],
    [share, range({ source: 's'.repeat(2000), note: 'n'.repeat(2000) })],
    [pounds, { ref: 'ifa-week-2020' }],
  ]
  for (const [domain, value] of legal) t.equal(judgeQuantity(value, domain), undefined, `${domain.unit}: ${JSON.stringify(value)}`)
})

type Wrong = [domain: QuantityDomain, value: unknown, message: string, got: string, expected: string, at?: string]

function refused(name: string, wrong: Wrong[]): void {
  t.test(name, async (t) => {
    for (const [domain, value, message, got, expected, at] of wrong) {
      const fault = at === undefined ? { message, got, expected } : { at, message, got, expected }
      t.same(judgeQuantity(value, domain), fault, `${domain.unit}: ${JSON.stringify(value)?.slice(0, 100)}`)
    }
  })
}

refused('what is no quantity in any of its forms', [
  [share, null, 'No value stands here (null); leave the key out, or give a number.', 'null', aShare],
  [share, [0.1, 0.2], 'One quantity is expected here, not a list.', 'a list of 2', aShare],
  [share, true, 'true is not a number.', 'true', aShare],
  [share, {}, 'This object is neither a range (central, low, high) nor a reference (ref).', 'an empty object', aShare],
  [rate, { rate: 1 }, 'This object is neither a range (central, low, high) nor a reference (ref).', 'an object with rate', aRate],
])

refused('numbers out of reach', [
  [share, '-0.0000000001', '-0.0000000001 is below 0, the least that is legal here.', '"-0.0000000001"', aShare],
  [share, -35, '-35 is below 0, the least that is legal here.', '-35', aShare],
  [pounds, 1000000001, '1000000001 is above 1000000000, the most that is legal here.', '1000000001', anAmount],
  [pounds, -5, '-5 is below 0, the least that is legal here.', '-5', anAmount],
  [rate, '0.5000000001', '0.5000000001 is above 0.5, the most that is legal here.', '"0.5000000001"', aRate],
])

refused('a percentage without its sign, where a hundredth of it is legal', [
  [share, 35, '35 looks like a percentage; write 35% as 0.35.', '35', aShare],
  [share, '2', '2 looks like a percentage; write 2% as 0.02.', '"2"', aShare],
  [share, '1.00000001', '1.00000001 looks like a percentage; write 1.00000001% as 0.0100000001.', '"1.00000001"', aShare],
  [share, 100, '100 looks like a percentage; write 100% as 1.', '100', aShare],
  [rate, '-3.5', '-3.5 looks like a percentage; write -3.5% as -0.035.', '"-3.5"', aRate],
  [rate, 50, '50 looks like a percentage; write 50% as 0.5.', '50', aRate],
  [rate, -50, '-50 looks like a percentage; write -50% as -0.5.', '-50', aRate],
])

refused('what looks like no percentage: one or less, a hundredth out of reach or too fine, no share', [
  [rate, 1, '1 is above 0.5, the most that is legal here.', '1', aRate],
  [rate, '-1', '-1 is below -0.5, the least that is legal here.', '"-1"', aRate],
  [rate, 51, '51 is above 0.5, the most that is legal here.', '51', aRate],
  [rate, -51, '-51 is below -0.5, the least that is legal here.', '-51', aRate],
  [share, '100.01', '100.01 is above 1, the most that is legal here.', '"100.01"', aShare],
  [share, '1.0000000001', '1.0000000001 is above 1, the most that is legal here.', '"1.0000000001"', aShare],
  [
    together,
    50,
    '50 is above 1, the most that is legal here.',
    '50',
    'a decimal number from -1 to 1 (correlation), or a range or reference of such numbers',
  ],
])

refused('a percentage with its sign', [
  [share, '35%', 'Write 35% as 0.35, without the sign.', '"35%"', aShare],
  [share, ' 35 % ', 'Write 35% as 0.35, without the sign.', '" 35 % "', aShare],
  [share, '100%', 'Write 100% as 1, without the sign.', '"100%"', aShare],
  [share, '5%', 'Write 5% as 0.05, without the sign.', '"5%"', aShare],
  [share, '0%', 'Write 0% as 0, without the sign.', '"0%"', aShare],
  [share, '12.25%', 'Write 12.25% as 0.1225, without the sign.', '"12.25%"', aShare],
  [share, '0050%', 'Write 0050% as 0.5, without the sign.', '"0050%"', aShare],
  [share, '00050%', 'Write 00050% as 0.5, without the sign.', '"00050%"', aShare],
  [rate, '-3.5%', 'Write -3.5% as -0.035, without the sign.', '"-3.5%"', aRate],
  // Not “write 3.5”, which would be taken for a percentage again.
  [share, '350%', '350% is 3.5, above 1, the most that is legal here.', '"350%"', aShare],
  [share, '-35%', '-35% is -0.35, below 0, the least that is legal here.', '"-35%"', aShare],
  [
    change,
    '-101%',
    '-101% is -1.01, below -1, the least that is legal here.',
    '"-101%"',
    'a decimal number from -1 to 1 (relative change), or a range or reference of such numbers',
  ],
])

const plain = 'Write the number in plain decimal form, such as 1500 or 0.192.'
refused('texts that are nearly percentages, and percentages of what is no share', [
  [pounds, '35%', plain, '"35%"', anAmount],
  [share, 'x35%', plain, '"x35%"', aShare],
  [share, '35%x', plain, '"35%x"', aShare],
  [share, '35.%', plain, '"35.%"', aShare],
  [share, '.5%', plain, '".5%"', aShare],
  [share, '35', '35 looks like a percentage; write 35% as 0.35.', '"35"', aShare],
  [share, '0.000000001%', plain, '"0.000000001%"', aShare],
])

refused('texts that are nearly decimals', [
  [pounds, '', 'The text is empty; leave the key out, or give a number.', '""', anAmount],
  [pounds, '  ', 'The text is empty; leave the key out, or give a number.', '"  "', anAmount],
  [pounds, ' 1500', 'Take out the space around the number.', '" 1500"', anAmount],
  [pounds, '1500 ', 'Take out the space around the number.', '"1500 "', anAmount],
  [
    pounds,
    '=B2*52',
    'This is a formula, and formulas are not computed here. Write the value itself, such as 1500 or 0.192.',
    '"=B2*52"',
    anAmount,
  ],
  [pounds, '1=1', plain, '"1=1"', anAmount],
  [pounds, '£1500', 'Write the number alone, without a currency sign.', '"£1500"', anAmount],
  [pounds, ' $1500', 'Write the number alone, without a currency sign.', '" $1500"', anAmount],
  [pounds, '€1,500.00', 'Write the number alone, without a currency sign.', '"€1,500.00"', anAmount],
  [pounds, '1500£', plain, '"1500£"', anAmount],
  [pounds, '1,500', 'Write the number without commas between its digits.', '"1,500"', anAmount],
  [pounds, '-12,500.75', 'Write the number without commas between its digits.', '"-12,500.75"', anAmount],
  [pounds, '1,234,567', 'Write the number without commas between its digits.', '"1,234,567"', anAmount],
  // A comma for a point, Indian groups, a list: what is meant is not plain.
  [pounds, '1,5', plain, '"1,5"', anAmount],
  [pounds, '1234,567', plain, '"1234,567"', anAmount],
  [pounds, '1,500.', plain, '"1,500."', anAmount],
  [pounds, '1,500 a week', plain, '"1,500 a week"', anAmount],
  [pounds, 'about 1,500', plain, '"about 1,500"', anAmount],
  [pounds, '1e3', 'Write the number in full, without an exponent.', '"1e3"', anAmount],
  [
    pounds,
    123456.1234567891,
    'A number of more than 15 digits cannot be kept exactly; write it as a decimal string, in quotes.',
    '123456.1234567891',
    anAmount,
  ],
  [pounds, 1e21, 'Write the number in full, without an exponent.', '1e+21', anAmount],
])

refused('ranges: their keys', [
  [share, { central: 0.5 }, 'The range has no low.', 'an object with central', aRange, 'low'],
  [share, { central: 0.5, low: 0.5 }, 'The range has no high.', 'an object with central, low', aRange, 'high'],
  [share, { low: 0.5 }, 'The range has no central.', 'an object with low', aRange, 'central'],
  [share, { high: 0.5 }, 'The range has no central.', 'an object with high', aRange, 'central'],
  [share, { shape: 'pert' }, 'The range has no central.', 'an object with shape', aRange, 'central'],
  [share, range({ lo: 0 }), 'A range has no key "lo". Did you mean low?', '"lo"', aRange, 'lo'],
  [
    share,
    range({ probability: 0 }),
    'A range has no key "probability". A range has central, low, high, shape, source and note.',
    '"probability"',
    aRange,
    'probability',
  ],
  [share, range({ low: true }), 'The low of a range is a number, and this is true.', 'true', aRange, 'low'],
  [share, range({ central: null }), 'The central of a range is a number, and this is null.', 'null', aRange, 'central'],
  [share, range({ high: [1] }), 'The high of a range is a number, and this is a list of 1.', 'a list of 1', aRange, 'high'],
  [share, range({ high: 35 }), '35 looks like a percentage; write 35% as 0.35.', '35', aShare, 'high'],
  [share, range({ low: '' }), 'The text is empty; leave the key out, or give a number.', '""', aShare, 'low'],
  [rate, range({ central: 2 }), '2 looks like a percentage; write 2% as 0.02.', '2', aRate, 'central'],
])

const ends = 'low 0.75, central 0.5, high 0.25'
refused('ranges: their order, shape, source and note', [
  [share, range({ low: 0.75, high: 0.25 }), 'The low end of this range is above its high end.', ends, aRange],
  [
    share,
    range({ central: '0.2499999999' }),
    'The central value of this range is below its low end.',
    'low 0.25, central 0.2499999999, high 0.75',
    aRange,
  ],
  [
    share,
    range({ central: '0.7500000001' }),
    'The central value of this range is above its high end.',
    'low 0.25, central 0.7500000001, high 0.75',
    aRange,
  ],
  [
    share,
    range({ low: 0, shape: 'lognormal' }),
    'The low end of a lognormal range must be above 0.',
    'low 0, central 0.5, high 0.75',
    aRange,
    'low',
  ],
  [
    share,
    range({ shape: 'Triangula' }),
    'The shape of a range is pert, triangular, uniform, normal or lognormal. Did you mean triangular?',
    '"Triangula"',
    'pert, triangular, uniform, normal or lognormal',
    'shape',
  ],
  [
    share,
    range({ shape: 'gaussian' }),
    'The shape of a range is pert, triangular, uniform, normal or lognormal.',
    '"gaussian"',
    'pert, triangular, uniform, normal or lognormal',
    'shape',
  ],
  [
    share,
    range({ shape: ['normal'] }),
    'The shape of a range is pert, triangular, uniform, normal or lognormal.',
    'a list of 1',
    'pert, triangular, uniform, normal or lognormal',
    'shape',
  ],
  [share, range({ source: 5 }), 'The source of a range is text.', '5', 'text', 'source'],
  [share, range({ note: null }), 'The note of a range is text.', 'null', 'text', 'note'],
  [share, range({ source: 's'.repeat(2001) }), 'The source is longer than 2000 characters.', `"${'s'.repeat(78)}…`, aRange, 'source'],
  [share, range({ note: 'n'.repeat(2001) }), 'The note is longer than 2000 characters.', `"${'n'.repeat(78)}…`, aRange, 'note'],
])

const weekly = figure('ifa-week-2020')
const fall = figure('fnp-plan-reduction')
refused('references', [
  [
    share,
    { ref: 'x', source: 'y' },
    'A reference has the key ref alone, and no "source"; its source comes with the figure.',
    '"source"',
    aFigure,
    'source',
  ],
  [share, { ref: 5 }, 'A reference names a built-in figure by its id.', '5', aFigure, 'ref'],
  [
    share,
    { ref: 'nothing-like-any-of-them-at-all' },
    'There is no built-in figure "nothing-like-any-of-them-at-all". The ids are listed at /v1/reference.',
    '"nothing-like-any-of-them-at-all"',
    aFigure,
    'ref',
  ],
  [
    share,
    { ref: 'ifa-week-2021' },
    'There is no built-in figure "ifa-week-2021". Did you mean ifa-week-2020?',
    '"ifa-week-2021"',
    aFigure,
    'ref',
  ],
  [
    share,
    { ref: 'ifa-week-2020' },
    'The built-in figure ifa-week-2020 is in pounds a week, and this field takes proportion.',
    `ifa-week-2020: ${weekly?.value} pounds a week`,
    aFigure,
    'ref',
  ],
  [
    share,
    { ref: 'fnp-plan-reduction' },
    `${fall?.value} is below 0, the least that is legal here.`,
    `fnp-plan-reduction: ${fall?.value} proportion`,
    aShare,
    'ref',
  ],
])

import t from 'tap'
import { canonical, isDecimal, numberFault, plainText, scaled, writtenNumber } from '../../src/case/decimal-text.ts'

/* Decimals as text. What is expected is worked out from the pattern of a decimal: 13 digits before the point, 10 after, no exponent. */

t.test('a decimal is 13 digits before the point and 10 after, at most, and written in one way', async (t) => {
  for (const text of ['0', '-0', '7', '1500', '0.192', '-0.5', '1.50', '9999999999999', '0.0000000001', '-9999999999999.9999999999'])
    t.ok(isDecimal(text), text)
  for (const text of [
    '',
    '-',
    '.5',
    '5.',
    '+1',
    '01',
    '00',
    '1e3',
    '1,000',
    ' 1',
    '1 ',
    '1\n',
    '12345678901234',
    '0.12345678901',
    '0x10',
    'NaN',
  ])
    t.notOk(isDecimal(text), text)
})

t.test('a JavaScript number is written without an exponent where it is small', async (t) => {
  for (const [number, text] of [
    [1e-7, '0.0000001'],
    [-1e-7, '-0.0000001'],
    [1.25e-7, '0.000000125'],
    [-2.5e-10, '-0.00000000025'],
    [1e-12, '0.000000000001'],
    [0.000001, '0.000001'],
    [0.1, '0.1'],
    [1500, '1500'],
    [-1.5, '-1.5'],
    [1e21, '1e+21'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ] as const)
    t.equal(plainText(number), text)
})

t.test('a number of a text stays a number unless writing it back would change its form', async (t) => {
  for (const [text, value] of [
    ['1500', 1500],
    ['0.000001', 0.000001],
    ['0.0000001', '0.0000001'],
    ['-0.0000000002', '-0.0000000002'],
    // Not decimals of a case: they are refused by their text, and what stands for them until then is the number.
    ['1e-7', 1e-7],
    ['1e400', Number.POSITIVE_INFINITY],
  ] as const)
    t.equal(writtenNumber(text), value, text)
})

t.test('one value has one text, and one size in ten-billionths', async (t) => {
  for (const [value, text, size] of [
    ['0', '0', 0n],
    ['-0', '0', 0n],
    ['-0.00', '0', 0n],
    [-0, '0', 0n],
    ['1500', '1500', 15_000_000_000_000n],
    ['1000', '1000', 10_000_000_000_000n],
    [100, '100', 1_000_000_000_000n],
    ['100.0', '100', 1_000_000_000_000n],
    ['1.50', '1.5', 15_000_000_000n],
    ['1.500', '1.5', 15_000_000_000n],
    ['1.050', '1.05', 10_500_000_000n],
    ['-1.5', '-1.5', -15_000_000_000n],
    ['-20', '-20', -200_000_000_000n],
    ['0.0000000001', '0.0000000001', 1n],
    ['-0.0000000001', '-0.0000000001', -1n],
    [1e-7, '0.0000001', 1000n],
  ] as const) {
    t.equal(canonical(value), text, String(value))
    t.equal(scaled(value), size, String(value))
  }
})

t.test('what is wrong with a number is said by how it is written', async (t) => {
  const exponent = 'Write the number in full, without an exponent.'
  const finite = 'A case holds finite numbers only.'
  const before = 'The number has more than 13 digits before the point.'
  const after = 'The number has more than 10 digits after the point.'
  const plain = 'Write the number in plain decimal form, such as 1500 or 0.192.'
  const digits = 'A number of more than 15 digits cannot be kept exactly; write it as a decimal string, in quotes.'
  for (const [message, texts] of [
    [exponent, ['1e3', '1E3', '-1.5e-7', '+1e+3', '1.25e10', '12e345']],
    [finite, ['NaN', 'nan', '.nan', 'inf', '-inf', '+.inf', '.Inf', 'Infinity', '-Infinity', '-.INF']],
    [before, ['12345678901234', '-12345678901234', '12345678901234.5', '12345678901234567890', '12345678901234.12345678901']],
    [after, ['0.12345678901', '-0.12345678901', '1.123456789012345']],
    [
      plain,
      [
        ...['', '.5', '5.', '+5', '007', '-01', '0x10', '0o17', '1_000', 'soon', '--1', '1.2.3'],
        // Like an exponent, an infinity or too many digits, and not quite.
        ...['x1e3', '1e3x', 'e3', '1e', '1e3.5', '1xe3', '1e3e', '1ex', 'inf.', 'xinf', 'infinite', '..inf', 'nano', 'banana', '1nan'],
        ...['x12345678901234', '12345678901234x', '123456789012x45', '1234567890123x', '1.x12345678901', '1.12345678901x', '1.1234567890x'],
      ],
    ],
    [digits, ['1234567890123.456', '-1234567890123.456', '123456.1234567891', '1000000.000000001', '9999999999999.9999999999']],
    [
      undefined,
      [
        ...['0', '-0', '1500', '0.192', '-0.5', '9999999999999', '-1234567890123', '0.0000000001', '-0.1234567891', '0.1234567890'],
        ...[
          '1234567890123.45',
          '-1234567890123.45',
          '12345.1234567891',
          '1234567890123.4500',
          '1000000.0000000000',
          '1234567890123.0000000000',
        ],
      ],
    ],
  ] as const)
    for (const text of texts) t.equal(numberFault(text), message, `“${text}”`)
})

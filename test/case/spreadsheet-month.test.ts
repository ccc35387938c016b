import t from 'tap'
import { monthBefore } from '../../src/case/spreadsheet-month.ts'

t.test('what a spreadsheet makes of a month is told for the month', async (t) => {
  const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  for (const [at, name] of short.entries()) {
    const month = `2026-${String(at + 1).padStart(2, '0')}`
    for (const text of [`${name}-26`, `${name} 26`, `${name}-2026`, `${name} 2026`, `${name.toLowerCase()}-26`, `${name.toUpperCase()}-26`])
      t.equal(monthBefore(text), month, text)
    // The first of the month, in Britain and in America.
    for (const text of [`01/${month.slice(5)}/2026`, `${at + 1}/1/2026`, `1.${at + 1}.26`, `01-${month.slice(5)}-2026`])
      t.equal(monthBefore(text), month, text)
  }
  for (const [text, month] of [
    ['April 2026', '2026-04'],
    ['September-26', '2026-09'],
    ['Sept 26', '2026-09'],
    ['Apr-1999', '1999-04'],
    ['1/1/2026', '2026-01'],
  ] as const)
    t.equal(monthBefore(text), month, text)
})

t.test('what is no first day and no named month tells nothing', async (t) => {
  for (const text of [
    ...[
      '',
      '2026-04',
      '2026-04-01',
      '17/04/2026',
      '4/17/2026',
      '2/3/2026',
      '01/13/2026',
      '13/1/2026',
      '1/0/2026',
      '0/1/2026',
      '01/04/026',
      '01/04/20265',
      '1/4',
    ],
    ...[
      'Abc-26',
      'Apr',
      'Apr-',
      'Apr-6',
      'Apr-026',
      'Apr-20261',
      'Apr/26',
      'Apr--26',
      'Ap-26',
      'A pr-26',
      'xApr-26',
      '1 Apr-26',
      'Apr-26x',
      'AprIL-26',
      'Apr1-26',
    ],
    ...[
      'x01/04/2026',
      '01/04/2026x',
      '001/04/2026',
      '01/004/2026',
      '01:04:2026',
      '01/04:2026',
      '01//04/2026',
      'a/1/2026',
      '1/a/2026',
      '1/4/abcd',
      '/1/2026',
      '1//2026',
    ],
  ])
    t.equal(monthBefore(text), undefined, text)
})

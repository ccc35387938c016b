import { times } from '../bodies.ts'
import { type Category, type Entry, posted } from '../entry.ts'

const batch = (body: Entry['body'], query = '?scenario=minimal') => posted(body, `/v1/batch${query}`, { 'content-type': 'text/csv' })
const notABatch = { status: 422, code: 'not-a-batch' } as const
const rows = (heading: string, ...each: readonly string[]) => [heading, ...each, ''].join('\r\n')
const path = 'care.place.amount'

export const batches: Category = {
  about: 'batches',
  entries: [
    { name: 'a batch of nothing', ...batch(''), status: [400, 422], code: ['empty-body', 'not-a-batch'] },
    { name: '100,000 columns', ...batch(() => Buffer.from(rows(times(100_000, (at) => `c${at}`).join(',')))), ...notABatch },
    { name: '100,000 empty columns', ...batch(rows(','.repeat(100_000))), ...notABatch },
    {
      name: 'a heading of 3 MB',
      ...batch(() => Buffer.alloc(3_000_000, 'h')),
      status: [413, 422],
      code: ['not-a-batch', 'body-too-large'],
    },
    { name: 'a quotation mark that is never closed', ...batch(rows(path, '"1500')), status: 200, holds: /quot/i },
    { name: 'a heading whose quotation mark is never closed', ...batch(`"${path}`), ...notABatch },
    { name: 'something after a closing quotation mark', ...batch(rows(path, '"1500"x')), status: 200, holds: /quot/i },
    {
      name: 'a quotation mark that is never closed, over 4 MB',
      ...batch(() => Buffer.from(rows(path, `"${'9'.repeat(4_000_000)}`))),
      status: 200,
      holds: /\r\n[^\r]*,[^\r]*\w/,
    },
    { name: 'a row of 5,000 cells', ...batch(rows(path, '1,'.repeat(5000))), status: 200, holds: /This row has 5001 cells/ },
    { name: 'a cell of 100,000 letters', ...batch(rows(path, '9'.repeat(100_000))), status: 200, holds: /more than 4000 characters/ },
    { name: 'headings named __proto__', ...batch(rows('__proto__,constructor,demand.__proto__.x', '1,2,3')), ...notABatch },
    { name: 'a heading given twice', ...batch(rows(`${path},${path}`, '1,2')), ...notABatch },
    {
      name: 'a value given twice, once for short',
      ...batch(rows(`${path},demand.${path}`, '1,2')),
      status: [200, 422],
      code: 'not-a-batch',
    },
    {
      name: '200 headings that are nearly right',
      ...batch(rows(times(200, (at) => `care.plaice${at}.amount`).join(','), '1')),
      ...notABatch,
    },
    {
      name: 'bytes that are not UTF-8',
      ...batch(Buffer.concat([Buffer.from(`${path}\r\n`), Buffer.from([0xff, 0xfe, 0x31])])),
      status: [200, 400, 422],
      code: ['not-a-batch', 'not-text'],
    },
    { name: 'NULs', ...batch(`${path}\r\n\0\0\0\r\n`), status: [200, 422], code: 'not-a-batch' },
    {
      name: 'numbers that are none',
      ...batch(rows(path, '1e400000000', 'NaN', '0x10', '１２', '-0', '1_0')),
      status: 200,
      never: /Infinity|NaN,/,
    },
    {
      name: 'a title in an id',
      ...batch(rows(`id,${path}`, "=cmd|'/c calc'!A0,1", '@SUM(1),2', '-1+1,3')),
      status: 200,
      never: /(^|,)[=@]/m,
    },
    { name: 'a scenario named as a formula', ...batch(rows('scenario,id', '=1+1,x'), ''), status: 200, never: /(^|,)[=@]/m },
    { name: '2,000 rows of nothing', ...batch(rows(path, ...times(2000, () => ''))), status: 200 },
    { name: '60 rows', ...batch(rows(path, ...times(60, (at) => String(at)))), status: 200 },
    {
      name: 'columns that are asked for twice',
      ...batch(rows(path, '1'), '?scenario=minimal&columns=headline.npv,headline.npv'),
      ...notABatch,
    },
    {
      name: 'columns that are none',
      ...batch(rows(path, '1'), '?scenario=minimal&columns=__proto__,constructor'),
      status: 200,
      never: /function|\[object/,
    },
    {
      name: '101 columns to answer with',
      ...batch(rows(path, '1'), `?scenario=minimal&columns=${times(101, (at) => `l${at}`).join(',')}`),
      ...notABatch,
    },
    { name: 'semicolons', ...batch('a;b\r\n1;2\r\n'), ...notABatch },
    { name: 'sep=', ...batch('sep=;\r\na;b\r\n'), ...notABatch },
    { name: 'UTF-16', ...batch(Buffer.from(`\ufeff${path}\r\n1\r\n`, 'utf16le')), status: [400, 422], code: ['not-a-batch', 'not-text'] },
  ],
}

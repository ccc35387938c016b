import { gzipSync } from 'node:zlib'
import { smallest } from '../../http/service.ts'
import { smallestWith, withKeys } from '../bodies.ts'
import { type Category, type Entry, posted } from '../entry.ts'

const text = JSON.stringify(smallest)
const as = (type: string, more: Record<string, string> = {}) => ({ 'content-type': type, ...more })
const wrongType = { status: 415, code: 'unsupported-media-type' } as const

const types: readonly Entry[] = [
  ...[
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/json5',
    'application/problem+json',
    'application/octet-stream',
    'text/html',
    'json',
    '*/*',
    'application/json, text/plain',
    `application/${'j'.repeat(5000)}`,
  ].map((type) => ({ name: `a case as ${type.slice(0, 40)}`, ...posted(text, undefined, as(type)), ...wrongType })),
  { name: 'a case without a type', ...posted(text, undefined, {}), ...wrongType },
  { name: 'a case with an empty type', ...posted(text, undefined, as('')), ...wrongType },
  { name: 'a type in capitals', ...posted(text, undefined, as('APPLICATION/JSON; CHARSET="UTF-8"')), status: 200 },
  { name: 'JSON sent as YAML', ...posted(text, undefined, as('text/yaml')), status: 200 },
  { name: 'a workbook sent as JSON', ...posted(Buffer.from('PK\x03\x04\x14\x00', 'latin1')), status: 400, code: 'not-text' },
  { name: 'a batch sent as JSON', ...posted('[]', '/v1/batch?scenario=minimal'), ...wrongType },
]

const charsets: readonly Entry[] = [
  ...['utf-16', 'utf-7', 'iso-8859-1', 'windows-1252', 'x-unknown', '"', 'utf-8"; charset=utf-16'].map((charset) => ({
    name: `a charset of ${charset}`,
    ...posted(text, undefined, as(`application/json; charset=${charset}`)),
    status: [415, 400, 200],
    code: ['unsupported-charset', 'unsupported-media-type'],
  })),
  { name: 'UTF-16 with a mark', ...posted(Buffer.from(`\ufeff${text}`, 'utf16le')), status: 400, code: 'not-text' },
  { name: 'UTF-16 without a mark', ...posted(Buffer.from(text, 'utf16le')), status: 400, code: 'not-json' },
  { name: 'UTF-7', ...posted('+AHs-+ACI-years+ACI-+ADo-5+AH0-'), status: 400, code: 'not-json' },
  { name: 'Latin-1', ...posted(Buffer.from(withKeys('"title":"Café"'), 'latin1')), status: 400, code: 'not-text' },
  {
    name: 'an overlong slash',
    ...posted(Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')])),
    status: 400,
    code: 'not-text',
  },
  {
    name: 'a surrogate in UTF-8',
    ...posted(Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')])),
    status: 400,
    code: 'not-text',
  },
  {
    name: 'a character cut off at the end',
    ...posted(Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xf0, 0x9f])])),
    status: 400,
    code: 'not-text',
  },
  { name: 'a byte order mark', ...posted(`\ufeff${text}`), status: 200 },
  { name: 'two byte order marks', ...posted(`\ufeff\ufeff${text}`), status: 400, code: 'not-json' },
  { name: 'a NUL before the case', ...posted(`\0${text}`), status: 400, code: 'not-json' },
  { name: 'an escaped NUL in a title', ...posted(withKeys('"title":"a\\u0000b"')), status: 422, code: 'not-a-case', at: 'title' },
  { name: 'a lone surrogate in a title', ...posted(withKeys('"title":"a\\ud83d"')), status: 422, code: 'not-a-case', at: 'title' },
  { name: 'surrogates the wrong way round', ...posted(withKeys('"title":"\\ude00\\ud83d"')), status: 422, code: 'not-a-case', at: 'title' },
  { name: 'no character (U+FFFF) in a title', ...posted(withKeys('"title":"\\uffff"')), status: 422, code: 'not-a-case', at: 'title' },
  {
    name: 'an escape sequence of a terminal in an id',
    ...posted(smallestWith('"id":"care"', '"id":"\\u001b[2Jcare"')),
    status: 422,
    code: 'not-a-case',
    holds: /u001b/,
  },
]

const compressed: readonly Entry[] = [
  ...['gzip', 'br', 'deflate', 'gzip, identity', 'x-unknown'].map((encoding) => ({
    name: `a body in ${encoding}`,
    ...posted(gzipSync(text), undefined, as('application/json', { 'content-encoding': encoding })),
    status: 415,
    code: 'unsupported-encoding',
  })),
  {
    name: 'a gzip bomb',
    ...posted(() => gzipSync(Buffer.alloc(100_000_000)), undefined, as('application/json', { 'content-encoding': 'gzip' })),
    status: 415,
    code: 'unsupported-encoding',
  },
  { name: 'gzip that says nothing of itself', ...posted(gzipSync(text)), status: 400, code: 'not-text' },
  {
    name: 'a batch in gzip',
    ...posted(gzipSync('row\r\n1\r\n'), '/v1/batch?scenario=minimal', as('text/csv', { 'content-encoding': 'gzip' })),
    status: 415,
    code: 'unsupported-encoding',
  },
  { name: 'an empty body', ...posted(''), status: 400, code: 'empty-body' },
]

export const encodings: Category = { about: 'types, character sets, compression', entries: [...types, ...charsets, ...compressed] }

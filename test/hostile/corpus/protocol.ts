import { smallest } from '../../http/service.ts'
import { times } from '../bodies.ts'
import type { Category, Entry } from '../entry.ts'

const text = JSON.stringify(smallest)
const lines = (...given: readonly string[]) => given.join('\r\n')
/** A request as the bytes of a connection, which it closes. */
const request = (line: string, headers: readonly string[] = [], body = '') =>
  lines(line, 'Host: x', 'Connection: close', ...headers, '', body)
const post = (headers: readonly string[], body: string) =>
  request('POST /v1/appraise HTTP/1.1', ['Content-Type: application/json', ...headers], body)
const malformed = { status: 400, code: 'malformed-request' } as const
const chunk = (size: string, content: string) => `${size}\r\n${content}\r\n`

const framing: readonly Entry[] = [
  { name: 'chunks', raw: post(['Transfer-Encoding: chunked'], `${chunk(text.length.toString(16), text)}0\r\n\r\n`), status: 200 },
  {
    name: 'a chunk a byte',
    raw: post(['Transfer-Encoding: chunked'], `${[...text].map((letter) => chunk('1', letter)).join('')}0\r\n\r\n`),
    status: 200,
  },
  { name: 'a chunk of a size that is none', raw: post(['Transfer-Encoding: chunked'], chunk('zz', text)), ...malformed },
  { name: 'a chunk of a size below nought', raw: post(['Transfer-Encoding: chunked'], chunk('-1', text)), ...malformed },
  { name: 'a chunk of 2 to the 64th', raw: post(['Transfer-Encoding: chunked'], chunk('10000000000000000', text)), ...malformed },
  { name: 'a chunk shorter than it says', raw: post(['Transfer-Encoding: chunked'], `${chunk('5', 'ab')}0\r\n\r\n`), ...malformed },
  {
    name: 'a chunk with a long extension',
    raw: () => post(['Transfer-Encoding: chunked'], `${text.length.toString(16)};${'e'.repeat(20_000)}\r\n${text}\r\n0\r\n\r\n`),
    status: [400, 413, 431],
    code: ['malformed-request', 'body-too-large', 'headers-too-large'],
  },
  {
    name: 'trailers after the chunks',
    raw: post(
      ['Transfer-Encoding: chunked', 'Trailer: content-type'],
      `${chunk(text.length.toString(16), text)}0\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    status: 200,
  },
  {
    name: '2 MiB in chunks without a length',
    raw: () => post(['Transfer-Encoding: chunked'], `${chunk('200000', ' '.repeat(0x200000))}0\r\n\r\n`),
    status: 413,
    code: 'body-too-large',
  },
  {
    name: 'a length and chunks both',
    raw: post([`Content-Length: ${text.length}`, 'Transfer-Encoding: chunked'], `${chunk(text.length.toString(16), text)}0\r\n\r\n`),
    ...malformed,
  },
  { name: 'two lengths that differ', raw: post([`Content-Length: ${text.length}`, 'Content-Length: 3'], text), ...malformed },
  {
    name: 'two encodings of the transfer',
    raw: post(['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], `${chunk(text.length.toString(16), text)}0\r\n\r\n`),
    ...malformed,
  },
  { name: 'an encoding of the transfer that is none', raw: post(['Transfer-Encoding: xchunked'], text), ...malformed },
  {
    name: 'a space before the colon of an encoding',
    raw: post(['Transfer-Encoding : chunked'], `${chunk(text.length.toString(16), text)}0\r\n\r\n`),
    ...malformed,
  },
  { name: 'a length in hex', raw: post(['Content-Length: 0x10'], text), ...malformed },
  { name: 'a length below nought', raw: post(['Content-Length: -5'], text), ...malformed },
  { name: 'a length with a plus', raw: post([`Content-Length: +${text.length}`], text), ...malformed },
  { name: 'a length of a terabyte', raw: post(['Content-Length: 1000000000000'], text), status: 413, code: 'body-too-large' },
  { name: 'a length of 30 digits', raw: post([`Content-Length: ${'9'.repeat(30)}`], text), ...malformed },
  { name: 'a length shorter than the body', raw: post(['Content-Length: 10'], text), status: 400, code: 'not-json', holds: /not-json/ },
  {
    name: 'a request smuggled behind a short length',
    raw: lines(
      'POST /v1/appraise HTTP/1.1',
      'Host: x',
      'Content-Type: application/json',
      'Content-Length: 2',
      '',
      `{}${request('GET /version HTTP/1.1')}`,
    ),
    status: 422,
    code: 'not-a-case',
  },
  {
    name: 'a length longer than the body',
    raw: lines('POST /v1/appraise HTTP/1.1', 'Host: x', 'Content-Type: application/json', `Content-Length: ${text.length + 10}`, '', text),
    status: 0,
  },
  {
    name: 'a POST without any length',
    raw: request('POST /v1/appraise HTTP/1.1', ['Content-Type: application/json']),
    status: 400,
    code: 'empty-body',
  },
]

const heads: readonly Entry[] = [
  { name: 'HTTP/1.0 without a host', raw: lines('GET /version HTTP/1.0', '', ''), status: 200 },
  { name: 'HTTP/1.1 without a host', raw: lines('GET /version HTTP/1.1', '', ''), ...malformed },
  {
    name: 'two hosts',
    raw: lines('GET /version HTTP/1.1', 'Host: a', 'Host: b', 'Connection: close', '', ''),
    ...malformed,
  },
  { name: 'HTTP/0.9', raw: 'GET /version\r\n\r\n', status: [200, 400], code: 'malformed-request' },
  { name: 'HTTP/1.2', raw: request('GET /version HTTP/1.2'), status: [200, 400, 505], code: 'malformed-request' },
  { name: 'HTTP/9.9', raw: request('GET /version HTTP/9.9'), ...malformed },
  { name: 'the preface of HTTP/2', raw: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', ...malformed },
  { name: 'a TLS hello', raw: Buffer.from('1603010200010001fc0303', 'hex'), ...malformed },
  { name: 'nothing but line ends', raw: '\r\n'.repeat(50_000), status: [0, 400, 431] },
  {
    name: 'line ends without returns',
    raw: 'GET /version HTTP/1.1\nHost: x\nConnection: close\n\n',
    status: [200, 400],
    code: 'malformed-request',
  },
  { name: 'an absolute address', raw: request('GET http://evil.example/version HTTP/1.1'), status: 200, never: /evil/ },
  {
    name: 'an absolute address with a name and a password',
    raw: request('GET http://user:secret@evil.example/version HTTP/1.1'),
    status: [200, 404],
    code: 'unknown-route',
    never: /secret/,
  },
  {
    name: 'an absolute address of nothing',
    raw: request('GET http:// HTTP/1.1'),
    status: [400, 404],
    code: ['malformed-request', 'malformed-url', 'unknown-route'],
  },
  {
    name: 'an absolute address of a file',
    raw: request('GET file:///etc/passwd HTTP/1.1'),
    status: [400, 404],
    code: ['malformed-request', 'malformed-url', 'unknown-route'],
    never: /root:/,
  },
  {
    name: 'an address without a slash',
    raw: request('GET version HTTP/1.1'),
    status: [400, 404],
    code: ['malformed-request', 'unknown-route'],
  },
  {
    name: 'an address that starts with two slashes',
    raw: request('GET //evil.example/version HTTP/1.1'),
    status: 404,
    code: 'unknown-route',
  },
  { name: 'an address with a space', raw: request('GET /v1/scenarios/a b HTTP/1.1'), ...malformed },
  {
    name: 'an address with a fragment',
    raw: request('GET /version#x HTTP/1.1'),
    status: [200, 400, 404],
    code: ['malformed-request', 'unknown-route'],
  },
  {
    name: 'an address with letters beyond ASCII',
    raw: Buffer.from(request('GET /v1/scenarios/é HTTP/1.1')),
    status: [400, 404],
    code: ['malformed-request', 'unknown-scenario', 'malformed-url'],
  },
  { name: 'OPTIONS of everything', raw: request('OPTIONS * HTTP/1.1'), status: [204, 404], code: 'unknown-route' },
  { name: 'GET of everything', raw: request('GET * HTTP/1.1'), status: [200, 400, 404], code: 'unknown-route' },
  {
    name: 'CONNECT',
    raw: request('CONNECT evil.example:443 HTTP/1.1'),
    status: [0, 400, 404, 405],
    code: ['wrong-method', 'unknown-route', 'malformed-request'],
  },
  { name: 'a method that is none', raw: request('BREW /v1/appraise HTTP/1.1'), ...malformed },
  { name: 'a method in small letters', raw: request('get /version HTTP/1.1'), ...malformed },
  {
    name: 'a header of 20,000 letters',
    raw: request('GET /version HTTP/1.1', [`X-Long: ${'a'.repeat(20_000)}`]),
    status: 431,
    code: 'headers-too-large',
  },
  {
    name: 'an address of 20,000 letters',
    raw: request(`GET /version?${'a'.repeat(20_000)} HTTP/1.1`),
    status: [414, 431],
    code: ['headers-too-large', 'url-too-long'],
  },
  {
    name: '1,900 headers',
    raw: request(
      'GET /version HTTP/1.1',
      times(1900, (at) => `a${at}: `),
    ),
    status: [200, 431],
    code: 'headers-too-large',
  },
  {
    name: '5,000 headers',
    raw: request(
      'GET /version HTTP/1.1',
      times(5000, (at) => `a${at}: b`),
    ),
    status: 431,
    code: 'headers-too-large',
  },
  {
    name: 'a header folded over two lines',
    raw: request('GET /version HTTP/1.1', ['X-A: b', ' c']),
    status: [200, 400],
    code: 'malformed-request',
  },
  { name: 'a header with a NUL', raw: request('GET /version HTTP/1.1', ['X-A: b\0c']), ...malformed },
  { name: 'a header named __proto__', raw: request('GET /version HTTP/1.1', ['__proto__: polluted', 'constructor: x']), status: 200 },
  { name: 'an expectation that is met', raw: post(['Expect: 100-continue', `Content-Length: ${text.length}`], text), status: [100, 200] },
  {
    name: 'an expectation that nobody knows',
    raw: request('GET /version HTTP/1.1', ['Expect: the-spanish-inquisition']),
    ...malformed,
  },
  {
    name: 'an upgrade to a web socket',
    raw: lines(
      'GET /version HTTP/1.1',
      'Host: x',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      '',
      '',
    ),
    status: [200, 400],
  },
  {
    name: 'an upgrade to HTTP/2',
    raw: lines(
      'GET /version HTTP/1.1',
      'Host: x',
      'Connection: Upgrade, HTTP2-Settings',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAAQAAP__',
      '',
      '',
    ),
    status: [200, 400],
  },
  {
    name: 'an id of a request of its own making',
    raw: request('GET /version HTTP/1.1', ['X-Request-Id: "><script>', 'Request-Id: evil']),
    status: 200,
    never: /evil|script/,
  },
  {
    name: 'a forwarded host',
    raw: request('GET /openapi.json HTTP/1.1', ['X-Forwarded-Host: evil.example', 'Forwarded: host=evil.example']),
    status: 200,
    never: /evil/,
  },
]

const rows: readonly Entry[] = [
  {
    name: 'fifty requests in one go',
    raw: times(50, (at) => (at === 49 ? request('GET /version HTTP/1.1') : lines('GET /health/live HTTP/1.1', 'Host: x', '', ''))).join(''),
    status: 200,
  },
  { name: 'a good request, then nonsense', raw: `${lines('GET /health/live HTTP/1.1', 'Host: x', '', '')}nonsense\r\n\r\n`, status: 200 },
  { name: 'nonsense', raw: 'nonsense\r\n\r\n', ...malformed },
  { name: 'a megabyte of nonsense', raw: () => Buffer.alloc(1_000_000, 0xff), status: [0, 400], code: 'malformed-request' },
  { name: 'half a request line', raw: 'GET /ver', status: 0 },
  { name: 'headers that do not end', raw: lines('GET /version HTTP/1.1', 'Host: x', 'X-A: b'), status: 0 },
]

export const protocol: Category = { about: 'HTTP itself', entries: [...framing, ...heads, ...rows] }

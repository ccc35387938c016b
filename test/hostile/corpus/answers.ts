import { smallest } from '../../http/service.ts'
import { times } from '../bodies.ts'
import { type Category, type Entry, posted } from '../entry.ts'

const minimal = '/v1/scenarios/minimal/appraise.json'
const simulated = '/v1/scenarios/minimal/simulate?draws=100&drivers=no'
const notAcceptable = { status: 406, code: 'not-acceptable' } as const
const text = JSON.stringify(smallest)
const asked = (accept: string) => posted(text, undefined, { 'content-type': 'application/json', accept })

const accepts: readonly Entry[] = [
  { name: 'an answer as a picture', ...asked('image/png'), ...notAcceptable },
  { name: 'an answer as nothing at all', ...asked('application/json;q=0'), ...notAcceptable },
  { name: 'an Accept that is none', ...asked('not a type'), status: 200 },
  { name: 'an Accept of 3,000 types', ...asked(times(1200, (at) => `a/b${at};q=0.1`).join(',')), ...notAcceptable },
  { name: 'an Accept of 12,000 commas', ...asked(','.repeat(12_000)), status: 200 },
  { name: 'a quality of NaN', ...asked('application/json;q=NaN'), status: 200 },
  { name: 'a quality of 1e400', ...asked('text/csv;q=1e400, application/json;q=0.1'), status: 200 },
  {
    name: 'events in small print',
    path: simulated,
    headers: { accept: 'text/event-stream;q=0.9, application/json;q=1' },
    status: 200,
    holds: /^\{/,
  },
  { name: 'events', path: simulated, headers: { accept: 'text/event-stream' }, status: 200, holds: /event: answer\ndata: \{/ },
  {
    name: 'events of a simulation that cannot be',
    path: '/v1/scenarios/minimal/simulate?draws=100&measure=none',
    headers: { accept: 'text/event-stream' },
    status: [200, 404],
    code: 'unknown-line',
    holds: /unknown-line/,
  },
  { name: 'a simulation as a page', path: simulated, headers: { accept: 'text/html' }, ...notAcceptable },
  { name: 'events of an appraisal', path: '/v1/lines', headers: { accept: 'text/event-stream' }, ...notAcceptable },
]

const conditions: readonly Entry[] = [
  ...['*', '"', '"""', 'W/', 'W/"', `"${'e'.repeat(12_000)}"`, `${'"x",'.repeat(3000)}"y"`, 'null', '%00', '"\u00e9"'].map((tag) => ({
    name: `If-None-Match: ${tag.slice(0, 20)}`,
    path: minimal,
    headers: { 'if-none-match': tag },
    status: tag === '*' ? 304 : 200,
  })),
  { name: 'If-Match of something else', path: minimal, headers: { 'if-match': '"x"' }, status: 200 },
  { name: 'If-Modified-Since in a year that is none', path: minimal, headers: { 'if-modified-since': 'Foo, 99 Bar 99999' }, status: 200 },
  ...['bytes=0-10', 'bytes=5-1', 'bytes=-1', `bytes=${times(1000, (at) => `${at}-${at}`).join(',')}`, 'lines=1-2'].map((range) => ({
    name: `Range: ${range.slice(0, 30)}`,
    path: minimal,
    headers: { range },
    status: 200,
    holds: /"grossAvoided":"4068991\.44"/,
  })),
  {
    name: 'a Range of a page',
    path: '/docs/static/index.html',
    headers: { range: `bytes=${times(500, (at) => `${at}-`).join(',')}` },
    status: [200, 206, 302, 404, 416],
  },
  {
    name: 'a Range below nought of a page',
    path: '/docs/static/index.html',
    headers: { range: 'bytes=-99999999999999' },
    status: [200, 206, 302, 404, 416],
  },
]

export const answers: Category = { about: 'Accept, events, conditions, ranges', entries: [...accepts, ...conditions] }

import t from 'tap'
import { faults } from './judge.ts'

const entry = { name: 'a number', status: 200, never: /\de-\d/ }
const answered = (text: string, headers: Record<string, string>) => ({ status: 200, headers, body: Buffer.from(text), all: [200] })

t.test('what an answer must never hold is found in its text and in its headers, and said', async (t) => {
  t.same(faults(entry, answered('{"net":"1e-7"}', {})), ['the answer holds 1e-7'])
  t.same(faults(entry, answered('{}', { etag: '"2e-9"' })), ['the answer holds 2e-9'])
})

t.test('the name of a request is drawn, and may look like a number', async (t) => {
  t.same(faults(entry, answered('{}', { 'x-request-id': '40a8533e-4cf9-4a47-a878-5fb9fe2487d2' })), [])
})

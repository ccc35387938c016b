import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { start } from '../http/program.ts'
import { noOffice } from '../libreoffice/start.ts'
import { calculated } from './libreoffice.ts'

t.setTimeout(300_000)

t.test('LibreOffice fetches a cell with a key in its address, and none without', { skip: noOffice }, async (t) => {
  const key = `cashable_${'k'.repeat(43)}`
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'keys.jsonl')
  writeFileSync(
    file,
    `${JSON.stringify({ name: 'sheet', sha256: createHash('sha256').update(key).digest('hex'), scopes: ['appraise'] })}\n`,
  )
  const program = await start(t, { API_KEYS_FILE: file, LOG_LEVEL: 'trace' })
  const address = `${program.address}/v1/scenarios/minimal/value.txt?line=headline.netCashable`
  const [good, wrong, none] = await calculated([
    `=VALUE(WEBSERVICE("${address}&key=${key}"))`,
    `=WEBSERVICE("${address}&key=${key}x")`,
    `=WEBSERVICE("${address}")`,
  ])
  t.equal(good?.value, 2568991.44)
  t.notMatch(JSON.stringify([wrong, none]), '2568991')
  t.match(program.stderr(), '"caller":"key sheet"')
  t.match(program.stderr(), '"method":"OPTIONS"', 'the program asked beforehand, without being refused')
  t.notOk(program.stderr().includes(key))
})

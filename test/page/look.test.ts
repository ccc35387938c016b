import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openAccess } from '../../src/http/access/settings.ts'
import { hashOfKey } from '../../src/keys/key.ts'
import { browserFor, listening, noBrowser, settled, visitWith } from './browser.ts'

t.test('a key is asked for, refused and taken, in a page that has its style', { skip: noBrowser }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cashable-look-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const keysFile = join(folder, 'keys.jsonl')
  const key = `cashable_${'mine'.padEnd(43, 'x')}`
  writeFileSync(keysFile, `${JSON.stringify({ name: 'mine', sha256: hashOfKey(key).toString('hex'), scopes: ['appraise', 'simulate'] })}\n`)
  const address = await listening(t, { access: { settings: { ...openAccess, keysFile } } })
  const { page, complaints } = await visitWith(await browserFor(t))
  await page.goto(`${address}/?scenario=minimal`)
  t.equal(await page.locator('h1').textContent(), 'Sign in')
  t.equal(await page.evaluate("getComputedStyle(document.querySelector('.top')).display"), 'flex', 'the style was let in')
  await page.fill('#key', key.toUpperCase())
  await page.click('main button')
  await page.waitForSelector('#key-error:has-text("The key is not one that is taken here")')
  await page.fill('#key', key)
  await page.click('main button')
  await page.waitForSelector('h1:has-text("Conferencing, smallest case")')
  await settled(page)
  await page.click('button:has-text("Sign out")')
  await page.waitForSelector('h1:has-text("Sign in")')
  t.same(complaints, [], 'the content policy lets the page have what it needs')
})

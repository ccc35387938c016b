import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openAccess } from '../../src/http/access/settings.ts'
import { hashOfKey } from '../../src/keys/key.ts'
import { browserFor, listening, noBrowser, settled, typed, visitWith } from './browser.ts'

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

/** Figures that are cut off by the edge of their table or run into what stands beside them. */
const cutOff = `[...document.querySelectorAll('.picture .figures .figure, .picture .figures .change')].filter((each) => each.checkVisibility()).filter((each) => {
  const own = each.getBoundingClientRect()
  const cell = each.closest('td').getBoundingClientRect()
  const table = each.closest('.scroll').getBoundingClientRect()
  return own.left < cell.left - 1 || own.right > cell.right + 1 || own.right > table.right + 1
}).map((each) => each.textContent)`
const growth = 'set.demand.care-10-17.growth=0.01'

t.test('how the page looks', { skip: noBrowser }, async (t) => {
  const address = await listening(t)
  const browser = await browserFor(t)

  t.test('on a phone the first verdict is on the first screen, and both stay in view', async (t) => {
    const { page } = await visitWith(browser, { viewport: { width: 320, height: 640 } })
    await page.goto(`${address}/?scenario=la5-package&${growth}`)
    const first = await page.locator('.verdict strong').first().boundingBox()
    const bar = await page.locator('#now').boundingBox()
    t.ok(first && bar && first.y + first.height < bar.y, 'it is above the bar')
    t.ok(bar && bar.height < 120, 'which leaves most of the screen')
    await page.evaluate("document.querySelector('#case').scrollIntoView()")
    const words = ((await page.locator('#now').textContent()) ?? '').trim()
    t.match(
      words,
      /^Net cashable is now −£[0-9,]+, £[0-9,]+ better than the saved case\. Worth doing\? Yes\. Pays for itself in cash\? No\.$/,
    )
    t.ok(await page.locator('#now').isVisible())
  })

  t.test('no figure of a table is cut off, however narrow the page', async (t) => {
    for (const width of [320, 480, 640, 768, 1000, 1280]) {
      const { page } = await visitWith(browser, { viewport: { width, height: 900 } })
      await page.goto(`${address}/?scenario=la5-package&${growth}`)
      await page.evaluate("for (const each of document.querySelectorAll('.picture details')) each.open = true")
      t.ok(Number(await page.locator('.picture .figures .figure').count()) > 40)
      t.same(await page.evaluate(cutOff), [], `${width} pixels`)
      await page.context().close()
    }
  })

  t.test('nor on paper, where nothing to press is left', async (t) => {
    // The width that is left of A4 by margins of 15 mm.
    const { page } = await visitWith(browser, { viewport: { width: 680, height: 1000 } })
    await page.goto(`${address}/?scenario=la5-package&${growth}`)
    await page.emulateMedia({ media: 'print' })
    t.same(await page.evaluate(cutOff), [])
    t.equal(await page.locator('button:visible, input:visible, select:visible').count(), 0)
    t.equal(await page.locator('.chart .narrow:visible').count(), 0)
  })

  t.test('from a small tablet on, the changes stand beside the figures', async (t) => {
    for (const width of [768, 1280]) {
      const { page } = await visitWith(browser, { viewport: { width, height: 900 } })
      await page.goto(`${address}/`)
      const edit = await page.locator('.edit').boundingBox()
      const picture = await page.locator('.picture').boundingBox()
      t.ok(edit && picture && Math.abs(edit.y - picture.y) < 1 && edit.x + edit.width < picture.x, `${width} pixels`)
      await page.context().close()
    }
  })

  t.test('the report is one step away, with the changes in it', async (t) => {
    const { page } = await visitWith(browser)
    await page.goto(`${address}/`)
    const report = page.locator('.downloads a', { hasText: 'Report to read and print' })
    t.equal(await report.getAttribute('href'), '/v1/scenarios/la5-package/appraise.html')
    await typed(page, 'demand.care-10-17.growth', '0.01')
    t.equal(await report.getAttribute('href'), `/v1/scenarios/la5-package/appraise.html?${growth}`)
    t.match(await page.locator('.downloads').textContent(), /^Take away with the changes:/)
    t.match(await page.locator('.state .changed').first().textContent(), 'Changed to 0.01 (1%).')
  })

  t.test('what matters most is folded away, drawn once, and costs a slider nothing', async (t) => {
    const { page } = await visitWith(browser)
    await page.goto(`${address}/`)
    const chart = page.locator('#tornado-part svg').first()
    t.notOk(await chart.isVisible())
    await page.click('#tornado-part summary')
    t.ok(await chart.isVisible())
    t.match(await chart.locator('title').first().textContent(), 'What moves net cashable')
    const answer = page.waitForResponse((response) => response.request().method() === 'POST' && new URL(response.url()).pathname === '/')
    await page.locator('.slide').first().press('ArrowRight')
    t.notMatch(await (await answer).text(), 'tornado')
    t.ok(await chart.isVisible(), 'and it stays open')
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import t from 'tap'
import { openAccess } from '../../src/http/access/settings.ts'
import { hashOfKey } from '../../src/keys/key.ts'
import { until } from '../http/program.ts'
import { csvFiles, libraryScenarios } from '../tables/tables-for-tests.ts'
import { partsOfWorkbook, zipped } from '../tables/workbooks.ts'
import { browserFor, figuresOf, listening, noBrowser, settled, typed, visitWith } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const reduction = 'interventions.fgc.effects.care.reduction'

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as { violations: { id: string; nodes: { html: string }[] }[] }
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** Types a value and leaves it, and waits for the answer alone: a chance may still be asked for. */
async function enter(page: Page, path: string, value: string): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST' && new URL(response.url()).pathname === '/')
  await page.fill(`[name="set.${path}"]`, value)
  await page.press(`[name="set.${path}"]`, 'Tab')
  await (await answer).finished()
  await page.waitForTimeout(200)
}

/** The value that matters most, and the ends of its slider. */
async function firstRow(page: Page): Promise<{ path: string; low: string; high: string }> {
  const row = page.locator('.assumption').first()
  const name = (await row.locator('input[type=text]').getAttribute('name')) ?? ''
  const [low = '', high = ''] = (await Promise.all(['min', 'max'].map((end) => row.locator('.slide').getAttribute(end)))) as string[]
  return { path: name.slice('set.'.length), low, high }
}

/** The value of a path as a question carries it. */
const sentOf = (route: Route, path: string) => new URLSearchParams(route.request().postData() ?? '').getAll(`set.${path}`).at(-1)

t.test('trouble in a browser', { skip: noBrowser }, async (t) => {
  const address = await listening(t)
  const browser = await browserFor(t)
  const start = `${address}/?scenario=minimal`

  t.test('answers that come late and in another order never leave figures of an older value', async (t) => {
    const { page, complaints } = await visitWith(browser)
    await page.goto(start)
    await settled(page)
    let first = true
    await page.route(`${address}/`, async (route) => {
      // The first answer is the slowest.
      if (first) await new Promise((resolve) => setTimeout(resolve, 1500))
      first = false
      await route.continue()
    })
    const slide = (share: number) =>
      page.evaluate(
        `(() => { const slider = document.querySelector('.assumption:has([name="set.${reduction}"]) .slide'); slider.value = String(Number(slider.min) + ${share} * (slider.max - slider.min)); slider.dispatchEvent(new Event('input', { bubbles: true })) })()`,
      )
    for (const share of [0.1, 0.9, 0.3, 0.7, 0.55]) await slide(share)
    await page.waitForSelector('#now:has-text("they are being worked out again")', { timeout: 5000 })
    await page.waitForSelector('#now:has-text("Net cashable is now")')
    await until(() => page.evaluate("document.querySelector('.htmx-request') === null"))
    const at = await page.locator(`[name="set.${reduction}"]`).inputValue()
    const other = await visitWith(browser)
    await other.page.goto(`${start}&set.${reduction}=${at}`)
    t.same(await figuresOf(page), await figuresOf(other.page))
    t.same(complaints, [])
  })

  t.test('a chance is of the picture that is shown, and one that comes too late is thrown away', async (t) => {
    const { page } = await visitWith(browser)
    const scenario = `${address}/?scenario=la5-package`
    await page.goto(scenario)
    await settled(page)
    const { path, low, high } = await firstRow(page)
    const box = page.locator(`[name="set.${path}"]`)
    const asked: (string | undefined)[] = []
    const held: (() => void)[] = []
    await page.route(`${address}/page/chance`, async (route) => {
      asked.push(sentOf(route, path))
      const answer = await route.fetch()
      await new Promise<void>((resolve) => held.push(resolve))
      await route.fulfill({ response: answer }).catch(() => {})
    })
    await enter(page, path, low)
    await until(() => held.length === 1)
    t.match(await page.locator('#chance-part').textContent(), /These are of the values before/)
    // The next picture comes, and then the chance of the one before.
    await enter(page, path, high)
    held[0]?.()
    await page.waitForTimeout(300)
    t.equal(await page.locator('#chance-part').getAttribute('aria-busy'), 'true', 'the chance of the picture before is not shown')
    const cashNow = await page.locator('#cash-part table').textContent()
    await until(() => held.length === 2)
    t.same(asked, [low, high])
    // A value that is not legal leaves the picture, and the chance is still of that.
    await enter(page, path, 'much')
    held[1]?.()
    await settled(page)
    t.equal(await page.locator('#cash-part table').textContent(), cashNow)
    t.match(await page.locator('#now').textContent(), /of the values before/)
    await page.unroute(`${address}/page/chance`)
    const other = await visitWith(browser)
    await other.page.goto(`${scenario}&set.${path}=${high}`)
    await settled(other.page)
    t.same(
      await page.locator('[data-chance]').allTextContents(),
      await other.page.locator('[data-chance]').allTextContents(),
      'the chances are those of the picture',
    )
    t.equal(await box.inputValue(), 'much', 'and what was typed is there')
  })

  t.test('the service is too busy, or there is no answer for the chance: said, kept, and asked again', async (t) => {
    const { page } = await visitWith(browser)
    await page.goto(`${address}/?scenario=la5-package`)
    await settled(page)
    const { path, low, high } = await firstRow(page)
    const before = await figuresOf(page)
    await page.route(`${address}/`, (route) =>
      route.fulfill({
        status: 503,
        contentType: 'text/html',
        body: '<hx-partial hx-target="#trouble" hx-swap="innerMorph"><p>Busy</p></hx-partial>',
      }),
    )
    await typed(page, path, low)
    await page.waitForSelector('#trouble:has-text("Busy")')
    t.same(await figuresOf(page), before)
    t.match(await page.locator('#now').textContent(), /of the values before/)
    await page.unroute(`${address}/`)
    await page.route(`${address}/`, (route) => route.abort())
    await page.fill(`[name="set.${path}"]`, high)
    await page.press(`[name="set.${path}"]`, 'Tab')
    await page.waitForSelector('#trouble button:has-text("Ask again")')
    await page.unroute(`${address}/`)
    await page.route(`${address}/page/chance`, (route) => route.abort())
    await page.click('#trouble button')
    await page.waitForSelector('#now:has-text("Net cashable is now")')
    t.equal(await page.locator('#trouble').textContent(), '')
    await page.waitForSelector('#chance-part:has-text("could not be worked out: the service cannot be reached")')
    t.equal(await page.locator('[data-chance]').count(), 0, 'no chance of older values is left')
    t.same(await violations(page), [])
    await page.unroute(`${address}/page/chance`)
    await page.click('#chance-part button')
    await settled(page)
    t.equal(await page.locator(`[name="set.${path}"]`).inputValue(), high)
  })

  t.test('a workbook, and the CSV files of its tables', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'cashable-files-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    const scenario = libraryScenarios().get('minimal.yaml')
    if (scenario === undefined) throw new Error('The library has no minimal scenario.')
    writeFileSync(join(folder, 'ours.xlsx'), zipped(await partsOfWorkbook(scenario)))
    const tables = csvFiles(scenario).map(({ name, text }) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    })
    const { page, complaints } = await visitWith(browser)
    for (const files of [[join(folder, 'ours.xlsx')], tables]) {
      await page.goto(`${address}/?scenario=la5-package`)
      await page.click('summary:has-text("Open a case of your own")')
      await page.setInputFiles('#file', files)
      await page.click('button:has-text("Open")')
      await page.waitForSelector('h1:has-text("Conferencing, smallest case")')
      t.equal(await page.locator('[data-line="headline.netCashable"]').first().textContent(), '£2,568,991')
      await page.click('.choosing button:has-text("Show")')
      t.equal(
        await page.locator('h1').textContent(),
        'Conferencing, smallest case',
        'Show without a choice does not take one’s own case away',
      )
    }
    t.same(complaints, [])
  })

  t.test('nothing wrong where no line has a release plan, and once the chance is there on a wide screen', async (t) => {
    const { page, complaints } = await visitWith(browser)
    await page.goto(`${address}/?scenario=la5-package`)
    await settled(page)
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    t.same(await violations(page), [])
    const folder = mkdtempSync(join(tmpdir(), 'cashable-nil-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    const { case: own } = (await (await fetch(`${address}/v1/scenarios/minimal`)).json()) as {
      case: { demand: { costs: { release?: object }[] }[] }
    }
    delete own.demand[0]?.costs[0]?.release
    writeFileSync(join(folder, 'nil.json'), JSON.stringify(own))
    await page.click('summary:has-text("Open a case of your own")')
    await page.click('summary:has-text("Open a case of your own")')
    await page.setInputFiles('#file', join(folder, 'nil.json'))
    await page.click('button:has-text("Open")')
    await page.waitForSelector('text=Cash is nil')
    await settled(page)
    t.same(await violations(page), [])
    t.same(complaints, [])
  })

  t.test('signing in, a wrong key, signing out', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'cashable-door-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    const keysFile = join(folder, 'keys.jsonl')
    const key = `cashable_${'x'.repeat(43)}`
    writeFileSync(keysFile, `${JSON.stringify({ name: 'us', sha256: hashOfKey(key).toString('hex'), scopes: ['appraise', 'simulate'] })}\n`)
    const door = await listening(t, { access: { settings: { ...openAccess, keysFile } } })
    const { page, complaints } = await visitWith(browser)
    await page.goto(`${door}/?scenario=minimal&set.${reduction}=0.25`)
    t.equal(await page.locator('h1').textContent(), 'Sign in')
    t.same(await violations(page), [])
    await page.fill('#key', 'wrong')
    await page.click('main button')
    await page.waitForSelector('#key-error')
    t.same(await violations(page), [])
    await page.fill('#key', key)
    await page.click('main button')
    await page.waitForSelector('h1:has-text("Conferencing")')
    t.match(page.url(), `set.${reduction}=0.25`, 'and the link that was followed is where it leads')
    t.equal(await page.evaluate('document.cookie'), '', 'no script can read the key')
    await page.context().clearCookies()
    await typed(page, reduction, '0.3')
    await page.waitForSelector('#trouble a:has-text("Sign in in another tab")')
    t.same(await violations(page), [])
    const [tab] = await Promise.all([page.context().waitForEvent('page'), page.click('#trouble a')])
    await tab.fill('#key', key)
    await tab.click('main button')
    await tab.waitForSelector('nav')
    await tab.waitForSelector('button:has-text("Sign out")')
    await page.click('#trouble button')
    await page.waitForSelector('#trouble:empty', { state: 'attached' })
    t.equal(await page.locator(`[name="set.${reduction}"]`).inputValue(), '0.3', 'nothing was lost')
    t.match(page.url(), /reduction=0\.3/)
    await tab.click('button:has-text("Sign out")')
    await tab.waitForSelector('h1:has-text("Sign in")')
    t.same(complaints, [])
  })
})

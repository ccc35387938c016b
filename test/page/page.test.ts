import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import t from 'tap'
import { until } from '../http/program.ts'
import { browserFor, figuresOf, listening, noBrowser, settled, typed, visitWith } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const reduction = 'interventions.fgc.effects.care.reduction'
const fixed = (name: string) => new URL(`fixtures/${name}`, import.meta.url).pathname

/** What axe finds wrong with a page as it stands: rules and the elements that break them. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  )
}

t.test('the page in a browser', { skip: noBrowser }, async (t) => {
  const address = await listening(t)
  const browser = await browserFor(t)
  const start = `${address}/?scenario=minimal`

  t.test('a newcomer comes, changes a value, and takes a file away', async (t) => {
    const { page, complaints } = await visitWith(browser)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${address}/`)
    t.equal(await page.locator('h1').textContent(), 'Teenagers and repeat protection plans, a package of three')
    await settled(page)
    t.ok(
      asked.every((url) => url.startsWith(address)),
      'nothing is fetched from elsewhere',
    )
    await page.selectOption('#scenario', 'minimal')
    await page.click('.choosing button:has-text("Show")')
    await page.waitForSelector('h1:has-text("Conferencing, smallest case")')
    const before = await page.locator('[data-line="headline.netCashable"]').first().textContent()
    t.equal(before, '£2,568,991', 'net cashable as the contract has it')
    await typed(page, reduction, '0.25')
    const after = await page.locator('[data-line="headline.netCashable"]').first().textContent()
    t.not(after, before)
    t.match(
      await page.locator('#now').textContent(),
      /^Net cashable is now £[0-9,]+, £[0-9,]+ better than the saved case\. Worth doing\? Yes\. Pays for itself in cash\? Yes\.\s*$/,
    )
    t.match(page.url(), new RegExp(`set\\.${reduction.replaceAll('.', '\\.')}=0\\.25`), 'the address carries the change')
    for (const [ending, starts] of [
      ['xlsx', 'PK'],
      ['csv', 'section,owner'],
      ['yaml', 'id: minimal'],
      ['html', '<!doctype html>'],
      ['docx', 'PK'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`.downloads a[href*=".${ending}"]`)])
      const bytes = readFileSync(await download.path())
      t.equal(bytes.subarray(0, starts.length).toString(), starts, download.suggestedFilename())
    }
    t.same(complaints, [], 'the console is silent: nothing broke the content policy')
  })

  t.test('a slider moves everything, its box with it, and leaves one step to go back', async (t) => {
    const { page, complaints } = await visitWith(browser)
    await page.goto(start)
    const first = await page.locator('[data-line="headline.netCashable"]').first().textContent()
    const slider = page.locator(`.assumption:has([name="set.${reduction}"]) .slide`)
    await slider.focus()
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight')
    await page.waitForSelector('.state:not(:empty)')
    await until(() => page.evaluate("document.querySelector('.htmx-request') === null"))
    const box = await page.locator(`[name="set.${reduction}"]`).inputValue()
    t.equal(box, await slider.inputValue())
    t.ok(Number(box) > 0.192)
    t.equal(await page.evaluate('document.activeElement.className'), 'slide', 'the hand stays on the slider')
    await until(() => page.evaluate(`location.search.includes('${box}')`))
    for (let steps = 0; page.url() !== start && steps < 5; steps += 1) {
      const from = page.url()
      // The page is loaded anew in the middle of this.
      await page.evaluate('history.back()').catch(() => {})
      await until(() => page.url() !== from)
    }
    await page.waitForSelector(`[data-line="headline.netCashable"]:text-is("${first}") >> nth=0`)
    await page.waitForSelector(`[name="set.${reduction}"][value="0.192"]`)
    t.equal(await page.locator(`[name="set.${reduction}"]`).inputValue(), '0.192', 'and the box is as it was')
    t.same(complaints, [])
  })

  t.test('a slider on its way is followed, and steps into no history', async (t) => {
    const { page } = await visitWith(browser)
    await page.goto(start)
    const entries = await page.evaluate('history.length')
    const at = (await page.evaluate(
      `(() => { const slider = document.querySelector('.assumption:has([name="set.${reduction}"]) .slide'); slider.value = slider.max; slider.dispatchEvent(new Event('input', { bubbles: true })); return slider.value })()`,
    )) as string
    await page.waitForSelector('.state:not(:empty)')
    const other = await visitWith(browser)
    await other.page.goto(`${start}&set.${reduction}=${at}`)
    t.same(await figuresOf(page), await figuresOf(other.page), 'the figures are of where the slider is')
    t.equal(page.url(), start)
    t.equal(await page.evaluate('history.length'), entries)
  })

  t.test('a link that is copied shows the same figures elsewhere', async (t) => {
    const { page } = await visitWith(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.goto(start)
    await typed(page, reduction, '0.3')
    await page.locator('.switch input[type=checkbox]').first().focus()
    await page.click('.copy')
    await page.waitForSelector('#copied:has-text("Copied.")')
    const link = (await page.evaluate('navigator.clipboard.readText()')) as string
    const other = await visitWith(browser)
    await other.page.goto(link)
    t.same(await figuresOf(other.page), await figuresOf(page))
  })

  t.test('a wrong value is told beside its box, and the last good picture stays', async (t) => {
    const { page, complaints } = await visitWith(browser)
    await page.goto(start)
    const before = await figuresOf(page)
    await typed(page, reduction, '7')
    const row = page.locator(`.assumption:has([name="set.${reduction}"])`)
    t.match(
      await row.locator('.error').textContent(),
      /Cannot be used: 7 looks like a percentage; write 7% as 0\.07\. It takes a number from −1 to 1/,
    )
    t.equal(await page.locator(`[name="set.${reduction}"]`).getAttribute('aria-invalid'), 'true')
    t.match(await page.locator('#notice').textContent(), /not of these values/)
    t.same(await figuresOf(page), before)
    t.same(await violations(page), [])
    await row.locator('.back').click()
    await page.waitForSelector('#notice:empty', { state: 'attached' })
    t.equal(await page.locator(`[name="set.${reduction}"]`).inputValue(), '0.192')
    t.equal(await row.locator('.error').count(), 0)
    t.same(complaints, [])
  })

  t.test('the service goes away, and the page says so', async (t) => {
    const { page } = await visitWith(browser)
    await page.goto(start)
    await page.route(`${address}/`, (route) => route.abort())
    const box = page.locator(`[name="set.${reduction}"]`)
    await box.fill('0.2')
    await box.press('Tab')
    await page.waitForSelector('#trouble:has-text("the service cannot be reached")')
    await page.unroute(`${address}/`)
    await page.route(`${address}/`, (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }))
    await box.fill('0.21')
    await box.press('Tab')
    await page.waitForSelector('#trouble:has-text("the service answered 502")')
    await page.unroute(`${address}/`)
    await typed(page, reduction, '0.22')
    t.equal(await page.locator('#trouble').textContent(), '')
  })

  t.test('without JavaScript the same form works', async (t) => {
    const { page } = await visitWith(browser, { javaScriptEnabled: false })
    await page.goto(start)
    await page.fill(`[name="set.${reduction}"]`, '0.25')
    await page.click('.work-out >> nth=0')
    await page.waitForSelector('.changed-list')
    t.equal(page.url(), `${start}&set.${reduction}=0.25`, 'the address carries what is changed and nothing else')
    await page.click('text=Work out the chance of paying')
    t.match(await page.locator('#chance-part').textContent(), /not known/, 'this case has no ranges')
    await page.click(`button[name=back][value="${reduction}"]`)
    t.equal(await page.locator(`[name="set.${reduction}"]`).inputValue(), '0.192')
    await page.goto(`${start}&set.${reduction}=7`)
    t.match(await page.locator('.state .error').textContent(), /Cannot be used: 7 looks like a percentage/)
    t.equal(await page.locator('[data-line="headline.netCashable"]').first().textContent(), '£2,568,991', 'of the values that are legal')
  })

  t.test('a case of one’s own: opened, changed, downloaded', async (t) => {
    const { page, complaints } = await visitWith(browser)
    await page.goto(start)
    await page.click('summary:has-text("Open a case of your own")')
    await page.setInputFiles('#file', fixed('own-case.yaml'))
    await page.click('button:has-text("Open")')
    await page.waitForSelector('h1:has-text("A case of one’s own")')
    t.same(await violations(page), [])
    await page.click('.more summary')
    await typed(page, reduction, '0.25')
    t.match(await page.locator('#changes').textContent(), /No link can carry a case of your own/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('button[value=yaml]')])
    t.match(readFileSync(await download.path(), 'utf8'), /reduction: "?0\.25"?/)
    const [paper] = await Promise.all([page.waitForEvent('download'), page.click('button[value=docx]')])
    t.equal(paper.suggestedFilename(), 'cashable.docx')
    t.same(complaints, [])
    await page.click('summary:has-text("Open a case of your own")')
    await page.setInputFiles('#file', fixed('broken-case.yaml'))
    await page.click('button:has-text("Open")')
    await page.waitForSelector('.problem')
    t.match(await page.locator('main').textContent(), /broken-case\.yaml, line 3, column/)
    t.same(await violations(page), [])
  })

  t.test('with the keyboard alone', async (t) => {
    const { page } = await visitWith(browser)
    await page.goto(start)
    await page.keyboard.press('Tab')
    t.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to the figures')
    await page.keyboard.press('Enter')
    t.equal(await page.evaluate('document.activeElement.id'), 'main')
    let reached = false
    for (let press = 0; press < 60 && !reached; press += 1) {
      await page.keyboard.press('Tab')
      reached = (await page.evaluate(`document.activeElement.name === 'set.${reduction}'`)) as boolean
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
      if (outline !== 'solid') t.fail(`focus cannot be seen on ${await page.evaluate('document.activeElement.outerHTML.slice(0, 120)')}`)
    }
    t.ok(reached, 'Tab comes to the value')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('0.25')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.state:not(:empty)')
    t.equal(await page.evaluate('document.activeElement.name'), `set.${reduction}`, 'and stays on it')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    t.equal(await page.evaluate('document.activeElement.name'), 'back')
    await page.keyboard.press('Enter')
    await until(() => page.evaluate(`document.activeElement.name === 'set.${reduction}' && document.activeElement.value === '0.192'`))
  })

  t.test('320 pixels wide, and nothing wrong in any state', async (t) => {
    const { page, complaints } = await visitWith(browser, { viewport: { width: 320, height: 640 } })
    const states = {
      start: '/',
      changed: `/?scenario=minimal&set.${reduction}=0.25`,
      error: `/?scenario=minimal&set.${reduction}=7`,
      'nothing switched on': '/?scenario=minimal&set.interventions.fgc.included=false',
      'no such scenario': '/?scenario=nowhere',
      'a wrong path': '/?scenario=minimal&set.interventions.fgc.nothing=1',
      'an unknown option': '/?scenario=minimal&colour=blue',
    }
    for (const [state, path] of Object.entries(states)) {
      await page.goto(`${address}${path}`)
      if ((await page.locator('#chance-part').count()) > 0) await settled(page)
      await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
      t.ok(Number(await page.evaluate('document.scrollingElement.scrollWidth')) <= 320, `${state} fits`)
      t.same(await violations(page), [], state)
      const small = await page.evaluate(
        "[...document.querySelectorAll('button, select, summary, input:not([type=hidden]), nav a')].filter((each) => { const { width, height } = each.getBoundingClientRect(); return width > 0 && (width < 24 || height < 24) }).map((each) => each.outerHTML.slice(0, 100))",
      )
      t.same(small, [], 'and nothing to press is smaller than 24 pixels')
    }
    t.same(complaints, [])
  })
})

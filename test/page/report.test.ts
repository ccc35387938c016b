import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import t from 'tap'
import { browserFor, listening, noBrowser, visitWith } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }"

t.test('the report in a browser', { skip: noBrowser }, async (t) => {
  const address = await listening(t)
  const browser = await browserFor(t)
  for (const id of ['minimal', 'la5-package', 'la2-redeployed-neglect']) {
    t.test(`${id}: stands alone, fits 320 pixels, and leads from every figure to how it came about`, async (t) => {
      const { page, complaints } = await visitWith(browser, { viewport: { width: 320, height: 640 } })
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      const url = `${address}/v1/scenarios/${id}/appraise.html`
      await page.goto(url)
      t.same(asked, [url], 'nothing else is fetched')
      t.equal(await page.evaluate('document.scrollingElement.scrollWidth'), 320, 'the page does not scroll sideways')
      const lost = await page.evaluate(
        "[...document.querySelectorAll('a.figure')].filter((each) => document.getElementById(decodeURIComponent(each.hash.slice(1)))?.tagName !== 'TR').map((each) => each.hash)",
      )
      t.same(lost, [], 'every figure leads to a row that explains it')
      await page.locator('a.figure').first().click()
      t.equal(await page.evaluate("document.querySelector('tr:target')?.id"), 'explain-headline.grossAvoided')
      t.same(complaints, [], 'and the policy of the page refuses nothing')
      // The policy of the report lets no script run, so that axe is given a page without it.
      const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 640 } })
      const bare = await context.newPage()
      await bare.goto(url)
      await bare.evaluate(axe)
      const found = (await bare.evaluate(`axe.run(document, ${rules})`)) as { violations: { id: string; nodes: { html: string }[] }[] }
      t.same(
        found.violations.flatMap(({ id: rule, nodes }) => nodes.map(({ html }) => `${rule}: ${html.slice(0, 160)}`)),
        [],
      )
    })
  }
})

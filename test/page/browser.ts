import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { AppOptions } from '../../src/http/app.ts'
import { until } from '../http/program.ts'
import { service } from '../http/service.ts'

const program = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Why no browser can be tried here; false where one can. Debian has it as chromium. */
export const noBrowser: string | false = existsSync(program) ? false : 'SKIPPED: Chromium is not installed here: install chromium'

type Test = { teardown: (work: () => unknown) => void }

/** A browser, closed when the test ends. */
export async function browserFor(t: Test): Promise<Browser> {
  // Chromium refuses to hold back what runs in a page where it is started by root, as in a container.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: program, args })
  t.teardown(() => browser.close())
  return browser
}

/** The service, listening as a browser needs it. */
export async function listening(t: Test, options: Partial<AppOptions> = {}): Promise<string> {
  const app = await service(t, options)
  await app.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

/** A page, and what its console said that it should not have: errors, and what the content policy refused. */
export interface Visit {
  page: Page
  complaints: string[]
}

/** A page of its own. A status of 4xx that a test asks for is no complaint. */
export async function visitWith(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (
      ['error', 'warning'].includes(message.type()) &&
      !/the server responded with a status of 4\d\d|ERR_(FAILED|CONNECTION)/.test(message.text())
    )
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints }
}

/** Waits until the page has the chance of paying, or says why it has not. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('#chance-part:not([aria-busy]) .chances, #chance-part:not([aria-busy]) .empty')
}

/** Types a value into the box of a path and leaves it, and waits for what comes of it. */
export async function typed(page: Page, path: string, value: string): Promise<void> {
  const box = page.locator(`[name="set.${path}"]`)
  const answer = page.waitForResponse((response) => response.request().method() === 'POST' && new URL(response.url()).pathname === '/')
  await box.fill(value)
  await box.press('Tab')
  await answer
  await until(() => page.evaluate("document.querySelector('.htmx-request') === null"))
}

/** Every figure of the page: the line it is of, and its text. */
export async function figuresOf(page: Page): Promise<{ line: string; text: string }[]> {
  return await page
    .locator('[data-line]')
    .evaluateAll((all) => all.map((each) => ({ line: each.getAttribute('data-line') ?? '', text: each.textContent ?? '' })))
}

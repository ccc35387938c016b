import { chromium, type Page } from 'playwright-core'
import { start } from '../http/program.ts'

/*
 * npm run bench:page: the page in Chromium, with the service as it is started, on the reference scenario: what a first visit weighs and how long it
 * takes, and how long it is from a key pressed on a slider to charts drawn anew. The browser and the service share the machine.
 */

const presses = 40
/** A visit settles meanwhile: the chance that follows a change is drawn, and nothing runs. */
const pause = 1500
const endings: (() => unknown)[] = []
const program = await start({ teardown: (work) => void endings.push(work) }, { LOG_LEVEL: 'warn' })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const still = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** One visit: when the figures were there and when the chance was, in milliseconds, and what came in how many requests, headers and all. */
async function visited(page: Page) {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  const came = { bytes: 0, requests: 0 }
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    came.bytes += encodedDataLength
    came.requests += 1
  })
  const began = performance.now()
  await page.goto(`${program.address}/?scenario=la5-package`)
  const figures = performance.now() - began
  await page.waitForSelector('#chance-part:not([aria-busy]) .chances')
  const chance = performance.now() - began
  await still(500)
  await network.detach()
  return { figures, chance, ...came }
}

/** Milliseconds from a key pressed on the first slider to the next picture of the page that holds its answer. */
async function pressed(page: Page, key: string): Promise<number> {
  await page.locator('.slide').first().focus()
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && new URL(response.url()).pathname === '/')
  const began = performance.now()
  await page.keyboard.press(key)
  await (await answered).finished()
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
  return performance.now() - began
}

const whole = (milliseconds: number) => `${Math.round(milliseconds)} ms`
try {
  // The threads that are kept have started.
  await still(4000)
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  for (const name of ['first visit', 'a visit later']) {
    const { figures, chance, bytes, requests } = await visited(page)
    console.log(
      `${name.padEnd(14)} figures after ${whole(figures)}, the chance after ${whole(chance)}; ${Math.round(bytes / 1024)} KiB in ${requests} requests`,
    )
  }
  const times: number[] = []
  for (let place = 0; place < presses; place++) {
    times.push(await pressed(page, Math.floor(place / 4) % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'))
    await still(pause)
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => whole(times[Math.min(presses - 1, Math.floor(share * presses))] as number)
  console.log(
    `slider pressed to charts drawn, ${presses} presses: median ${at(0.5)}, p95 ${at(0.95)} (${at(0)} … ${at(1)}); Chromium ${browser.version()}`,
  )
} finally {
  await browser.close()
  for (const end of endings) await end()
}

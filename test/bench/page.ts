import { cpus } from 'node:os'
import { chromium } from 'playwright-core'
import { buildApp } from '../../src/http/app.ts'
import { modelVersion } from '../../src/version.ts'

/*
 * npm run bench:page: the page in Chromium, on the reference scenario: how long from a slider's move to charts that are drawn anew, what a first visit weighs, and
 * in how many requests it comes. The browser and the service share the machine.
 */

const moves = 30
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const app = await buildApp({ model: modelVersion(), scenarios: new URL('../../scenarios', import.meta.url).pathname })
const address = await app.listen({ port: 0, host: '127.0.0.1' })
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
page.setDefaultTimeout(60_000)

// Bytes as they travel, headers and all, as the browser counts them.
const network = await page.context().newCDPSession(page)
await network.send('Network.enable')
let bytes = 0
let requests = 0
network.on('Network.loadingFinished', ({ encodedDataLength }) => {
  bytes += encodedDataLength
  requests += 1
})
const settled = '#chance-part:not([aria-busy]) .chances'

const visit = async () => {
  const began = performance.now()
  await page.goto(`${address}/?scenario=la5-package`)
  const shown = performance.now() - began
  await page.waitForSelector(settled)
  return { shown, whole: performance.now() - began }
}
const first = await visit()
const weight = { bytes, requests }
const second = await visit()
const again = { bytes: bytes - weight.bytes, requests: requests - weight.requests }

// Whatever is drawn for a move is there when the sentence of what net cash is now has changed and the page has been laid out.
const moved = `async (place) => {
  const slider = document.querySelector('.slide')
  // What is swapped may be another element each time.
  const now = () => document.getElementById('now').textContent
  const before = now()
  const [low, high] = [Number(slider.min), Number(slider.max)]
  const began = performance.now()
  slider.value = String(low + ((high - low) * (1 + place)) / ${moves + 2})
  slider.dispatchEvent(new Event('input', { bubbles: true }))
  while (now() === before && performance.now() - began < 10000) await new Promise((resolve) => setTimeout(resolve, 2))
  document.body.getBoundingClientRect()
  return performance.now() - began
}`
const times: number[] = []
for (let place = 0; place < moves; place += 1) {
  times.push((await page.evaluate(`(${moved})(${place})`)) as number)
  await page.waitForSelector(settled)
  await new Promise((resolve) => setTimeout(resolve, 50))
}
times.sort((one, other) => one - other)
const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)] as number)
console.log(`${cpus().length} × ${cpus()[0]?.model}, Chromium ${browser.version()}`)
console.log(`first visit, nothing warm: figures after ${Math.round(first.shown)} ms, the chance after ${Math.round(first.whole)} ms`)
console.log(`a visit later: figures after ${Math.round(second.shown)} ms, the chance after ${Math.round(second.whole)} ms`)
console.log(
  `first visit: ${Math.round(weight.bytes / 1024)} KiB in ${weight.requests} requests; a visit later: ${Math.round(again.bytes / 1024)} KiB in ${again.requests}`,
)
console.log(`slider moved to charts drawn, ${moves} moves: median ${at(0.5)} ms, p95 ${at(0.95)} ms`)
await browser.close()
await app.close()

import { monitorEventLoopDelay } from 'node:perf_hooks'

/*
 * Loaded into the real program before it starts: tells its parent, when asked, how long the main thread was held up since it was last asked, and
 * how much memory is in use after a full collection.
 */

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()

process.on('message', async (question) => {
  if (question === 'delay') {
    // The question may come in before the clock has had a turn to see how late it is.
    await new Promise((resolve) => setTimeout(resolve, 15))
    process.send?.({ milliseconds: delay.max / 1e6 })
    delay.reset()
  } else {
    // A weak reference is let go of one turn after it is met, so that one collection is not enough.
    for (let turn = 0; turn < 4; turn += 1) {
      globalThis.gc?.()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { heapUsed, external, rss } = process.memoryUsage()
    process.send?.({ heapUsed, external, rss })
  }
})
// The question must not keep a stopping program alive.
process.channel?.unref()

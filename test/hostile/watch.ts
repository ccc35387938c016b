import { monitorEventLoopDelay } from 'node:perf_hooks'

/*
 * Loaded into the real program before it starts: tells its parent, when asked, how long the main thread was held up since it was last asked, and
 * how much memory is in use after a full collection.
 */

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()

/** Milliseconds that the main thread has run; far more where the engine does not say (Node before 23.9). */
function used(): number {
  const { threadCpuUsage } = process as unknown as { threadCpuUsage?: () => { user: number; system: number } }
  if (threadCpuUsage === undefined) return performance.now() * 1e6
  const { user, system } = threadCpuUsage.call(process)
  return (user + system) / 1000
}
let before = 0

process.on('message', async (question) => {
  if (question === 'delay') {
    // The question may come in before the clock has had a turn to see how late it is.
    await new Promise((resolve) => setTimeout(resolve, 15))
    // On a busy machine a clock is late because others run: the thread itself cannot have been busy for longer than it ran.
    const ran = used()
    process.send?.({ milliseconds: Math.min(delay.max / 1e6, ran - before) })
    delay.reset()
    before = used()
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

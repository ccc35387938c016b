import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { Gauge } from 'prom-client'
import type { Meters } from './meters.ts'

/** How often the delay is looked at, in milliseconds; what is shown is the delay beyond it. */
const resolution = 10
const quantiles = [50, 99, 100] as const

/** Measures how late the event loop comes to its work, from one look at the meters to the next. It begins when the service listens. */
export function meterLoopDelay(app: FastifyInstance, { registry }: Meters): void {
  const delay = monitorEventLoopDelay({ resolution })
  app.addHook('onListen', async () => void delay.enable())
  app.addHook('onClose', async () => void delay.disable())
  new Gauge({
    name: 'cashable_event_loop_delay_seconds',
    help: 'How late the event loop was, since the last time this was read: the middle, the 99th of a hundred and the most.',
    labelNames: ['quantile'],
    registers: [registry],
    collect() {
      for (const quantile of quantiles) {
        const nanoseconds = delay.count === 0 ? 0 : quantile === 100 ? delay.max : delay.percentile(quantile)
        this.set({ quantile: String(quantile / 100) }, Math.max(0, nanoseconds / 1e9 - resolution / 1e3))
      }
      delay.reset()
    },
  })
}

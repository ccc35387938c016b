import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import closeWithGrace from 'close-with-grace'
import { type AccessSettings, readAccessSettings } from './http/access/settings.ts'
import { buildApp } from './http/app.ts'
import { caughtUp } from './http/catch-up.ts'
import { hangDoor } from './http/door.ts'
import { framesOf } from './http/frames.ts'
import { misspeltSettings } from './http/misspelt-settings.ts'
import { lastingStream } from './http/seeing/lasting-stream.ts'
import { seeingOptions } from './http/seeing/seeing-settings.ts'
import { readSettings, type Settings } from './http/settings.ts'
import { readLimits, readWork } from './http/work-settings.ts'
import { modelVersion } from './version.ts'

/** How long work that has begun may take to end after a signal to stop. */
const graceMilliseconds = 30_000

/** Starts the service and says so in one line on stdout; logs go to stderr. */
async function start({ host, port, logLevel, drainSeconds }: Settings, access: AccessSettings): Promise<void> {
  let ready = true
  const model = modelVersion()
  const log = lastingStream(process.stderr)
  // Nobody may be left to read where the service listens.
  process.stdout.on('error', () => {})
  const app = await buildApp({
    model,
    scenarios: fileURLToPath(new URL('../scenarios', import.meta.url)),
    logger: { level: logLevel, stream: log },
    isReady: () => ready,
    access: { settings: access },
    seeing: { ...(await seeingOptions(process.env, model)), logLinesLost: log.lost },
    limits: readLimits(process.env),
    work: readWork(process.env),
  })
  for (const said of misspeltSettings(process.env)) app.log.warn(said)
  const door = hangDoor(app)
  await app.listen({ host, port })
  closeWithGrace({ delay: graceMilliseconds + drainSeconds * 1000, logger: false }, async ({ signal, err }) => {
    ready = false
    if (err) app.log.fatal({ error: err.name, at: framesOf(err.stack) }, 'stopping after an error that nobody caught')
    else app.log.info({ signal }, 'stopping')
    await pause(drainSeconds * 1000)
    await door.shut()
    await caughtUp(app.server)
    await app.close()
    app.log.info('stopped')
  })
  const { address, family, port: taken } = app.server.address() as AddressInfo
  process.stdout.write(`cashable listens on http://${family === 'IPv6' ? `[${address}]` : address}:${taken}\n`)
}

try {
  const settings = readSettings(process.env)
  await start(settings, readAccessSettings(process.env, settings.host))
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  process.stderr.write(`cashable cannot start: ${code === 'EADDRINUSE' ? 'something else listens on this HOST and PORT.' : message}\n`)
  process.exitCode = 1
}

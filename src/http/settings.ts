/** Where and how the service runs, as its surroundings say. */
export interface Settings {
  host: string
  port: number
  logLevel: string
  /** How long the service goes on taking work after it has said that it is no longer ready. */
  drainSeconds: number
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads HOST, PORT, LOG_LEVEL and DRAIN_SECONDS. Throws a plain sentence where one of them makes no sense. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const { HOST, PORT, LOG_LEVEL, DRAIN_SECONDS } = environment
  const logLevel = LOG_LEVEL || 'info'
  if (!logLevels.includes(logLevel)) throw new Error(`LOG_LEVEL is one of ${logLevels.join(', ')}, and not ${JSON.stringify(logLevel)}.`)
  return {
    host: HOST || '127.0.0.1',
    port: wholeNumber('PORT', PORT || '8080', 65535),
    logLevel,
    drainSeconds: wholeNumber('DRAIN_SECONDS', DRAIN_SECONDS || '0', 300),
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  if (!/^[0-9]{1,5}$/.test(text) || Number(text) > most) {
    throw new Error(`${name} is a whole number from 0 to ${most}, and not ${JSON.stringify(text)}.`)
  }
  return Number(text)
}

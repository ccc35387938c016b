import { accessSync, constants, statSync } from 'node:fs'
import type { ModelVersion } from '../../answers/model-version.ts'
import type { SeeingOptions } from './seeing.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads CHECK_BUNDLES and OTEL_EXPORTER_OTLP_ENDPOINT, and loads what traces only where they are asked for. Throws a plain sentence where one of
 * them makes no sense.
 */
export async function seeingOptions(environment: Environment, model: ModelVersion): Promise<SeeingOptions> {
  const checkBundles = environment.CHECK_BUNDLES || undefined
  if (checkBundles !== undefined && !isWritableFolder(checkBundles)) {
    throw new Error(`CHECK_BUNDLES is a folder that the service may write to, and not ${JSON.stringify(checkBundles)}.`)
  }
  const collector = collectorOf(environment)
  return { checkBundles, tracing: collector === undefined ? undefined : (await import('./otlp.ts')).otlpTracing(model, environment) }
}

/** The collector of traces that the surroundings name; undefined where they name none. */
function collectorOf(environment: Environment): string | undefined {
  for (const name of ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT']) {
    const address = environment[name]
    if (!address) continue
    if (!URL.canParse(address) || !/^https?:/.test(address)) {
      throw new Error(`${name} is an address that begins with http:// or https://, and not ${JSON.stringify(address)}.`)
    }
    return address
  }
  return undefined
}

function isWritableFolder(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK)
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

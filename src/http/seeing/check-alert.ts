import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hashOf } from '../../answers/appraise.ts'
import type { CheckFailure, CheckResult } from '../../answers/checked.ts'
import type { ModelVersion } from '../../answers/model-version.ts'
import type { CompleteCase } from '../../case/complete.ts'
import type { BundleFolder } from './bundle-folder.ts'
import type { Meters } from './meters.ts'
import { withoutIds } from './without-ids.ts'

/** Tells whoever runs the service that a check failed. */
export type CheckAlert = (failure: CheckFailure, request: FastifyRequest) => void

const decorator = 'checkAlert'
/** One fault may fail hundreds of checks; a log line lists this many, a bundle all of them. */
const mostTold = 20

/** Makes every failed check an alert: a count, and a line in the log that names the case by its hash; and a bundle, where there is a folder for it. */
export function alertOfChecks(app: FastifyInstance, meters: Meters, model: ModelVersion, bundles: BundleFolder | undefined): void {
  app.decorate(decorator, ((failure, request) => {
    const { failed, complete } = failure
    for (const { id } of failed) meters.checkFailures.inc({ check: kindOf(id) })
    const caseHash = complete === undefined ? 'unknown' : hashOf(complete)
    const told = failed.slice(0, mostTold).map((check) => ({ ...written(check), line: withoutIds(check.id, complete) }))
    const about = { event: 'check-failed', caseHash, model, failed: failed.length, checks: told }
    request.log.error(about, 'a check failed, and no number was given')
    if (bundles !== undefined && complete !== undefined)
      void bundles.keep(bundleOf(failure, complete, caseHash, model, request), request.log)
  }) satisfies CheckAlert)
}

/** Tells of a failed check that came about in a request. */
export function tellOfCheck(failure: CheckFailure, request: FastifyRequest): void {
  request.server.getDecorator<CheckAlert>(decorator)(failure, request)
}

/** A bundle: everything that is needed to see the failure again, the case included. */
function bundleOf({ failed }: CheckFailure, complete: CompleteCase, caseHash: string, model: ModelVersion, request: FastifyRequest) {
  return {
    about: 'A check of cashable failed on this case, so that no number was given. Appraise `case` with this version to see it again.',
    event: 'check-failed',
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    model,
    node: process.version,
    caseHash,
    checks: failed.map((check) => ({ ...written(check), line: check.id })),
    case: complete,
  }
}

function written({ left, right, difference, tolerance }: CheckResult) {
  return { left: left.toFixed(), right: right.toFixed(), difference: difference.toFixed(), tolerance: tolerance.toFixed() }
}

/** The kind of a check: the first word of its id, which is ours. */
function kindOf(id: string): string {
  return id.split('.')[0] as string
}

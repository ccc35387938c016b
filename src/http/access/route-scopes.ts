import type { Scope } from '../../keys/scopes.ts'
import { formType, workbookType } from '../upload-schemas.ts'

/** Addresses that tell nothing but how to use the service and how it is, and what the page is dressed with; a load balancer and a reader have no key. */
const open = /^(\/page\/[0-9a-f]{16}\/.*|\/page\/sign-(in|out)|\/openapi\.json|\/docs(\/.*)?|\/health\/.*|\/version)$/
/** Questions that take many appraisals to answer. */
const many = /\/(simulate|sensitivity|break-even|compare|choose|page\/chance)$/

/**
 * The scopes that a route needs, by its pattern; none where anyone may call it. A route that nobody thought of here needs one, rather than
 * standing open.
 */
export function scopesOfRoute(pattern: string): readonly Scope[] {
  if (open.test(pattern)) return []
  if (pattern === '/metrics') return ['metrics']
  if (pattern === '/v1/batch') return ['appraise', 'upload']
  return [many.test(pattern) ? 'simulate' : 'appraise']
}

/** The scopes that a request needs: those of its route, and `upload` where its body is a file. */
export function scopesOfRequest(pattern: string, contentType: string | undefined): readonly Scope[] {
  const needed = scopesOfRoute(pattern)
  if (needed.length === 0 || needed.includes('upload') || !isFile(contentType ?? '')) return needed
  return [...needed, 'upload']
}

/** Whether a body is a workbook or a form of files. A header that only holds such a type counts: no reader here may be more generous. */
export function isFile(contentType: string): boolean {
  const type = contentType.toLowerCase()
  return type.includes(workbookType) || type.includes(formType)
}

import { follow, isFound, type NotFound, whyNotFound } from '../paths.ts'
import { pointerOf } from '../pointer.ts'
import { rendered } from '../problem.ts'
import { each, type Rule, type RuleFinding } from './rule.ts'

const expected = 'the paths of two different quantities with ranges'

/**
 * A correlation joins two different quantities of the case, and no two are joined twice. One that has no range (a variant may have set
 * it to a plain number) leaves the correlation without effect, which is a warning and no error.
 */
export const correlatedRanges: Rule = (theCase) => {
  const pairs = new Set<string>()
  return each(theCase.correlations, '/correlations').flatMap(({ item, at }) => {
    const [one, other] = item.between ?? []
    const findings = [one, other].flatMap((path, index) => (path === undefined ? [] : rangeAt(theCase, path, `${at}/between/${index}`)))
    if (findings.length > 0 || one === undefined || other === undefined) return findings
    const refuse = (message: string): RuleFinding[] => [{ pointer: `${at}/between`, message, got: `${one}, ${other}`, expected }]
    if (one === other) return refuse('A range is not correlated with itself; name two different ranges.')
    const pair = [one, other].sort().join()
    if (pairs.has(pair)) return refuse('These two ranges are correlated twice; keep one.')
    pairs.add(pair)
    return []
  })
}

function rangeAt(theCase: unknown, path: string, pointer: string): RuleFinding[] {
  const result = follow(theCase, path)
  const reads = [pointer, ...(isFound(result) ? [pointerOf(result.steps)] : readsOf(result))]
  if (!isFound(result)) return [{ pointer, message: whyNotFound(theCase, path, result), got: rendered(path), expected, reads }]
  const { value, field } = result
  const isQuantity = field.is === 'quantity' || field.is === 'rates'
  if (isQuantity && value !== undefined) return []
  const found = value === undefined ? 'is not given in the case' : 'is not a number'
  return [{ pointer, message: `${path} ${found}; a correlation joins two ranges.`, got: rendered(path), expected, reads }]
}

/** What a path that leads nowhere was looked for in: the ids of a list, or the key of an object. */
function readsOf({ within, part }: NotFound): string[] {
  const holder = pointerOf(within.steps)
  if (!Array.isArray(within.value)) return [`${holder}/${part}`]
  return within.value.flatMap((_, index) => ['id', 'demand'].map((key) => `${holder}/${index}/${key}`))
}

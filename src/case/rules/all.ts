import type { Finding } from '../messages.ts'
import { isWithin, pointerAbove } from '../pointer.ts'
import { soundParts } from '../sound.ts'
import { correlatedRanges } from './correlations.ts'
import { datesOfPayments, endAfterStart } from './dates.ts'
import { effectsOnDemands, holdWithinWindow } from './effects.ts'
import { waysOfStatingEntries } from './entries.ts'
import { grantsWithinHorizon } from './funding.ts'
import { uniqueIds } from './ids.ts'
import { deflatorsForYears, inflationWithoutGaps } from './prices.ts'
import { referredAmounts, referredGrants } from './references.ts'
import type { Rule } from './rule.ts'
import { capacityNeedsMonths, oneWayToDiscount, placesOfBudget, profileOfCustomCurve, releaseOfEntries } from './together.ts'

/** Every rule about several fields at once. */
export const rules: readonly Rule[] = [
  uniqueIds,
  waysOfStatingEntries,
  placesOfBudget,
  releaseOfEntries,
  effectsOnDemands,
  holdWithinWindow,
  endAfterStart,
  datesOfPayments,
  capacityNeedsMonths,
  profileOfCustomCurve,
  oneWayToDiscount,
  inflationWithoutGaps,
  referredAmounts,
  referredGrants,
  deflatorsForYears,
  grantsWithinHorizon,
  correlatedRanges,
]

/**
 * What the rules have against a case. Each rule sees the well-formed parts only, and a finding that rests on a malformed part
 * (one of `malformed`) is dropped, so that one mistake gives one message.
 */
export function ruleFindings(value: unknown, malformed: readonly Finding[]): Finding[] {
  const bad = malformed.flatMap(notSound)
  const sound = soundParts(value, bad)
  const rests = (read: string) => bad.some((pointer) => isWithin(read, pointer) || isWithin(pointer, read))
  return rules.flatMap((rule) => rule(sound)).filter(({ pointer, reads = [pointer] }) => !reads.some(rests))
}

/** What a finding leaves in doubt: the value it is about, and the key that was meant. */
function notSound({ pointer, meant, isKey }: Finding): string[] {
  const value = isKey === true ? pointer : judgedWith(pointer)
  return meant === undefined ? [value] : [value, judgedWith(meant)]
}

/** Of an object whose kind is not known, nothing else was judged either. */
function judgedWith(pointer: string): string {
  return pointer.endsWith('/kind') ? pointerAbove(pointer) : pointer
}

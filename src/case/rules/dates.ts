import type { InterventionCost, Saving } from '../schema.ts'
import type { Sound } from '../sound.ts'
import { each, type Rule, type RuleFinding } from './rule.ts'

/** An intervention does not end before it starts. */
export const endAfterStart: Rule = ({ start: caseStart, interventions }) =>
  each(interventions, '/interventions').flatMap(({ item, at }) => {
    const start = item.start ?? caseStart
    if (item.end === undefined || start === undefined || item.end >= start) return []
    const message = `The intervention ends in ${item.end}, before it starts in ${start}.`
    const reads = [`${at}/end`, `${at}/start`]
    return [{ pointer: `${at}/end`, message, got: item.end, expected: `${start} or later`, reads }]
  })

/** `month` goes with what is paid once, `from` and `to` with what is paid every year; `to` does not come before the first month. */
export const datesOfPayments: Rule = ({ start: caseStart, interventions }) =>
  each(interventions, '/interventions').flatMap(({ item, at: owner }) => {
    const start = item.start ?? caseStart
    return [
      ...each(item.costs, `${owner}/costs`).flatMap(({ item: cost, at }) => datesOf(cost, at, owner, start, ['to', 'from'])),
      ...each(item.savings, `${owner}/savings`).flatMap(({ item: saving, at }) => datesOf(saving, at, owner, start, ['to'])),
    ]
  })

function datesOf(
  line: Sound<InterventionCost> | Sound<Saving>,
  at: string,
  owner: string,
  start: string | undefined,
  yearly: ('from' | 'to')[],
): RuleFinding[] {
  const { per, month, from, to } = line
  if (per === undefined) return []
  const findings: RuleFinding[] = []
  const refuse = (key: 'month' | 'from' | 'to', message: string, expected: string) =>
    findings.push({ pointer: `${at}/${key}`, message, got: String(line[key]), expected })
  if (month !== undefined && per !== 'once')
    refuse('month', `month goes with per: once, and this is paid per ${per}.`, `no month with per: ${per}`)
  if (per !== 'year') {
    for (const key of yearly) {
      if (line[key] !== undefined)
        refuse(key, `${key} goes with per: year, and this is paid ${per === 'once' ? 'once' : `per ${per}`}.`, `no ${key} with per: ${per}`)
    }
    return findings
  }
  const first = from ?? start
  if (to === undefined || first === undefined || to >= first) return findings
  const message = `The last month, ${to}, comes before the first, ${first}${from === undefined ? ", the intervention's start" : ''}.`
  const reads = [`${at}/to`, `${at}/from`, `${owner}/start`]
  return [...findings, { pointer: `${at}/to`, message, got: to, expected: `${first} or later`, reads }]
}

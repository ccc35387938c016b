import { nearest, wordList } from '../nearest.ts'
import { rendered } from '../problem.ts'
import type { EntriesEffect } from '../schema.ts'
import type { Sound } from '../sound.ts'
import { each, type Rule } from './rule.ts'

/** Every effect names a demand of the case, and an intervention has at most one effect of each kind on a demand. */
export const effectsOnDemands: Rule = ({ demand, interventions }) => {
  const ids = each(demand, '/demand').flatMap(({ item }) => item.id ?? [])
  const demandIds = (demand ?? [undefined]).map((_, index) => `/demand/${index}/id`)
  return each(interventions, '/interventions').flatMap(({ item: intervention, at: owner }) => {
    const pairs = new Set<string>()
    return each(intervention.effects, `${owner}/effects`).flatMap(({ item, at }) => {
      if (item.demand === undefined) return []
      if (!ids.includes(item.demand)) {
        const near = nearest(item.demand, ids)
        const advice =
          ids.length === 0
            ? 'The case has no demand.'
            : near === undefined
              ? `The demands are ${wordList(ids, 'and')}.`
              : `Did you mean ${near}?`
        const finding = {
          pointer: `${at}/demand`,
          message: `There is no demand ${rendered(item.demand)}. ${advice}`,
          got: rendered(item.demand),
          expected: ids.length === 0 ? 'the id of a demand of this case' : wordList(ids),
        }
        return [{ ...finding, reads: demandIds }]
      }
      const kind = item.kind ?? 'entries'
      const pair = `${kind} ${item.demand}`
      if (!pairs.has(pair)) {
        pairs.add(pair)
        return []
      }
      const message = `The intervention has two effects of kind ${kind} on the demand ${item.demand}; join them into one.`
      return [
        {
          pointer: at,
          message,
          got: `a second effect on ${item.demand}`,
          expected: 'at most one effect of each kind on a demand',
          reads: [],
        },
      ]
    })
  })
}

/** An effect cannot hold longer than the window it was measured over. */
export const holdWithinWindow: Rule = ({ interventions }) =>
  each(interventions, '/interventions').flatMap(({ item: intervention, at: owner }) =>
    each(intervention.effects, `${owner}/effects`).flatMap(({ item, at }) => {
      const { holdMonths, windowMonths } = item as Sound<EntriesEffect>
      if (holdMonths === undefined || windowMonths === undefined || holdMonths <= windowMonths) return []
      const message = `The effect holds for ${holdMonths} months, longer than the ${windowMonths} months it was measured over.`
      return [{ pointer: `${at}/holdMonths`, message, got: `${holdMonths}`, expected: `at most windowMonths, ${windowMonths}` }]
    }),
  )

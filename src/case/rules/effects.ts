import { nearest, wordList } from '../nearest.ts'
import { rendered } from '../problem.ts'
import { about, each, type Rule } from './rule.ts'

/** Every effect names a demand of the case, and an intervention has at most one effect of each kind on a demand. */
export const effectsOnDemands: Rule = ({ demand, interventions }) => {
  const ids = (demand ?? []).flatMap((each) => (each?.id === undefined ? [] : [each.id]))
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
        return [{ ...finding, reads: [`${at}/demand`, ...demandIds] }]
      }
      const kind = item.kind ?? 'entries'
      const pair = `${kind} ${item.demand}`
      if (!pairs.has(pair)) {
        pairs.add(pair)
        return []
      }
      const message = `The intervention has two effects of kind ${kind} on the demand ${item.demand}; join them into one.`
      return [
        about(at, ['kind', 'demand'], {
          pointer: at,
          message,
          got: `a second effect on ${item.demand}`,
          expected: 'at most one effect of each kind on a demand',
        }),
      ]
    })
  })
}

/** An effect cannot hold longer than the window it was measured over. */
export const holdWithinWindow: Rule = ({ interventions }) =>
  each(interventions, '/interventions').flatMap(({ item: intervention, at: owner }) =>
    each(intervention.effects, `${owner}/effects`).flatMap(({ item, at }) => {
      if (
        !('holdMonths' in item) ||
        item.holdMonths === undefined ||
        item.windowMonths === undefined ||
        item.holdMonths <= item.windowMonths
      )
        return []
      const message = `The effect holds for ${item.holdMonths} months, longer than the ${item.windowMonths} months it was measured over.`
      return [
        about(at, ['holdMonths', 'windowMonths'], {
          pointer: `${at}/holdMonths`,
          message,
          got: `${item.holdMonths}`,
          expected: `at most windowMonths, ${item.windowMonths}`,
        }),
      ]
    }),
  )

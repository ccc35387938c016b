import { itemId } from '../list-ids.ts'
import { rendered } from '../problem.ts'
import { each, type Rule, type RuleFinding } from './rule.ts'

/** Ids are unique in their list, the ids that effects have by default among them. */
export const uniqueIds: Rule = ({ demand, interventions, funding, ...rest }) => {
  const variants = (rest as { variants?: (object | undefined)[] }).variants
  return [
    ...repeated(demand, '/demand', 'demand'),
    ...each(demand, '/demand').flatMap(({ item, at }) => repeated(item.costs, `${at}/costs`, 'costs')),
    ...repeated(interventions, '/interventions', 'interventions'),
    ...each(interventions, '/interventions').flatMap(({ item, at }) => [
      ...repeated(item.effects, `${at}/effects`, 'effects'),
      ...repeated(item.costs, `${at}/costs`, 'costs'),
      ...repeated(item.savings, `${at}/savings`, 'savings'),
    ]),
    ...repeated(funding, '/funding', 'funding'),
    ...repeated(variants, '/variants', 'variants'),
  ]
}

function repeated(list: readonly (object | undefined)[] | undefined, pointer: string, listKey: string): RuleFinding[] {
  const firsts = new Map<string, { at: string; item: object }>()
  return each(list, pointer).flatMap(({ item, at }) => {
    const id = itemId(item, listKey)
    if (id === undefined) return []
    const first = firsts.get(id)
    if (first === undefined) {
      firsts.set(id, { at, item })
      return []
    }
    // Two effects of one kind on one demand are told by the rule on effects.
    if (samePair(first.item, item)) return []
    const whose = 'id' in item ? 'The id' : 'The default id'
    const message = `${whose} ${rendered(id)} is used twice in ${listKey}; give each its own${'id' in item ? '' : ' with the key id'}.`
    const reads = [`${first.at}/id`, `${at}/id`]
    return [{ pointer: 'id' in item ? `${at}/id` : at, message, got: rendered(id), expected: 'an id used once in its list', reads }]
  })
}

/** Whether two effects are of one kind on one demand, which nothing else is. */
function samePair(one: object, other: object): boolean {
  const { kind = 'entries', demand } = one as { kind?: string; demand?: string }
  const { kind: otherKind = 'entries', demand: otherDemand } = other as { kind?: string; demand?: string }
  return kind === otherKind && demand === otherDemand && demand !== undefined
}

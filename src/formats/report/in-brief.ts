import { direction, numberOf } from '../sentences/amounts.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { type Block, paragraph, row, table } from './document.ts'
import { inSixes } from './names.ts'
import type { Paper } from './paper.ts'
import type { Teller } from './teller.ts'
import { wordList } from './words.ts'

const lines = [
  ['Cashable', 'cashable'],
  ['Grants', 'grants'],
  ['less: Cost', 'cost'],
  ['Net cash', 'net'],
] as const

/** The first six years with the years across, as a plan for the medium term has them: for the summary; nothing where no cash moves. */
export function yearsInBrief({ answer: { years } }: Paper, tell: Teller): Block[] {
  const isStill = years.every(({ cash }) => lines.every(([, name]) => direction(cash[name].value) === 0))
  if (isStill) return []
  const [some = []] = inSixes(years.map(({ year }) => year))
  const isAll = some.length === years.length
  const which = isAll ? '' : `, the first ${some.length} of ${numberOf(years.length, 'year')}`
  const totals = { cashable: 'headline.cashable', grants: 'headline.grants', cost: 'headline.cost', net: 'headline.netCashable' }
  const inBrief = table(
    `Cash by year, £${which}`,
    ['Cash', ...some.map((year) => `#${year}`), ...(isAll ? ['#Total'] : [])],
    lines.map(([label, name]) =>
      row([label, ...some.map((year) => tell.whole(`financial.${name}@${year}`)), ...(isAll ? [tell.whole(totals[name])] : [])], {
        ...(name === 'net' ? { look: 'total' as const } : {}),
      }),
    ),
  )
  return [inBrief]
}

/** Whose decisions the cash rests on; nothing where there is none. */
export function decisionsInBrief({ complete, answer }: Paper): Block[] {
  if (direction(answer.headline.cashable.value) !== 1) return []
  const { body, demand, interventions } = complete
  const plans = [
    ...demand.flatMap(({ costs }) => costs.filter(({ value, funder }) => value === 'fiscal' && funder === body)),
    ...interventions.filter(({ included }) => included).flatMap(({ savings }) => savings.filter(({ funder }) => funder === body)),
  ].flatMap(({ release }) => (release === undefined ? [] : [release]))
  if (plans.length === 0) return []
  const owners = [...new Set(plans.map(({ owner }) => owner))]
  const sentence: Sentence = [
    `What is cash rests on ${numberOf(plans.length, 'decision')} to take money out of a budget, to be made by: ${wordList(owners)}. The release plan says what each does, and from when.`,
  ]
  return [paragraph(sentence)]
}

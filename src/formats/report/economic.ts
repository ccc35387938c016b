import { direction } from '../sentences/amounts.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { type Block, heading, note, paragraph, row, table } from './document.ts'
import type { Paper } from './paper.ts'
import type { Teller } from './teller.ts'

/** The economic case: what everyone together spends and avoids, in the money of one year, discounted. */
export function economicCase(paper: Paper, tell: Teller): Block[] {
  const { answer } = paper
  const { economic, conventions, years } = answer
  const isWider = !economic.public.pvBenefit.value.equals(economic.fiscal.pvBenefit.value)
  const views = isWider ? (['fiscal', 'public'] as const) : (['fiscal'] as const)
  const line = (label: string, name: 'pvBenefit' | 'pvCost' | 'npv', look?: 'total') =>
    row([label, ...views.map((view) => tell.whole(`economic.${view}.${name}`))], look === undefined ? {} : { look })
  const ratio = row(['Benefits for each £1 of cost', ...views.map((view) => tell.pence(`economic.${view}.bcr`))])
  const way = direction(economic.pvFixed.value)
  const fixed: Sentence[] =
    way === 0
      ? []
      : [
          [
            'Fixed cost of ',
            tell.size('economic.pvFixed'),
            way === 1
              ? ' in present value is avoided on paper and frees nothing, so it is no benefit.'
              : ' in present value would be added on paper and is not, because it does not rise with numbers; it is left out.',
          ],
        ]
  return [
    heading(2, 'Economic case', 'economic'),
    paragraph(verdict(paper, tell)),
    table(
      `Present values in ${conventions.priceBase} prices, all funders`,
      ['Figure', 'Budgets alone £', ...(isWider ? ['With economic and social value £'] : [])],
      [
        line('Present value of benefits', 'pvBenefit'),
        line('Present value of costs', 'pvCost'),
        line('Net present value', 'npv', 'total'),
        ratio,
      ],
    ),
    table(
      `Year by year, in ${conventions.priceBase} prices before discounting`,
      ['Year', 'Benefits £', ...(isWider ? ['With wider value £'] : []), 'Cost to all funders £', '#Discount factor'],
      years.map(({ year }) =>
        row([
          year,
          ...views.map((view) => tell.whole(`economic.${view}.benefitReal@${year}`)),
          tell.whole(`economic.costReal@${year}`),
          tell.factor(`economic.discountFactor@${year}`),
        ]),
      ),
    ),
    note(
      [
        'Benefits are all that is avoided and can move, whoever bears it and whether or not it is cash; costs are everyone’s, redeployed staff included; grants only move money between budgets, and are left out.',
      ],
      ...fixed,
    ),
  ]
}

function verdict({ answer }: Paper, tell: Teller): Sentence {
  const { economic } = answer
  const way = direction(economic.fiscal.npv.value)
  const benefit = direction(economic.fiscal.pvBenefit.value)
  const spent: Sentence = ['spends ', tell.pounds('economic.fiscal.pvCost')]
  const avoided: Sentence =
    benefit === -1 ? ['adds ', tell.size('economic.fiscal.pvBenefit'), ' of cost'] : ['avoids ', tell.pounds('economic.fiscal.pvBenefit')]
  const left: Sentence =
    way === 0
      ? ['so the two are even.']
      : [
          'so the net present value is ',
          tell.pounds('economic.fiscal.npv'),
          way === 1 ? ': more is avoided than is spent.' : ': more is spent than is avoided.',
        ]
  return ['For all funders together, in present value, the package ', ...spent, ' and ', ...avoided, ', ', ...left]
}

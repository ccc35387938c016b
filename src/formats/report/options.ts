import type { ShownPackage } from '../../answers/choosing/shown.ts'
import type { ComparedCase } from '../../answers/compare.ts'
import { frontierChart } from '../charts/frontier.ts'
import { frontierOf } from '../charts/question-data.ts'
import type { Figure } from '../figure.ts'
import { numberOf, wholePounds } from '../sentences/amounts.ts'
import { told } from '../sentences/sentence.ts'
import { paybackInWords } from '../sentences/verdicts.ts'
import { type Block, chart, heading, note, paragraph, type Row, row, state, table } from './document.ts'
import { called, interventionCalled } from './names.ts'
import type { Paper } from './paper.ts'
import type { Teller } from './teller.ts'

const figures = ['grossAvoided', 'cashable', 'cost', 'netCashable', 'npv'] as const

/** The options: doing nothing, the package, the variants of the scenario, and the packages that can be made of the interventions. */
export function options(paper: Paper, tell: Teller): Block[] {
  const { compared } = paper
  const { doNothing, variants } = compared
  const headings = ['Option', 'Gross avoided £', 'Cashable £', 'Cost £', 'Net cashable £', 'NPV £', 'Paid back']
  const changed = variants.map((variant) => [`${called(variant)}: ${variant.sentence.replace(/^It /, 'it ')}`])
  return [
    heading(2, 'Options', 'options'),
    table('The options side by side, over the horizon', headings, [
      optionRow('Do nothing', doNothing.headline, 'nothing to pay back'),
      packageRow(paper, tell),
      ...variants.map((variant) => optionRow(called(variant), variant.headline)),
    ]),
    ...(variants.length === 0
      ? [
          state([
            'The case has no variants, so the package is compared with doing nothing alone. Add variants to the case to set a slower start, fewer referrals or a dearer place beside it.',
          ]),
        ]
      : [note(['What each variant changes, and what that does:']), { is: 'list', items: changed.map((sentence) => [sentence]) } as Block]),
    ...packages(paper),
  ]
}

function packageRow({ answer }: Paper, tell: Teller): Row {
  const cells = figures.map((name) => tell.whole(name === 'npv' ? 'economic.fiscal.npv' : `headline.${name}`))
  return row(['The package', ...cells, [told(paybackInWords(answer.headline), 'headline.paybackMonth')]], { look: 'total' })
}

function optionRow(name: string, headline: ComparedCase['headline'], back = paybackInWords(headline)): Row {
  return row([name, ...figures.map((figure) => wholePounds(headline[figure].value)), back])
}

/** Which of the interventions would be worth most together. */
function packages(paper: Paper): Block[] {
  const { choice, complete } = paper
  const top = heading(3, 'Which interventions together', 'packages')
  if ('none' in choice) {
    if (choice.none === 'one or none') {
      const included = complete.interventions.filter((each) => each.included)
      const [only] = included
      const what = only === undefined ? 'no intervention' : `one intervention, ${called(only)}`
      return [top, state([`The package has ${what}: there are no others to choose among.`])]
    }
    return [
      top,
      state([
        `The package has ${numberOf(choice.interventions, 'intervention')}, which make more packages than a paper compares. The question choose compares them.`,
      ]),
    ]
  }
  const { chosen } = choice
  const drawn = chosen.uncertainty !== null
  const isWhole = ({ interventions }: ShownPackage) =>
    interventions.length === complete.interventions.filter((each) => each.included).length
  const rows = chosen.ranked
    .slice(0, 10)
    .map((each) =>
      row(
        [
          packageCalled(paper, each.interventions),
          whole(each.npv),
          whole(each.netCashable),
          whole(each.peakFunding),
          ...(drawn ? [each.best === null ? '' : inHundred(each.best.share)] : []),
        ],
        isWhole(each) ? { look: 'total' } : {},
      ),
    )
  return [
    top,
    paragraph(...chosen.sentences.map((sentence) => [sentence])),
    table(
      `${chosen.packages.lookedAt > rows.length ? `The first ${rows.length} of ${chosen.packages.lookedAt}` : `All ${rows.length}`} packages by net present value; the whole package is the one in bold`,
      ['Package', 'NPV £', 'Net cashable £', 'Peak funding £', ...(drawn ? ['#Best in draws'] : [])],
      rows,
    ),
    ...(chosen.frontier.length > 1
      ? [
          chart(
            frontierChart('packages-chart', frontierOf(chosen)),
            'Net present value against peak funding. No package on the line is bettered by one that needs no more; the diamonds are.',
          ),
        ]
      : []),
  ]
}

function packageCalled({ complete }: Paper, ids: readonly string[]): string {
  return ids.length === 0 ? 'Nothing' : ids.map((id) => interventionCalled(complete, id)).join(' + ')
}

function whole({ value }: Figure): string {
  return wholePounds(value)
}

function inHundred({ value }: Figure): string {
  return `${value.times(100).toDecimalPlaces(1).toFixed()}%`
}

import { monthInWords, numberOf } from '../sentences/amounts.ts'
import { type Block, heading, note, paragraph, row, state, table } from './document.ts'
import { bodyCalled, capital } from './names.ts'
import type { Paper } from './paper.ts'
import { withMonthsInWords } from './plain-words.ts'

/** What was checked, what to know before relying on the figures, and where their use ends. */
export function checksAndLimits(paper: Paper): Block[] {
  const { answer } = paper
  return [
    heading(2, 'Checks and limits of use', 'checks'),
    ...warnings(paper),
    ...checked(paper),
    ...limits(paper, answer),
    ...madeWith(answer),
  ]
}

/** Enough to ask the same again, and to see that the answer is the same. */
function madeWith({ model, caseHash, resultHash }: Paper['answer']): Block[] {
  const { name, version, method, referenceData, commit } = model
  return [
    heading(3, 'What the paper was made with', 'made-with'),
    table(
      'Version, case and result',
      ['What', 'Which'],
      [
        row(['Program', `${name} ${version}, method ${method}, built-in figures of ${referenceData}, commit ${commit.slice(0, 12)}`]),
        row(['Case', caseHash]),
        row(['Result', resultHash]),
      ],
    ),
    note(['The same case and the same version give the same result, by which the two long numbers can be compared.']),
  ]
}

function warnings({ answer, titleOf, ownerTitleOf }: Paper): Block[] {
  const top = heading(3, 'What to know before relying on this', 'warnings')
  if (answer.warnings.length === 0) return [top, state(['The case gives no cause for a warning.'])]
  const about = (path: string) => {
    if (answer.assumptions.some((each) => each.path === path)) return titleOf(path)
    const words = ownerTitleOf(path)
    return words === '' ? path : capital(words)
  }
  const alike = Map.groupBy(answer.warnings, ({ code, message }) => `${code} ${message}`)
  return [
    top,
    table(
      numberOf(answer.warnings.length, 'warning'),
      ['About', 'What to know'],
      [...alike.values()].map((same) =>
        row([same.map(({ path }) => about(path)).join('; '), withMonthsInWords((same[0]?.message ?? '').replaceAll('`', ''))]),
      ),
    ),
  ]
}

function checked({ answer, checkTitleOf }: Paper): Block[] {
  const byWords = Map.groupBy(answer.checks, ({ id }) =>
    id.startsWith('readers.') ? 'two readers of the same method agree at every line' : checkTitleOf(id).words,
  )
  return [
    heading(3, 'Checks', 'checks-made'),
    paragraph([
      `${numberOf(answer.checks.length, 'check')} ${answer.checks.length === 1 ? 'was' : 'were'} made of the figures and ${answer.checks.length === 1 ? 'it holds' : 'all hold'}; had one failed, there would be no paper.`,
    ]),
    table(
      'What was checked',
      ['Check', '#How often'],
      [...byWords].map(([words, all]) => row([capital(words), String(all.length)])),
    ),
  ]
}

function limits({ complete, figures }: Paper, { conventions }: Paper['answer']): Block[] {
  const last = figures.method.book.timeline.months.at(-1) ?? ''
  return [
    heading(3, 'Limits of use', 'limits'),
    {
      is: 'list',
      items: [
        [[`Nothing after ${monthInWords(last)} is counted, neither what is still avoided then nor what it still costs.`]],
        [
          [
            `Cash means that ${conventions.cashable}. What is avoided and is not cash is real, and is in no budget of ${bodyCalled(complete)}.`,
          ],
        ],
        [['A change in the mix of placements within one demand is not modelled: split the demand to show one.']],
        [[`Rounding: ${conventions.rounding}.`]],
        [[`Prices: ${conventions.deflators}.`]],
        [['The paper says what follows from its assumptions. Whether they hold is for those who own them to say.']],
      ],
    },
    note([
      'Present values, peak funding and what each intervention is credited with are rounded where they are shown, and may differ from sums of what is shown by some pence.',
    ]),
  ]
}

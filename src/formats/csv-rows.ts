import type { Appraised } from '../answers/appraise.ts'
import { type Rung, rungs } from '../method/ladder.ts'
import { type LineName, lines, paybackLines } from '../method/lines.ts'
import type { Figure } from './figure.ts'

/** One row of an answer as CSV. */
export interface AnswerRow {
  section: string
  owner: string
  line: string
  label: string
  year?: string
  unit: string
  /** Null where the answer gives none: no payback, no cost to divide by. */
  value: Figure | string | null
}

/** Every figure of an answer as a row, section by section; each row's owner and line are those of the line it reports. */
export function answerRows(answer: Appraised): AnswerRow[] {
  return [...headline(answer), ...byYear(answer), ...economic(answer), ...demand(answer), ...interventions(answer)]
}

/** Writes rows of one section about one owner; the glossary gives label and unit. */
function rowsFor(section: string, owner: string, year?: string) {
  return (figures: Partial<Record<LineName, Figure | null>>): AnswerRow[] =>
    Object.entries(figures).map(([name, value]) => {
      const { label, unit } = lines[name as LineName]
      return { section, owner, line: name, label, ...(year === undefined ? {} : { year }), unit, value: value ?? null }
    })
}

function headline({ headline: figures }: Appraised): AnswerRow[] {
  const { paybackMonth, paybackStatus, entriesAvoided, ...money } = figures
  const payback = (name: keyof typeof paybackLines, value: string | null): AnswerRow => {
    const { label, unit } = paybackLines[name]
    return { section: 'headline', owner: 'headline', line: name, label, unit, value }
  }
  return [
    ...rowsFor('headline', 'headline')(money),
    payback('paybackMonth', paybackMonth),
    payback('paybackStatus', paybackStatus),
    ...Object.entries(entriesAvoided).flatMap(([id, avoided]) => rowsFor('headline', `demand.${id}`)({ entriesAvoided: avoided })),
  ]
}

function byYear({ years }: Appraised): AnswerRow[] {
  return [
    ...years.flatMap(({ year, cash }) => rowsFor('cash', 'financial', year)(cash)),
    ...years.flatMap(({ year, position }) => rowsFor('position', 'position', year)(position)),
    ...years.flatMap(({ year, real: { economic: value, social, cost, discountFactor, ...onRungs } }) =>
      rowsFor(
        'real',
        'economic',
        year,
      )({ ...inRealMoney(onRungs), economicReal: value, socialReal: social, costReal: cost, discountFactor }),
    ),
  ]
}

function economic({ economic: { fiscal, public: wider, pvFixed } }: Appraised): AnswerRow[] {
  return [
    ...rowsFor('economic', 'economic.fiscal')(fiscal),
    ...rowsFor('economic', 'economic.public')(wider),
    ...rowsFor('economic', 'economic')({ pvFixed }),
  ]
}

function demand({ demand: all }: Appraised): AnswerRow[] {
  return all.flatMap(({ id, years, lines: costLines }) => [
    ...years.flatMap(({ year, ...figures }) => rowsFor('demand', `demand.${id}`, year)(figures)),
    ...costLines.flatMap(({ id: line, cash, real }) =>
      rowsFor('costLines', `demand.${id}.costs.${line}`)({ ...cash, ...inRealMoney(real) }),
    ),
  ])
}

function interventions({ interventions: all }: Appraised): AnswerRow[] {
  return all.flatMap(({ id, years, cash, costPerEntryAvoided }) => {
    const owner = `interventions.${id}`
    return [
      ...years.flatMap(({ year, avoided, ...families }) => [
        ...rowsFor('interventions', owner, year)(families),
        ...Object.entries(avoided).flatMap(([demandId, netAvoidedEntries]) =>
          rowsFor('interventions', `${owner}.avoided.${demandId}`, year)({ netAvoidedEntries }),
        ),
      ]),
      ...rowsFor('interventions', owner)(cash),
      ...Object.entries(costPerEntryAvoided).map(([demandId, value]) => ({
        section: 'interventions',
        owner: `${owner}.avoided.${demandId}`,
        line: 'costPerEntryAvoided',
        label: 'Cost to all funders for each entry avoided',
        unit: 'pounds',
        value,
      })),
    ]
  })
}

/** Rungs in money of the base year, by the names that the glossary has for them. */
function inRealMoney(figures: Record<Rung, Figure>): Partial<Record<LineName, Figure>> {
  return Object.fromEntries(rungs.map((rung) => [`${rung}Real`, figures[rung]]))
}

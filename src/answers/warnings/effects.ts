import { inWords } from '../../formats/sentences/amounts.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import type { Contribution } from '../../method/package.ts'
import { monthOfCase } from '../../method/timeline.ts'
import type { Figures } from '../figures.ts'
import { demandNamed } from './named.ts'
import type { Warning } from './warning.ts'

const whole = exactNumber(1)

const uncontrolled = {
  'before-after': 'The effect rests on a before-and-after comparison without a comparison group, and such studies overstate.',
  practice: 'The effect rests on practice experience without a comparison group, which overstates.',
  assumed: 'The effect is an assumption and no study measured it.',
} as const

/** Warnings about effects: how large, how well evidenced, and whether there is time for them. Source: method 8. */
export function effectWarnings(figures: Figures): Warning[] {
  const parts = figures.method.demands.flatMap(({ avoided }) => avoided.contributions.map((part) => ({ part, demand: avoided.baseline })))
  return [
    ...parts.flatMap(({ part, demand }) => [...shareCapped(figures, part), ...eventsExceedBaseline(figures, part, demand.entries)]),
    ...figures.method.families.flatMap(({ intervention, path }) =>
      intervention.effects.flatMap((effect) => [
        ...weakEvidence(`${path}.effects.${effect.id}`, effect.evidence?.design),
        ...endsBeforeEffects(figures, path, intervention, effect),
      ]),
    ),
  ]
}

function shareCapped(figures: Figures, { alone }: Contribution): Warning[] {
  if (!alone) return []
  const month = alone.uncapped.findIndex((share) => figures.exceeds(figures.of(share), whole))
  if (month === -1) return []
  return [
    {
      code: 'share-capped',
      path: alone.path,
      message: `From ${figures.method.book.timeline.months[month]} this effect alone would avoid more than the whole of the demand, so it is capped at all of it. Referrals, risk or reduction are too large for this demand, or the demand is too small for the service.`,
    },
  ]
}

function eventsExceedBaseline(figures: Figures, { alone }: Contribution, entries: Contribution['entries']): Warning[] {
  if (!alone) return []
  const month = alone.expected.findIndex((events, t) => figures.exceeds(figures.of(events), figures.at(entries, t)))
  if (month === -1) return []
  const expected: Exact = figures.at(alone.expected, month)
  return [
    {
      code: 'events-exceed-baseline',
      path: `${alone.path}.risk`,
      message: `In ${figures.method.book.timeline.months[month]} the treated children would account for ${inWords(expected)} entries without help, more than the ${inWords(figures.at(entries, month))} that the whole area expects. The risk is too high for those referred, or they are not this demand's children.`,
    },
  ]
}

function weakEvidence(path: string, design: string | undefined): Warning[] {
  if (design === undefined || !(design in uncontrolled)) return []
  const words = uncontrolled[design as keyof typeof uncontrolled]
  return [
    {
      code: 'uncontrolled-evidence',
      path: `${path}.evidence`,
      message: `${words} Set an optimism bias, and lower the effect until the net figures reach 0 to see how far it may fall short.`,
    },
  ]
}

function endsBeforeEffects(
  figures: Figures,
  path: string,
  { start, end }: Figures['complete']['interventions'][number],
  effect: Figures['complete']['interventions'][number]['effects'][number],
): Warning[] {
  if (end === undefined) return []
  const { timeline } = figures.method.book
  if (monthOfCase(timeline, end) >= monthOfCase(timeline, start) + effect.startsAfterMonths) return []
  return [
    {
      code: 'ends-before-effects',
      path: `${path}.end`,
      message: `Referrals end in ${end}, before the first effect on ${demandNamed(figures, effect.demand)} begins ${effect.startsAfterMonths} months after ${start}. Check the end date and the length of the programme.`,
    },
  ]
}

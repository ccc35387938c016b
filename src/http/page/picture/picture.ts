import type { Appraised } from '../../../answers/appraise.ts'
import type { ModelVersion } from '../../../answers/model-version.ts'
import type { Simulation } from '../../../answers/simulate-schema.ts'
import type { WrittenMethods } from '../../../answers/structure.ts'
import type { ReadCase } from '../../../case/read-case.ts'
import { direction, pounds } from '../../../formats/sentences/amounts.ts'
import { paysForItself, worthDoing } from '../../../formats/sentences/verdicts.ts'
import { RecentAnswers } from '../../recent-answers.ts'
import { html } from '../markup.ts'
import { cashPart, ladderPart } from './cash.ts'
import { chancePart } from './chance.ts'
import { headlineTable } from './headline.ts'
import { demandPart, referralsPart } from './months.ts'
import { isNil, nilCash } from './nil-cash.ts'
import { verdicts } from './verdicts.ts'
import { warningsPart } from './warnings.ts'

/** What the picture of a case shows beside its own figures. */
export interface Pictured {
  ready: ReadCase
  /** The saved case; none where nothing is changed. */
  saved?: ReadCase
  model: ModelVersion
}

/** The parts of a picture, as pieces of a page. */
export interface Picture {
  verdicts: string
  headline: string
  ladder: string
  cash: string
  demand: string
  referrals: string
  warnings: string
  /** What stays in view, and is said to who does not see it: net cash and the two verdicts. */
  now: string
}

let kept: RecentAnswers | undefined

/** Draws the figures and charts of a case, once, for every way in which the page is read. Throws CheckFailure as an appraisal does. */
export function pictureOfCase({ ready, saved: before, model }: Pictured, methods: WrittenMethods): Picture {
  kept ??= new RecentAnswers({ model, methods })
  const { figures, answer } = kept.of(ready)
  const saved = before === undefined ? undefined : kept.of(before).answer
  return {
    verdicts: html`${verdicts(answer, saved)}${isNil(answer) ? nilCash(answer) : ''}`.text,
    headline: headlineTable(answer, saved).text,
    ladder: html`${ladderPart(answer, saved)}${isNil(answer) ? '' : nilCash(answer)}`.text,
    cash: cashPart(answer, saved).text,
    demand: demandPart(figures).text,
    referrals: referralsPart(figures).text,
    warnings: warningsPart(answer).text,
    now: html`<span>${nowInWords(answer, saved)}</span> ${[worthDoing(answer), paysForItself(answer)].map(({ question, answer: said }) => html`<span>${question} ${said}.</span> `)}`
      .text,
  }
}

/** The parts that a simulation adds: the chances, and the cash with its fan. `certain` is how many ranges the changes have replaced. */
export function chanceOfCase(
  { ready, saved: before, model }: Pictured,
  methods: WrittenMethods,
  simulation: Simulation,
  certain: number,
): { chance: string; cash: string } {
  kept ??= new RecentAnswers({ model, methods })
  const saved = before === undefined ? undefined : kept.of(before).answer
  return { chance: chancePart(simulation, certain).text, cash: cashPart(kept.of(ready).answer, saved, simulation).text }
}

function nowInWords({ headline }: Appraised, saved: Appraised | undefined): string {
  const now = `Net cashable is ${saved === undefined ? '' : 'now '}${pounds(headline.netCashable.value)}`
  if (saved === undefined) return `${now}.`
  const change = headline.netCashable.value.minus(saved.headline.netCashable.value)
  const way = direction(change)
  return `${now}, ${way === 0 ? 'the same as in' : `${pounds(change.abs())} ${way === 1 ? 'better' : 'worse'} than`} the saved case.`
}

import { wordList } from '../../case/nearest.ts'
import { type Figure, money } from '../../formats/figure.ts'
import { type Exact, exactNumber } from '../../graph/exact.ts'
import type { DirectSaving } from '../../method/costs.ts'
import type { LadderLine, Rung } from '../../method/ladder.ts'
import { lines } from '../../method/lines.ts'
import type { Figures } from '../figures.ts'
import type { Asked } from '../line-id.ts'
import { type HeldBack, heldBack } from './held-back.ts'
import { readable } from './shown.ts'
import { ownerParts, ownerWords } from './titles.ts'

/** One step between what is avoided and what is cash, in a sentence with its figure. */
export interface Why {
  rung: 'grossAvoided' | Rung | 'nil'
  value: Figure
  sentence: string
  /** What would move it. */
  moves?: string
}

/** In the order in which the method takes them off. Source: method 4. */
const order: readonly Rung[] = ['partners', 'fixed', 'backfilled', 'absorbed', 'unplanned', 'notYetReleased', 'cashable']

/** What one cost line or saving has on a rung. */
interface Part {
  title: string
  /** The demand or intervention it belongs to. */
  of: string
  amount: Exact
  line?: LadderLine
  saving?: DirectSaving
}

/**
 * Why cashable is less than avoided, over the horizon or in one year: a sentence for what is avoided and for each rung, whose figures add
 * up to it; amounts to the penny unless `pounds` writes them otherwise. Undefined for every other figure.
 */
export function whyCashable(figures: Figures, asked: Asked, pounds: Pounds = toThePenny): Why[] | undefined {
  const isCashable = asked.name === 'cashable' && (asked.owner === 'headline' || asked.owner === 'financial')
  if (!isCashable) return undefined
  const { financial, book } = figures.method
  const years = [...asked.years]
  const named = book.timeline.financialYears.map(({ year }) => year)
  const when = asked.period === undefined && named.length > 1 ? `from ${named[0]} to ${named.at(-1)}` : `in ${asked.period ?? named[0]}`
  const total = (of: (typeof financial)['grossAvoided']) => figures.sum(years.map((y) => of[y] as (typeof of)[number]))
  const gross = total(financial.grossAvoided)
  const nil: string[] = []
  const steps = order.flatMap((rung): Why[] => {
    const value = total(financial.rungs[rung])
    const parts = partsOf(figures, rung, years)
    if (value.isZero() && parts.length === 0) {
      nil.push(lines[rung].label.toLowerCase())
      return rung === 'cashable' ? [{ rung, value: money(value), sentence: 'Nothing is cash: no budget goes down.' }] : []
    }
    return [{ rung, value: money(value), ...sentenceOf({ figures, asked, pounds }, rung, value, parts) }]
  })
  return [
    { rung: 'grossAvoided', value: money(gross), sentence: grossWords(gross, when, pounds) },
    ...steps,
    ...(nil.filter((label) => label !== 'cashable').length === 0
      ? []
      : [
          {
            rung: 'nil' as const,
            value: money(exactNumber(0)),
            sentence: `Nil: ${nil.filter((label) => label !== 'cashable').join('; ')}.`,
          },
        ]),
  ]
}

function partsOf(figures: Figures, rung: Rung, years: readonly number[]): Part[] {
  const { demands, savings } = figures.method
  const called = (path: string) => {
    const [title = path, of = ''] = ownerParts(figures.complete, path)
    return { title, of }
  }
  return [
    ...demands.flatMap((demand) =>
      demand.lines.map((line): Part => ({ ...called(line.path), amount: sumOf(line.rungs[rung].cash), line })),
    ),
    ...savings
      .filter((saving) => saving.rung === rung)
      .map((saving): Part => ({ ...called(saving.path), amount: sumOf(saving.postings.cash), saving })),
  ].filter(({ amount }) => !amount.isZero())

  function sumOf(cash: LadderLine['rungs'][Rung]['cash']): Exact {
    return figures.sum(years.map((y) => cash[y] as (typeof cash)[number]))
  }
}

/** How an amount of pounds is written in the sentences. */
export type Pounds = (value: Exact) => string

const toThePenny: Pounds = (value) => readable(value, 'pounds')

/** Parts with their pounds, those of one demand or intervention together. */
function listOf(parts: readonly Part[], pounds: Pounds, more: (part: Part) => string = () => ''): string {
  return grouped(parts.map((part) => ({ of: part.of, text: `${part.title} ${pounds(part.amount)}${more(part)}` })))
}

function grouped(items: readonly { of: string; text: string }[]): string {
  const byOwner = Map.groupBy(items, ({ of }) => of)
  return [...byOwner].map(([of, own]) => `${of === '' ? '' : `${of}: `}${own.map(({ text }) => text).join(', ')}`).join('; ')
}

/** What is avoided by all, or, where numbers rise, what is added. */
function grossWords(gross: Exact, when: string, pounds: Pounds): string {
  if (gross.isZero()) return `No cost is avoided ${when}, and none is added.`
  return gross.isNegative()
    ? `${pounds(gross.negated())} of cost is added ${when}, whoever pays it: nothing is avoided.`
    : `${pounds(gross)} of cost is avoided ${when}, whoever pays it.`
}

/** What sentences are made of: the figures, what is asked of them, and how amounts are written. */
interface Telling {
  figures: Figures
  asked: Asked
  pounds: Pounds
}

function sentenceOf(
  { figures, asked, pounds }: Telling,
  rung: Rung,
  value: Exact,
  parts: readonly Part[],
): Pick<Why, 'sentence' | 'moves'> {
  if (value.lessThan(0)) return { sentence: harmWords(rung, value, parts, pounds) }
  const amount = pounds(value)
  switch (rung) {
    case 'partners': {
      const byFunder = Map.groupBy(parts, ({ line, saving }) => line?.line.funder ?? saving?.saving.funder ?? '')
      const funders = [...byFunder].map(([funder, own]) => `${funder} ${pounds(sumOf(own))} (${own.map(({ title }) => title).join('; ')})`)
      return {
        sentence: `${amount} falls to partners, in whose budgets it shows: ${funders.join('; ')}.`,
        moves: `An agreement with ${wordList([...byFunder.keys()], 'and')} to share it; it is theirs, not the body’s.`,
      }
    }
    case 'fixed':
      return {
        sentence: `${amount} is fixed cost, which stays when numbers fall: ${listOf(parts, pounds, (part) => fixedShare(figures, part))}.`,
        moves: 'A decision on the fixed cost itself, such as closing a home, or evidence that more of the unit cost moves (variable).',
      }
    case 'backfilled':
      return {
        sentence: `${amount} is taken by need that was not being met (${backfills(figures, parts)}): ${listOf(parts, pounds)}.`,
        moves: 'A rule on who may take up a place that is freed, or a local count of who does (backfill).',
      }
    case 'absorbed':
      return {
        sentence: `${amount} is taken by growth that the budget does not fund: ${listOf(parts, pounds)}. ${growth(figures, parts, asked)}`,
        moves:
          'Funding for the growth in the budget (budget), or slower growth. It holds an overspend down; it is not a budget that goes down.',
      }
    case 'unplanned':
      return {
        sentence: `${amount} has no plan to release it, so nobody has decided to take it out of a budget: ${listOf(parts, pounds)}.`,
        moves: `A release plan, with what is done and who decides it, on ${parts.map(({ line, saving }) => `${line?.path ?? saving?.path}.release`).join(', ')}.`,
      }
    case 'notYetReleased': {
      const held = parts.flatMap(({ title, of, line }) =>
        line === undefined ? [] : heldBack(figures, line, asked.months).map((back) => ({ title, of, line, back })),
      )
      const byReason = [...Map.groupBy(held, heldWords)].map(([reason, items]) => {
        const told = items.map(({ title, of, back }) => ({ of, text: `${title} ${pounds(back.pounds)} in ${inMonths(back.months)}` }))
        return `${reason}: ${grouped(told)}.`
      })
      const moves = [...Map.groupBy(held, heldMoves)].map(([move, items]) => {
        const fields = { opening: 'from', notice: 'noticeMonths', steps: 'step' } as const
        return `${move} (${items.map(({ line, back }) => `${line.path}.release.${fields[back.reason]}`).join(', ')}).`
      })
      return {
        sentence:
          `${amount} is planned but not yet released${byReason.length === 0 ? `: ${listOf(parts, pounds)}` : ''}. ${byReason.join(' ')}`.trimEnd(),
        moves: moves.join(' '),
      }
    }
    case 'cashable':
      return {
        sentence: `${amount} is cash, by which the body’s budget goes down: ${listOf(parts, pounds, decided)}.`,
      }
  }
}

/** A rung below 0, where numbers rise or a saving costs more: cost is added, and nobody decides to release anything. */
function harmWords(rung: Rung, value: Exact, parts: readonly Part[], pounds: Pounds): string {
  const amount = pounds(value.negated())
  const list = listOf(
    parts.map((part) => ({ ...part, amount: part.amount.negated() })),
    pounds,
  )
  switch (rung) {
    case 'partners':
      return `${amount} more has to be found by partners, in whose budgets it shows: ${list}.`
    case 'fixed':
      return `${amount} of it is fixed cost, which does not rise with numbers, so nobody has to find it: ${list}.`
    case 'cashable':
      return `${amount} more has to be found, because the body’s spending goes up: ${list}.`
    default:
      return `${amount} more is spent, and counted as “${lines[rung].label}”: ${list}.`
  }
}

function sumOf(parts: readonly Part[]): Exact {
  return parts.reduce((sum, { amount }) => sum.plus(amount), exactNumber(0))
}

function fixedShare(figures: Figures, { line }: Part): string {
  if (line === undefined) return ''
  const variable = exactNumber(figures.register.get(`${line.path}.variable`)?.value ?? 1)
  return ` (${percent(exactNumber(1).minus(variable))} of its unit cost does not move)`
}

function percent(share: Exact): string {
  return `${share.times(100).toDecimalPlaces(1).toFixed()}%`
}

function backfills(figures: Figures, parts: readonly Part[]): string {
  const demands = demandsOf(figures, parts)
  const share = (path: string) => percent(exactNumber(figures.register.get(`${path}.backfill`)?.value ?? 0))
  return demands
    .map(({ avoided: { baseline } }) => `${share(baseline.path)} of what is freed in ${ownerWords(figures.complete, baseline.path)}`)
    .join('; ')
}

/** Where growth would have taken numbers, or the entries of a year, by the end of the period that is asked for. */
function growth(figures: Figures, parts: readonly Part[], asked: Asked): string {
  const { months } = figures.method.book.timeline
  const number = (value: Exact) => readable(value.toDecimalPlaces(1))
  return demandsOf(figures, parts)
    .map(({ avoided: { baseline }, lines: own }) => {
      const title = ownerWords(figures.complete, baseline.path)
      const areEntries = own.filter((line) => parts.some((part) => part.line === line)).every(({ line }) => line.per === 'entry')
      if (areEntries) {
        const over = (series: typeof baseline.entries) => number(figures.sum([...asked.months].flatMap((month) => series[month] ?? [])))
        return `If nothing were done, ${title} would have ${over(baseline.entries)} entries against ${over(baseline.budgetedEntries)} in the budget.`
      }
      const last = Math.max(...asked.months)
      const [reached, budgeted] = [baseline.stock, baseline.budgetedStock].map((series) => figures.at(series, last)) as [Exact, Exact]
      return `If nothing were done, ${title} would stand at ${number(reached)} in ${months[last]} against ${number(budgeted)} in the budget.`
    })
    .join(' ')
}

function demandsOf(figures: Figures, parts: readonly Part[]) {
  return figures.method.demands.filter((demand) => demand.lines.some((line) => parts.some((part) => part.line === line)))
}

function decided({ line, saving, amount }: Part): string {
  if (amount.isNegative()) return line === undefined ? '' : ', where spending goes up'
  const plan = line?.line.release ?? saving?.saving.release
  return plan === undefined ? '' : ` (${plan.action}, decided by ${plan.owner})`
}

interface Held {
  line: LadderLine
  back: HeldBack
}

function heldWords({ line: { line }, back: { reason } }: Held): string {
  const { release } = line
  if (reason === 'opening') return `Before the plan opens in ${release?.from}`
  if (reason === 'notice') return `Not yet empty throughout the notice of ${inMonths(release?.noticeMonths)}`
  return `Less than a whole step of ${stepOf(release?.step)}`
}

function heldMoves({ line: { line }, back: { reason } }: Held): string {
  const { release } = line
  if (reason === 'opening') return `A plan that opens before ${release?.from}`
  if (reason === 'notice') return `A shorter notice than ${inMonths(release?.noticeMonths)}`
  return `More places avoided, or smaller steps than ${stepOf(release?.step)}`
}

function inMonths(count = 0): string {
  return `${count} ${count === 1 ? 'month' : 'months'}`
}

function stepOf(step: unknown): string {
  const central = typeof step === 'object' && step !== null && 'central' in step ? step.central : step
  return `${central} ${String(central) === '1' ? 'place' : 'places'}`
}

import type { Appraised } from '../../answers/appraise.ts'
import { numberOf, withThousands } from '../sentences/amounts.ts'
import { type Block, group, heading, note, type Row, row, state, table } from './document.ts'
import { capital } from './names.ts'
import type { Paper } from './paper.ts'
import { confidenceOf, sourcesOf, withoutConfidence } from './sources.ts'

type Assumption = Appraised['assumptions'][number]

/**
 * The assumptions with their values, ranges and sources, by what they belong to: those that somebody gave first, then those that were taken for want
 * of any. A source that many share is written once, below.
 */
export function assumptions(paper: Paper): Block[] {
  const { answer } = paper
  const all = answer.assumptions as readonly Assumption[]
  const given = all.filter(({ origin }) => origin !== 'default')
  const taken = all.filter(({ origin }) => origin === 'default')
  const quantities = given.filter(({ unit, origin }) => origin === 'supplied' && !countedOrChosen.has(unit))
  const unsourced = quantities.filter(({ source, note: said }) => source === undefined && said === undefined)
  const sources = sourcesOf(all)
  const cellsOf = (each: Assumption) => [
    withThousandsOrAsIs(each.value),
    each.unit,
    each.range === undefined
      ? ''
      : `${withThousandsOrAsIs(each.range.low)} to ${withThousandsOrAsIs(each.range.high)}, ${each.range.shape}`,
    basis(each, sources),
  ]
  return [
    heading(2, 'Assumptions', 'assumptions'),
    ...(unsourced.length === 0
      ? []
      : [
          state([
            `${unsourced.length} of the ${numberOf(quantities.length, 'quantity', 'quantities')} that the case gives ${unsourced.length === 1 ? 'has' : 'have'} neither a source nor a note. Add source or note beside each, so that a reader can tell what it rests on.`,
          ]),
        ]),
    note([
      'The names in brackets make the path of a value in the case, on the command line and over HTTP: that of the group, a full stop, that of the row, as in demand.care.growth.',
    ]),
    table(
      'Values that the case gives, or takes from a built-in figure',
      ['Assumption', '#Value', 'Unit', 'Range', 'Source and note'],
      grouped(given, paper, cellsOf),
    ),
    ...(sources.length === 0
      ? []
      : [
          heading(3, 'Sources', 'sources'),
          { is: 'list', items: sources.map((source, place) => [[`[${place + 1}] ${source}`]]) } satisfies Block,
          ...(all.some(({ source }) => confidenceOf(source ?? '') !== undefined)
            ? [
                note([
                  'Confidence in built-in figures: R1, read at the publisher; R2, read where another quotes it; D, derived here from such figures.',
                ]),
              ]
            : []),
        ]),
    ...(taken.length === 0
      ? []
      : [
          heading(3, 'Taken for want of a value', 'defaults'),
          table(
            'Values that the case leaves out, with what is taken instead',
            ['Assumption', '#Value', 'Unit'],
            grouped(taken, paper, (each) => cellsOf(each).slice(0, 2)),
          ),
        ]),
  ]
}

/** Units of what shapes a case and needs no source: dates, choices and whole counts. */
const countedOrChosen = new Set(['choice', 'month', 'financial year', 'years', 'yes or no'])

/** Rows under what they belong to, which is named once, in the order in which each is first met. */
function grouped(some: readonly Assumption[], { titleOf, ownerTitleOf }: Paper, cellsOf: (each: Assumption) => string[]): Row[] {
  return [...Map.groupBy(some, ({ path }) => ownerOf(path))].flatMap(([owner, members]) => {
    const title = ownerTitleOf(owner)
    const labelOf = (path: string) => (titleOf(path).startsWith(`${title}: `) ? titleOf(path).slice(title.length + 2) : titleOf(path))
    const rows = members.map((each) => {
      const [label, name] = [labelOf(each.path), owner === '' ? each.path : each.path.slice(owner.length + 1)]
      return row([label === each.path ? each.path : `${label} (${name})`, ...cellsOf(each)], { explains: each.path })
    })
    return [group(owner === '' ? 'The case as a whole' : `${capital(title)} (${owner})`), ...rows]
  })
}

/** The path of what a value belongs to: a cost line, a saving or an effect, or else a demand, an intervention or a grant; nothing for the case itself. */
function ownerOf(path: string): string {
  return (
    /^(?:(?:demand|interventions)\.[^.]+\.(?:costs|savings|effects)\.[^.]+|(?:demand|interventions|funding)\.[^.]+)(?=\.)/.exec(
      path,
    )?.[0] ?? ''
  )
}

/** What a value rests on: the number of its source, how sure that is, and what is noted of it. */
function basis({ source, note: said, origin }: Assumption, sources: readonly string[]): string {
  const confidence = confidenceOf(source ?? '')
  const from =
    source === undefined ? '' : `[${sources.indexOf(withoutConfidence(source)) + 1}]${confidence === undefined ? '' : ` ${confidence}`}`
  const isBare = origin === 'reference' && source === undefined
  return [isBare ? 'built in' : from, said].filter((text) => text !== undefined && text !== '').join(' ')
}

function withThousandsOrAsIs(text: string): string {
  return /^-?\d+(\.\d+)?$/.test(text) && !/^(19|20)\d\d$/.test(text) ? withThousands(text) : text
}

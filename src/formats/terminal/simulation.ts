import type { Simulation } from '../../answers/simulate-schema.ts'
import { exactNumber } from '../../graph/exact.ts'
import { nameInSentence } from '../../method/lines.ts'
import { monthInWords, percentage, poundsAndPence, wholePounds } from '../sentences/amounts.ts'
import { bar } from './bar.ts'
import { type Pen, part, prose } from './pen.ts'
import { figures, type Row, table } from './table.ts'

type Measure = Simulation['measures'][number]
type Value = string | number | null | undefined

const mostDrivers = 8
const barCells = 24
const left = { heading: '', side: 'left' } as const
const one = exactNumber(1)

/** A simulation as a page for a terminal: what it says in words, every measure, how likely it pays, the fan, the drivers and the parts. */
export function simulationPage(pen: Pen, simulation: Simulation, name: string): string {
  const { draws, seed, sampling } = simulation.simulation
  const how = sampling === 'random' ? '' : ', Latin hypercube in blocks of 1,024'
  const lines = [
    ...prose(pen, name).map((line) => pen.colour('heading', line)),
    ...prose(pen, `${thousands(draws)} draws of ${simulation.ranges.length} ranges, seed ${seed}${how}`).map((line) =>
      pen.colour('quiet', line),
    ),
    '',
    ...simulation.inWords.flatMap((sentence) => [...prose(pen, sentence), '']).slice(0, -1),
    ...measures(pen, simulation),
    ...histogram(pen, simulation),
    ...fan(pen, simulation),
    ...likely(pen, simulation),
    ...drivers(pen, simulation),
    ...parts(pen, simulation),
    ...notes(pen, simulation),
    '',
    ...prose(
      pen,
      `P5 is the value that 5 draws in a hundred stay at or below. “±” is the standard error of the mean: another seed would move it about so far. Case ${simulation.caseHash.slice(0, 12)}, method ${simulation.model.method}, ${simulation.model.name} ${simulation.model.version}.`,
    ).map((line) => pen.colour('quiet', line)),
  ]
  return `${lines.join('\n')}\n`
}

function measures(pen: Pen, { measures: all }: Simulation): string[] {
  const columns = [left, ...['Central', 'Mean', '±', 'P5', 'P50', 'P95'].map(figures)]
  const rows = all.map((measure): Row => {
    const { label, unit, central, mean, standardError, quantiles } = measure
    const shown = (value: Value) => inUnit(unit, value)
    const heading = unit.startsWith('pounds of') ? `${label}, real £` : unit === 'pounds' ? `${label}, £` : label
    return {
      cells: [heading + demandOf(measure), ...[central, mean, standardError, quantiles?.p5, quantiles?.p50, quantiles?.p95].map(shown)],
      ...(measure.id === 'headline.netCashable' || measure.id === 'headline.npv' ? { tone: 'heading' as const } : {}),
    }
  })
  return part(pen, 'Every headline figure over the draws', table(pen, [{ ...left, most: 30 }, ...columns.slice(1)], rows))
}

function demandOf({ id }: Measure): string {
  const demand = /^headline\.entriesAvoided\.(.+)$/.exec(id)?.[1]
  return demand === undefined ? '' : `: ${demand}`
}

function inUnit(unit: string, value: Value): string {
  if (value === null || value === undefined) return ''
  const number = exactNumber(String(value))
  if (unit.startsWith('pounds')) return wholePounds(number)
  return unit === 'ratio' ? poundsAndPence(number).replace('£', '') : number.toDecimalPlaces(1).toFixed(1)
}

/** Net cash in bins, as bars. */
function histogram(pen: Pen, { measures: all }: Simulation): string[] {
  const counted = all.find(({ id }) => id === 'headline.netCashable')?.histogram
  if (counted === null || counted === undefined || counted.counts.length < 2) return []
  // About 40 bins are for a chart; here every few are put together.
  const together = Math.ceil(counted.counts.length / 16)
  const bins = counted.edges.slice(0, -1).flatMap((edge, at) => {
    if (at % together !== 0) return []
    return [{ edge, count: counted.counts.slice(at, at + together).reduce((sum, each) => sum + each, 0) }]
  })
  const most = Math.max(...bins.map(({ count }) => count))
  const all_ = counted.below + counted.above + counted.counts.reduce((sum, each) => sum + each, 0)
  const scale = { low: exactNumber(0), high: exactNumber(most), cells: barCells }
  const rows = bins.map(({ edge, count }) => ({
    cells: [
      wholePounds(exactNumber(String(edge))),
      percentage(exactNumber(count), exactNumber(all_)),
      bar(pen, scale, exactNumber(0), exactNumber(count)),
    ],
  }))
  return part(pen, 'Net cash over the horizon: share of draws, from', table(pen, [figures('£'), figures(''), left], rows))
}

function fan(pen: Pen, { fan: years }: Simulation): string[] {
  const columns = [left, ...['Central', 'P5', 'P25', 'P50', 'P75', 'P95'].map(figures)]
  const rows = years.map(({ year, central, quantiles }) => ({
    cells: [
      year,
      ...[central, quantiles?.p5, quantiles?.p25, quantiles?.p50, quantiles?.p75, quantiles?.p95].map((value) => inUnit('pounds', value)),
    ],
  }))
  return part(pen, 'Cumulative net cash at the end of each year, £', table(pen, columns, rows))
}

function likely(pen: Pen, { chances, payback }: Simulation): string[] {
  const rows = (
    [
      ['Net cash over the horizon is nil or better', chances.netCashableNotNegative],
      ['Net present value is nil or better', chances.npvNotNegative],
      ['The money is back within the horizon', chances.paysBackWithinHorizon],
      ['Cumulative cash is never below nil', payback.neverNegative],
    ] as const
  ).map(([what, { share, standardError }]) => ({ cells: [what, percent(share), `± ${percent(standardError)}`] }))
  const months = (['p10', 'p50', 'p90'] as const).flatMap((key) => {
    const month = payback.quantiles[key]
    return month === null ? [] : [`${key.slice(1)} in a hundred draws by ${monthInWords(month)}`]
  })
  const when = months.length === 0 ? [] : prose(pen, `The money is back for good in ${months.join(', ')}.`)
  return [...part(pen, 'How likely it pays', table(pen, [left, figures('of draws'), figures('')], rows)), ...when]
}

function drivers(pen: Pen, { drivers: { method, measure, inputs, explained, draws } }: Simulation): string[] {
  if (method === 'none' || inputs.length === 0) return []
  const scale = { low: exactNumber(0), high: one, cells: barCells }
  const rows = inputs.slice(0, mostDrivers).map(({ path, first, total, totalError, share }): Row => {
    // Estimates of shares scatter beyond what a share can be: alone is no more than in all, and in all no more than everything.
    const whole = within(total ?? 0, one)
    const shown =
      method === 'sobol'
        ? [percent(within(first ?? 0, whole).toFixed()), percent(whole.toFixed()), `± ${percent(totalError)}`]
        : [percent(share)]
    return { cells: [path, ...shown, bar(pen, scale, exactNumber(0), method === 'sobol' ? whole : within(share ?? 0, one))] }
  })
  const columns = method === 'sobol' ? [figures('alone'), figures('in all'), figures('')] : [figures('share')]
  const how =
    method === 'sobol'
      ? `Shares of the variance: alone, and with what it does together with others (${thousands(draws)} draws, Sobol).`
      : `Shares of the variance by regression, because some ranges are correlated; a straight line explains ${percent(explained)} of it (${thousands(draws)} draws).`
  const more = inputs.length > mostDrivers ? ` ${inputs.length - mostDrivers} more are in --format json.` : ''
  return [
    ...part(pen, `What moves ${nameInSentence(measure.label)}`, table(pen, [{ ...left, most: 46 }, ...columns, left], rows)),
    ...prose(pen, how + more).map((line) => pen.colour('quiet', line)),
  ]
}

function parts(pen: Pen, { parts: { interventions, standardDeviation, sumOfStandardDeviations } }: Simulation): string[] {
  if (interventions.length < 2) return []
  const rows: Row[] = [
    ...interventions.map(({ id, mean, standardDeviation: own }) => ({ cells: [id, inUnit('pounds', mean), inUnit('pounds', own)] })),
    { cells: ['All bad or good at once', '', inUnit('pounds', sumOfStandardDeviations)], rule: true },
    { cells: ['The package', '', inUnit('pounds', standardDeviation)], tone: 'heading' as const },
  ]
  return part(pen, 'Net cash credited to each intervention, £', table(pen, [left, figures('Mean'), figures('Standard deviation')], rows))
}

function notes(pen: Pen, { ranges, unread }: Simulation): string[] {
  const cut = ranges.flatMap(({ path, cutOff }) =>
    cutOff === undefined ? [] : [`${path}: ${percent(cutOff)} of its distribution lay outside what is legal and was cut off.`],
  )
  const said = ranges.flatMap(({ path, note }) => (note === undefined ? [] : [note.startsWith(path) ? note : `${path}: ${note}`]))
  const left_ = unread.map((path) => `${path} has a range and shapes nothing: its intervention is left out.`)
  const all = [...cut, ...said, ...left_]
  return all.length === 0
    ? []
    : part(
        pen,
        'To know',
        all.flatMap((text) => prose(pen, text)),
      )
}

/** An estimated share, no less than 0 and no more than `most`. */
function within(share: string | number, most: typeof one): typeof one {
  const value = exactNumber(String(share))
  return value.lessThan(0) ? exactNumber(0) : value.greaterThan(most) ? most : value
}

function percent(share: Value): string {
  return share === null || share === undefined ? '' : percentage(exactNumber(String(share)), one)
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

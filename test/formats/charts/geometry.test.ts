import t from 'tap'
import { cashOf, ladderOf } from '../../../src/formats/charts/answer-data.ts'
import { cashChart } from '../../../src/formats/charts/cash.ts'
import { demandChart } from '../../../src/formats/charts/demand.ts'
import { frontierChart } from '../../../src/formats/charts/frontier.ts'
import { histogramChart } from '../../../src/formats/charts/histogram.ts'
import { ladderChart } from '../../../src/formats/charts/ladder.ts'
import { demandsOf, referralsOf } from '../../../src/formats/charts/monthly-data.ts'
import { palette } from '../../../src/formats/charts/palette.ts'
import { frontierOf, histogramOf, tornadoOf } from '../../../src/formats/charts/question-data.ts'
import { referralsChart } from '../../../src/formats/charts/referrals.ts'
import { tornadoChart } from '../../../src/formats/charts/tornado.ts'
import { answersOf, choiceOf, scenarios, simulationOf } from './every-chart.ts'
import { type Axis, axisOf, noPython, type Placed, pathOf, placed, rectangles, trees } from './svg-reading.ts'

/*
 * What a chart shows is what the answer says: every bar and line is read back from where it stands, by two ticks of the axis, and held against
 * the figures of the answer. Half a pixel of the chart is what an eye could tell.
 */

t.setTimeout(0)
t.test('charts read back', { skip: noPython }, async (t) => {
  const sizes = ['wide', 'narrow'] as const
  // All charts are read at once, in the end: a parser takes longer to start than to read.
  const later: { svg: string; look: (all: Placed[]) => void }[] = []
  const read = (svg: string, look: (all: Placed[]) => void) => later.push({ svg, look })
  const near = (got: number, expected: number, axis: Axis, what: string) =>
    t.ok(Math.abs(got - expected) <= 0.5 * axis.unit + 1e-9, `${what}: ${got} stands for ${expected}`)
  const bars = [palette.whole, palette.loss, palette.gain]
  const answers = [...scenarios].map(([name, given]) => ({ name, ...answersOf(given) }))

  for (const { name, answer } of answers) {
    // The running sums are taken from the answer's own years, in the order of the terminal's ladder.
    const rungs = ['partners', 'fixed', 'backfilled', 'absorbed', 'unplanned', 'notYetReleased'] as const
    const number = (figure: { toString: () => string }) => Number(figure.toString())
    let left = number(answer.headline.grossAvoided)
    const expected = [[0, left]]
    for (const rung of rungs) {
      const taken = answer.years.reduce((sum, { cash }) => sum + number(cash[rung]), 0)
      if (Math.abs(taken) >= 0.5) expected.push([left, left - taken])
      left -= taken
    }
    expected.push([0, number(answer.headline.cashable)])
    for (const size of sizes) {
      read(ladderChart('l', ladderOf(answer), size), (all) => {
        const axis = axisOf(all, size === 'wide' ? 'y' : 'x')
        const found = rectangles(all, bars)
        t.equal(found.length, expected.length, `${name}: ${size} ladder has a bar for each rung that takes something`)
        for (const [place, [from = 0, to = 0]] of expected.entries()) {
          const { x = 0, y = 0, width = 0, height = 0 } = found[place] ?? {}
          const [low, high] = size === 'wide' ? [y + height, y] : [x, x + width]
          near(axis.value(low), Math.min(from, to), axis, `${name}: ${size} ladder, bar ${place} from`)
          near(axis.value(high), Math.max(from, to), axis, `${name}: ${size} ladder, bar ${place} to`)
        }
      })
      read(cashChart('c', cashOf(answer), size), (chart) => {
        const up = axisOf(chart, 'y')
        const path = pathOf(chart, palette.whole)
        t.equal(path.length, answer.years.length + 1, `${name}: a point for the start and for each year`)
        for (const [place, { cash }] of answer.years.entries())
          near(up.value(path[place + 1]?.y ?? 0), number(cash.cumulative), up, `${name}: cash, year ${place}`)
      })
    }
  }

  for (const { name, answer, figures } of answers) {
    for (const [place, { data }] of demandsOf(figures).entries()) {
      read(demandChart('d', data), (all) => {
        const axis = axisOf(all, 'y')
        const path = pathOf(all, palette.whole)
        let month = -1
        for (const [year, { stockWithPackage }] of (answer.demand[place]?.years ?? []).entries()) {
          month += answer.years[year]?.months ?? 0
          near(axis.value(path[month]?.y ?? 0), Number(stockWithPackage.toString()), axis, `${name}: demand ${place}, end of year ${year}`)
        }
      })
    }
    for (const { id, data } of referralsOf(figures)) {
      read(referralsChart('r', data), (all) => {
        const axis = axisOf(all, 'y')
        const total = pathOf(all, palette.whole).reduce((sum, { y }) => sum + axis.value(y), 0)
        const years = answer.interventions.find((each) => each.id === id)?.years ?? []
        const starts = years.reduce((sum, each) => sum + Number(each.starts.toString()), 0)
        t.ok(Math.abs(total - starts) <= 0.01 * axis.unit * data.starts.length, `${name}: ${id}: ${total} are ${starts} who start`)
      })
    }
  }

  for (const { name, sensitive } of answers) {
    const data = tornadoOf(sensitive, 12)
    if (data.bars.length === 0) continue
    for (const size of sizes) {
      read(tornadoChart('t', data, size), (all) => {
        const axis = axisOf(all, 'x')
        const central = Number(sensitive.measure.value.toString())
        const found = rectangles(all, [palette.whole, palette.innerBand]).sort((one, other) => one.y - other.y)
        t.equal(found.length, 2 * data.bars.length, `${name}: two ends a bar`)
        for (const [place, { atLow, atHigh }] of sensitive.tornado.slice(0, data.bars.length).entries()) {
          for (const [fill, figure] of [
            [palette.innerBand, atLow],
            [palette.whole, atHigh],
          ] as const) {
            const { x = 0, width = 0 } = found.slice(2 * place, 2 * place + 2).find((each) => each.fill === fill) ?? {}
            const at = Number(figure.toString())
            near(axis.value(x), Math.min(at, central), axis, `${name}: ${size} tornado, bar ${place} from`)
            near(axis.value(x + width), Math.max(at, central), axis, `${name}: ${size} tornado, bar ${place} to`)
          }
        }
      })
    }
  }

  for (const name of ['la5-package', 'fgc-trial']) {
    const { ready } = answers.find((each) => each.name === name) as (typeof answers)[number]
    const histogram = histogramOf(await simulationOf(ready, 1024), 'netCashable') as NonNullable<ReturnType<typeof histogramOf>>
    read(histogramChart('h', histogram), (all) => {
      const [across, up] = [axisOf(all, 'x'), axisOf(all, 'y')]
      const found = rectangles(all, bars)
      t.equal(found.length, histogram.counts.length)
      for (const [place, { x, width, y, height }] of found.entries()) {
        // Bars are drawn half a unit smaller on each side, for a gap between them.
        near(across.value(x - 0.5), histogram.edges[place] as number, across, `${name}: bin ${place} from`)
        near(across.value(x + width + 0.5), histogram.edges[place + 1] as number, across, `${name}: bin ${place} to`)
        const count = histogram.counts[place] as number
        if (count > 0)
          t.ok(
            Math.abs(height * up.unit - count) <= 1.1 * up.unit,
            `${name}: bin ${place} holds ${count}, drawn ${height * up.unit} at ${y}`,
          )
      }
    })
    const choice = await choiceOf(ready, { measure: 'netCashable' })
    read(frontierChart('f', frontierOf(choice)), (chart) => {
      const [cost, gain] = [axisOf(chart, 'x'), axisOf(chart, 'y')]
      const dots = chart.filter(({ name: element, look }) => element === 'circle' && look.fill === palette.whole)
      t.equal(dots.length, choice.frontier.length, `${name}: a dot for every package on the frontier`)
      for (const [place, { budgeted, measure }] of choice.frontier.entries()) {
        const { cx = '0', cy = '0' } = dots[place]?.attributes ?? {}
        near(cost.value(Number(cx)), Number(budgeted.toString()), cost, `${name}: frontier, cost ${place}`)
        near(gain.value(Number(cy)), Number(measure.toString()), gain, `${name}: frontier, gain ${place}`)
      }
    })
  }

  const { answer } = answers.find(({ name }) => name === 'minimal') as (typeof answers)[number]
  read(cashChart('c', cashOf(answer)), (all) => {
    const at = (label: string) => all.find(({ name, text }) => name === 'text' && text === label)?.x ?? Number.NaN
    const rule = Number(all.find(({ name, look }) => name === 'line' && look.stroke === palette.gain)?.attributes.x1)
    // May 2028 ends two months after March 2028, the end of 2027-28.
    const months = ((rule - at('2027-28')) / (at('2028-29') - at('2027-28'))) * 12
    t.ok(Math.abs(months - 2) < 0.05, `the payback stands ${months} months into 2028-29`)
  })

  const found = trees(later.map(({ svg }) => svg))
  for (const [place, { look }] of later.entries()) look(placed(found[place] as (typeof found)[number]))
})

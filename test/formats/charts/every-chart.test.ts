import fc from 'fast-check'
import t from 'tap'
import { demandChart } from '../../../src/formats/charts/demand.ts'
import { anyCase } from '../../properties/random-cases.ts'
import { answersOf, type Drawer, everyChart, plainCharts, scenarios } from './every-chart.ts'
import { noPython, placed, trees } from './svg-reading.ts'

/*
 * What holds for every chart of every case: it is well-formed, stands alone, says what it is, stays within its viewBox, and nothing in it is no
 * number. Cases: the library, random legal ones, and some made to break a chart.
 */

t.setTimeout(0)

const sizes = ['wide', 'narrow'] as const
type Tester = { ok: (value: unknown, message: string) => unknown; notMatch: (text: string, pattern: RegExp, message: string) => unknown }

/** Looks at charts in both sizes. */
function look(t: Tester, name: string, charts: ReadonlyMap<string, Drawer>): void {
  const drawn = [...charts].flatMap(([kind, draw]) => sizes.map((size) => ({ id: `${kind}-${size}`, svg: draw(`${kind}-${size}`, size) })))
  const read = trees(drawn.map(({ svg }) => svg))
  const ids = new Set<string>()
  for (const [place, { id, svg }] of drawn.entries()) {
    const what = `${name}: ${id}`
    t.notMatch(svg, /NaN|Infinity|undefined|<style|style=|<script|\son\w+=|href=|url\(|class=|currentColor/, `${what} stands alone`)
    const root = read[place] as (typeof read)[number]
    const [, , width = 0, height = 0] = (root.attributes.viewBox ?? '').split(' ').map(Number)
    t.ok(root.name === 'svg' && root.attributes.role === 'img' && width > 0 && height > 0, `${what} is one image`)
    const [title, description] = root.children
    t.ok(title?.name === 'title' && title.text !== '' && root.attributes['aria-labelledby'] === title.attributes.id, `${what} has a title`)
    t.ok(description?.name === 'desc' && root.attributes['aria-describedby'] === description.attributes.id, `${what} has a description`)
    t.ok(/\d/.test(description?.text ?? ''), `${what} tells figures: ${description?.text}`)
    const all = placed(root)
    for (const { attributes } of all)
      if (attributes.id !== undefined) t.ok(!ids.has(attributes.id), `${what}: ${attributes.id} is one of a kind`)
    for (const { attributes } of all) if (attributes.id !== undefined) ids.add(attributes.id)
    const astray = all.filter(({ name, x, y }) => name === 'text' && (x < -1 || x > width + 1 || y < -1 || y > height + 1))
    t.ok(astray.length === 0, `${what}: every text begins within: ${astray.map(({ text }) => text).join(', ')}`)
  }
}

t.test('charts of the scenario library', { skip: noPython }, async (t) => {
  for (const [name, given] of scenarios) look(t, name, await everyChart(answersOf(given)))
})

t.test('charts of random cases', { skip: noPython }, async (t) => {
  const given = fc.sample(anyCase, { numRuns: 40, seed: 20260401 })
  for (const [place, each] of given.entries()) {
    look(t, `case ${place}`, plainCharts(answersOf(each)))
  }
})

const demand = { id: 'care', entriesPerYear: '100', stay: { kind: 'geometric', meanMonths: '24' } } as const
const range = (low: string, central: string, high: string) => ({ low, central, high, source: 'made up' })

t.test('charts of cases that have nothing to show, or too much', { skip: noPython }, async (t) => {
  const evil = 'A <b>&amp; "quoted" title — ŵŷ 家庭 😀 </svg><script>alert(1)</script>'
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(2)
  const price = { amount: '1000', per: 'week' as const, release: { action: 'end contracts', owner: 'head' } }
  const many = Array.from({ length: 20 }, (_, place) => ({
    id: `i${place}`,
    title: `${long} ${place}`,
    referrals: { perMonth: range('1', String(2 + place), '40') },
    effects: [{ demand: `d${place}`, risk: range('0.1', '0.4', '0.6'), windowMonths: 12, reduction: range('-0.2', '0.2', '0.5') }],
    costs: [{ id: 'team', title: long, amount: range('1000', '20000', '90000'), per: 'year' as const }],
  }))
  const demands = Array.from({ length: 20 }, (_, place) => ({
    ...demand,
    id: `d${place}`,
    title: long,
    costs: [{ id: 'place', ...price }],
  }))
  const cases: Record<string, Parameters<typeof answersOf>[0]> = {
    'nothing at all': { start: '2026-04', years: 1 },
    'one year, begun in March': {
      start: '2027-03',
      years: 1,
      demand: [{ ...demand, costs: [{ id: 'place', ...price }] }],
      interventions: [{ id: 'fgc' }],
    },
    'nobody referred': { start: '2026-04', years: 2, demand: [demand], interventions: [{ id: 'fgc', referrals: { perMonth: '0' } }] },
    'no entries': { start: '2026-04', years: 2, demand: [{ ...demand, entriesPerYear: '0' }], interventions: [{ id: 'fgc' }] },
    'thirty years, billions': {
      start: '2026-12',
      years: 30,
      demand: [{ ...demand, entriesPerYear: '1000000000', growth: '0.5', costs: [{ id: 'place', ...price, amount: '1000000000' }] }],
      interventions: [
        {
          id: 'fgc',
          referrals: { perMonth: '1000000000' },
          effects: [{ demand: 'care', risk: '1', windowMonths: 12, reduction: '-1' }],
          costs: [{ id: 'team', amount: range('0', '1000000000', '1000000000'), per: 'year' }],
        },
      ],
    },
    pence: {
      start: '2026-04',
      years: 1,
      demand: [demand],
      interventions: [{ id: 'fgc', costs: [{ id: 'pen', amount: range('0.01', '0.02', '0.03'), per: 'once' }] }],
    },
    'hostile titles': {
      start: '2026-04',
      years: 1,
      demand: [{ ...demand, title: evil, costs: [{ id: 'place', title: evil, ...price }] }],
      interventions: [
        {
          id: 'fgc',
          title: evil,
          referrals: { perMonth: range('1', '2', '3') },
          effects: [{ demand: 'care', risk: '0.4', windowMonths: 6, reduction: '0.2' }],
        },
      ],
    },
    'twenty of everything, with long names': { start: '2026-04', years: 3, demand: demands, interventions: many },
  }
  for (const [name, given] of Object.entries(cases)) {
    const answers = answersOf(given)
    const isSmall = (given.interventions?.length ?? 0) === 1
    look(t, name, isSmall ? await everyChart(answers) : plainCharts(answers))
  }
})

t.test('a title with what XML cannot hold', { skip: noPython }, async (t) => {
  const data = { title: 'a\u0000b\u0007\ud800c', start: '2026-04', doNothing: [1, 2], withPackage: [1, 1] }
  look(t, 'control characters', new Map<string, Drawer>([['demand', (id, size) => demandChart(id, data, size)]]))
})

t.test('a chart with a place that is no number is not drawn', async (t) => {
  const data = { title: 'care', start: '2026-04', doNothing: [1, Number.NaN], withPackage: [1, 1] }
  t.throws(() => demandChart('demand', data))
  t.throws(() => demandChart('demand', { ...data, doNothing: [1, Number.POSITIVE_INFINITY] }))
})

import t from 'tap'
import { Explainer } from '../../src/answers/explain.ts'
import { loadLibrary } from '../../src/http/library.ts'
import { lines } from '../../src/method/lines.ts'
import { avoidingPlaces, type Case, caseOf, demandOf, interventionOf, lineOf, plannedLine, ready } from '../cases-for-tests.ts'
import { model, scenarios } from '../http/service.ts'

/*
 * Where a case gives two lines the same value by the same formula they are one node of the graph, and an explanation has to choose among
 * their names. What it may choose is written down here from the method's own definitions (sections 4, 5 and 7).
 */

const { scenarios: library } = loadLibrary(scenarios, { warn: () => {} } as never)

/** Totals over the horizon and the one line whose years they add up. */
const overYears = {
  grossAvoided: 'financial.grossAvoided',
  cashable: 'financial.cashable',
  cost: 'financial.cost',
  costAllFunders: 'financial.costAllFunders',
  grants: 'financial.grants',
  netCashable: 'financial.net',
} as const

/** Totals of a year or of the case, and the lines that the method makes them of; # is the name in the brackets of the first. */
const madeOf: readonly (readonly [total: RegExp, of: RegExp])[] = [
  [/^financial\.cashable@/, /^demand\.\w[\w-]*\.costs\.[\w-]+\.cashable@|^interventions\.[\w-]+\.savings\.[\w-]+\.saving@/],
  [/^financial\.(partners|unplanned)@/, /\.costs\.[\w-]+\.#@|\.savings\.[\w-]+\.saving@/],
  [/^financial\.(fixed|backfilled|absorbed|notYetReleased)@/, /^demand\.[\w-]+\.costs\.[\w-]+\.#@/],
  [/^financial\.grossAvoided@/, /^financial\.(partners|unplanned|fixed|notYetReleased|backfilled|absorbed|cashable)@/],
  [/^financial\.(cost|costOneOff|costAllFunders)@/, /^interventions\.[\w-]+\.costs\.[\w-]+\.cost@/],
  [/^financial\.net@/, /^financial\.(cashable|grants|cost)@/],
  [/^financial\.cumulative@/, /^financial\.(cumulative|net)@/],
  [/^position\.(budget|doNothing|withPackage)@/, /^demand\.[\w-]+\.costs\.[\w-]+\.#@/],
  [/^position\.gap@/, /^position\.(budget|withPackage)@/],
  [/^economic\.cashableReal@/, /\.costs\.[\w-]+\.cashableReal@|\.savings\.[\w-]+\.savingReal@/],
  [/^economic\.costReal@/, /^interventions\.[\w-]+\.costs\.[\w-]+\.costReal@/],
  [/^economic\.\w+\.benefitReal@/, /^economic\.((fiscal\.)?\w+Real)@/],
  [/^economic\.\w+\.pvBenefit$/, /^economic\.(\w+\.benefitReal|discountFactor)@/],
  [/^economic\.\w+\.pvCost$/, /^economic\.(costReal|discountFactor)@/],
  [/^economic\.\w+\.npv$/, /^economic\.(\w+\.benefitReal|costReal|discountFactor)@/],
  [/^economic\.pvFixed$/, /^economic\.(fixedReal|discountFactor)@/],
  [/^headline\.netAvoided$/, /^headline\.(grossAvoided|costAllFunders)$/],
  [/^headline\.peakFunding$/, /^financial\.cumulativeByMonth@/],
]

/** Lines in money of the day that are made of money of the base year: only the price itself. */
const changesMoney = new Set(['price'])

function namesOf(theCase: Case): string[] {
  const explainer = new Explainer(ready(theCase), model)
  const { book } = explainer.figures.method
  const years = book.timeline.financialYears.map(({ year }) => year)
  const wrong: string[] = []
  for (const [name, of] of Object.entries(overYears)) {
    const { operands } = explainer.explain(`headline.${name}`)
    const line = book.lines.get(of)
    const expected = years.filter((_, place) => !line?.values[place]?.isZero).map((year) => `${of}@${year}`)
    const got = operands.map((operand) => operand.line)
    if (got.join() !== expected.join()) wrong.push(`headline.${name}: ${got.join()} and not ${expected.join()}`)
  }
  for (const line of book.lines.values()) {
    const places = line.period === 'month' ? [0, line.values.length - 1] : line.values.keys()
    for (const place of places) {
      const id = explainer.names.id({ line, place })
      const { operands, unit } = explainer.explain(id)
      const [total, of] = madeOf.find(([pattern]) => pattern.test(id)) ?? []
      for (const operand of operands) {
        const rule = of === undefined || total === undefined ? undefined : new RegExp(of.source.replaceAll('#', total.exec(id)?.[1] ?? ''))
        if (rule !== undefined && operand.line !== undefined && !rule.test(operand.line)) wrong.push(`${id} is made of ${operand.line}`)
        const areMoney = unit.startsWith('pounds') && operand.line !== undefined && operand.unit.startsWith('pounds')
        if (areMoney && operand.unit !== unit && !changesMoney.has(line.name)) wrong.push(`${id} in ${unit} is made of ${operand.line}`)
      }
    }
  }
  return wrong
}

for (const { id, case: theCase } of library) {
  t.test(`${id}: totals are made of the method’s own lines, in one run and one money`, async (t) => {
    t.same(namesOf(theCase).slice(0, 10), [])
  })
}

t.test('cases with nothing on some rungs, over one, two, three and five years', async (t) => {
  const team = { id: 'team', amount: '1000', per: 'year' as const }
  const staffed = (cost: object) => [interventionOf({ costs: [{ ...team, ...cost }] })]
  for (const years of [1, 2, 3, 5]) {
    const places = new Array(12 * years).fill(5)
    const kinds: Record<string, Case> = {
      'no cost, all cash': avoidingPlaces(places, { years }, { costs: [plannedLine()] }),
      'no cost, no plan': avoidingPlaces(places, { years }, { costs: [lineOf()] }),
      'no cost, all with partners': avoidingPlaces(places, { years }, { costs: [lineOf({ funder: 'nhs' })] }),
      'no cost, cash and fixed': avoidingPlaces(places, { years }, { costs: [plannedLine({}, { variable: '0.5' })] }),
      'no cost, social value alone': avoidingPlaces(places, { years }, { costs: [lineOf({ value: 'social' })] }),
      'cost alone': caseOf({ years, demand: [demandOf()], interventions: staffed({}) }),
      'redeployed cost alone': caseOf({ years, demand: [demandOf()], interventions: staffed({ redeployed: true }) }),
      'a partner’s cost alone': caseOf({ years, demand: [demandOf()], interventions: staffed({ funder: 'nhs' }) }),
      'one-off cost alone': caseOf({ years, demand: [demandOf()], interventions: staffed({ per: 'once' }) }),
      'a grant alone': caseOf({ years, demand: [demandOf()], funding: [{ id: 'grant', byYear: { '2026-27': '500' } }] }),
      'nothing at all': caseOf({ years, demand: [demandOf()] }),
    }
    for (const [kind, theCase] of Object.entries(kinds)) t.same(namesOf(theCase).slice(0, 5), [], `${kind}, ${years} years`)
  }
})

t.test('a cost for each referral, start and completion is said of referrals, starts and completions', async (t) => {
  // All who are referred are eligible, accept, start and complete, so that three of the four lines are one node.
  for (const [per, label] of [
    ['referral', lines.referred.label],
    ['start', lines.starts.label],
    ['completion', lines.completed.label],
  ] as const) {
    const theCase = caseOf({
      demand: [demandOf()],
      interventions: [interventionOf({ referrals: { perMonth: '10' }, costs: [{ id: 'fee', amount: '10', per }] })],
    })
    const { words } = new Explainer(ready(theCase), model).explain('interventions.fgc.costs.fee.quantity@2026-05')
    t.equal(words, `“${label}” (fgc) in 2026-05`)
  }
})

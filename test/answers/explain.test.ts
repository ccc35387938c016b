import t from 'tap'
import { Explainer, explain } from '../../src/answers/explain.ts'
import { generalised } from '../../src/answers/explanation/counts.ts'
import { namedCounts, specimenCounts } from '../../src/answers/explanation/specimen.ts'
import { glossary } from '../../src/answers/glossary.ts'
import { LineError } from '../../src/answers/line-error.ts'
import { askedBy } from '../../src/answers/line-id.ts'
import { exactNumber } from '../../src/graph/exact.ts'
import { loadLibrary } from '../../src/http/library.ts'
import { lines } from '../../src/method/lines.ts'
import { avoidingPlaces, caseOf, demandOf, interventionOf, lineOf, plannedLine, ready } from '../cases-for-tests.ts'
import { model, scenarios } from '../http/service.ts'

const { scenarios: library } = loadLibrary(scenarios, { warn: () => {} } as never)

t.test('every line of every scenario explains, and so does every operand', async (t) => {
  for (const { id: scenario, case: theCase } of library) {
    const explainer = new Explainer(ready(theCase), model)
    const { figures, names } = explainer
    const ids = [...figures.method.book.lines.values()].flatMap((line) => [
      names.id({ line, place: line.values.length - 1 }),
      ...(line.name === 'starts' || line.name === 'net' ? [line.id] : []),
    ])
    const wrong: string[] = []
    for (const id of ids) {
      const { operands, words, workings } = explainer.explain(id)
      if (words === '' || /undefined|NaN|\[object/.test(words)) wrong.push(`${id}: ${words}`)
      if (workings.length > 100) wrong.push(`${id}: ${workings.length} workings`)
      for (const { line, path } of operands) {
        if (line !== undefined) askedBy(figures, line)
        else if (!figures.register.has(path ?? '')) wrong.push(`${id}: no ${path}`)
        if (line === id) wrong.push(`${id} is made of itself`)
      }
    }
    t.same(wrong, [], scenario)
  }
})

t.test('going from operand to operand always ends', async (t) => {
  const theCase = library.find(({ id }) => id === 'la5-package')?.case
  const explainer = new Explainer(ready(theCase as never), model)
  const done = new Set<string>()
  const visit = (id: string, trail: readonly string[]) => {
    if (trail.includes(id)) t.fail(`${[...trail, id].join(' → ')} comes back`)
    if (done.has(id) || trail.includes(id)) return
    done.add(id)
    const { operands } = explainer.explain(id)
    for (const { line } of operands.slice(-3)) if (line !== undefined) visit(line, [...trail, id])
  }
  visit('headline.netCashable', [])
  t.ok(done.size > 100, `${done.size} lines`)
})

t.test('the steps from avoided to cashable add up, in every scenario and year', async (t) => {
  for (const { id: scenario, case: theCase } of library) {
    const explainer = new Explainer(ready(theCase), model)
    const years = explainer.figures.method.book.timeline.financialYears.map(({ year }) => `financial.cashable@${year}`)
    for (const id of ['why.cashable', ...years]) {
      const { why = [] } = explainer.explain(id)
      const [gross, ...steps] = why
      const sum = steps.reduce((total, { value }) => total.plus(exactNumber(value.toString())), exactNumber(0))
      t.equal(sum.toFixed(2), gross?.value.toString(), `${scenario} ${id}`)
      for (const { rung, value, sentence } of steps) {
        if (rung !== 'nil' && !value.value.isZero()) t.ok(sentence.includes('£'), sentence)
        t.notMatch(sentence, /undefined|NaN/)
      }
    }
  }
})

t.test('why cashable is less, by hand: growth first, then notice, steps and the opening of the plan', async (t) => {
  // Places avoided: 5 in each of twelve months, at £100 a month with no partner. The plan opens in July, asks one month's notice and
  // releases in steps of 2: April to June nothing (3 × 5 places), from July 4 of 5 (9 × 1 waits). 1,500 + 900 = £2,400 held, £3,600 cash.
  const theCase = avoidingPlaces(new Array(12).fill(5), {}, { costs: [plannedLine({ from: '2026-07', noticeMonths: 1, step: '2' })] })
  const { why = [], value } = explain(ready(theCase), { model }, 'why.cashable')
  t.equal(String(value), '3600.00')
  const held = why.find(({ rung }) => rung === 'notYetReleased')
  t.equal(String(held?.value), '2400.00')
  t.match(held?.sentence, /Before the plan opens in 2026-07: .*£1,500\.00 in 3 months\./)
  t.match(held?.sentence, /Less than a whole step of 2 places: .*£900\.00 in 9 months\./)
  t.match(held?.moves, /demand\.care\.costs\.place\.release\.step/)
  t.match(why.at(-1)?.sentence, /^Nil: falls to partners; .*absorbed by unfunded growth/)
})

t.test('what binds: the words follow the figures', async (t) => {
  const released = (theCase: Parameters<typeof ready>[0], month: string) =>
    explain(ready(theCase), { model }, `demand.care.costs.place.releasedPlaces@${month}`).binds
  const theCase = avoidingPlaces(new Array(12).fill(5), {}, { costs: [plannedLine({ from: '2026-07', noticeMonths: 1, step: '2' })] })
  t.match(released(theCase, '2026-05'), [{ kind: 'release', sentence: /opens in 2026-07: 5 stand empty/ }])
  t.match(released(theCase, '2026-08'), [{ kind: 'step', sentence: /whole steps of 2 can go: of 5 free to go, 1 are less than a step/ }])
  const rising = avoidingPlaces([1, 1, 1, 4, 4, 4, 4, 4, 4, 4, 4, 4], {}, { costs: [plannedLine({ noticeMonths: 2 })] })
  t.match(released(rising, '2026-07'), [
    { kind: 'notice', sentence: /notice of 2 months binds: of 4 standing empty, 3 have not been empty/ },
  ])
  // Ten families a month from April, 15 places, two months each: 10 start in April, 5 in May, when 10 hold a place.
  const full = caseOf({
    demand: [demandOf()],
    interventions: [
      interventionOf({ referrals: { perMonth: '10' }, programme: { months: 2 }, capacity: { places: '15', waitingList: true } }),
    ],
  })
  t.match(explain(ready(full), { model }, 'interventions.fgc.starts@2026-04').binds, [{ kind: 'queue', sentence: /all 10 families/ }])
  t.match(explain(ready(full), { model }, 'interventions.fgc.starts@2026-05').binds, [
    { kind: 'capacity', sentence: /10 families could start and 5 places are free/ },
  ])
})

t.test('a service that is not open says so', async (t) => {
  const theCase = caseOf({
    demand: [demandOf()],
    interventions: [interventionOf({ start: '2026-07', end: '2026-12', referrals: { perMonth: '10' } })],
  })
  const bindsOf = (id: string) => explain(ready(theCase), { model }, `interventions.fgc.${id}`).binds
  for (const line of ['warmUp', 'referred', 'accepted', 'starts']) {
    t.match(bindsOf(`${line}@2026-06`), [{ kind: 'closed', sentence: /it opens in 2026-07/ }], line)
    t.same(bindsOf(`${line}@2026-07`), [], line)
    t.match(bindsOf(`${line}@2027-01`), [{ kind: 'closed', sentence: /the last are in 2026-12/ }], line)
  }
})

t.test('nil cash says what took it, where it is asked for, in months, years and the horizon', async (t) => {
  const bindsOf = (theCase: Parameters<typeof ready>[0], id: string) =>
    explain(ready(theCase), { model }, id).binds.map(({ kind, sentence }) => `${kind}: ${sentence}`)
  // 5 places in each of twelve months at £100: £6,000 avoided; a tenth to unmet need, and nobody has a plan for the rest.
  const unplanned = avoidingPlaces(new Array(12).fill(5), {}, { backfill: '0.1', costs: [lineOf()] })
  const took =
    'release: Of £6,000.00 avoided, need that was not being met takes £600.00, £5,400.00 has no plan to release it and nothing is left as cash.'
  for (const id of ['care.costs.place.cashable', 'care.costs.place.cashable@2026-27', 'care.costs.place.cashableByMonth@2026-27']) {
    t.same(bindsOf(unplanned, `demand.${id}`), [took], id)
  }
  for (const id of ['headline.cashable', 'financial.cashable@2026-27']) t.same(bindsOf(unplanned, id), [took], id)
  // 120 entries a year at 12% growth a year, staying six months; the budget pays for £100 × 60 places. What growth needs is more than
  // the half place avoided, so that it takes all of it: 0.5 × 12 × £100 = £600.
  const growing = avoidingPlaces(
    new Array(24).fill(0.5),
    { years: 2 },
    {
      growth: '0.12',
      costs: [plannedLine()],
    },
  )
  t.same(bindsOf(growing, 'demand.care.costs.place.cashable@2027-28'), [
    'growth: Of £600.00 avoided, growth that the budget does not fund takes £600.00 and nothing is left as cash.',
  ])
  t.match(bindsOf(growing, 'demand.care.costs.place.cashableByMonth@2028-03'), [
    /^growth: Of 0.5 places avoided, growth .* takes 0.5 places and nothing is left standing empty\.$/,
  ])
  const partner = avoidingPlaces(new Array(12).fill(5), {}, { costs: [lineOf({ funder: 'nhs' })] })
  t.same(bindsOf(partner, 'demand.care.costs.place.cashable@2026-27'), [
    'funder: Of £6,000.00 avoided, £6,000.00 falls to partners and nothing is left as cash.',
  ])
  const nothing = caseOf({ demand: [demandOf({ costs: [plannedLine()] })] })
  t.same(bindsOf(nothing, 'demand.care.costs.place.cashable'), [
    'nothing-avoided: Nothing is avoided here, so there is nothing to release.',
  ])
})

t.test('the gap says what makes it, in figures that add up to it', async (t) => {
  const pounds = (text: string | undefined) => exactNumber((text ?? '0').replace(/[£,]/g, ''))
  let gaps = 0
  for (const { id: scenario, case: theCase } of library) {
    const explainer = new Explainer(ready(theCase), model)
    for (const { year } of explainer.figures.method.book.timeline.financialYears) {
      const { value, binds } = explainer.explain(`position.gap@${year}`)
      const sentence = binds[0]?.sentence ?? ''
      const [, over, side] = /would be (£[\d,.]+) (over|under) the budget/.exec(sentence) ?? []
      const [, held] = /holds (£[\d,.]+|−£[\d,.]+) of growth back/.exec(sentence) ?? []
      const [, released] = /releases (£[\d,.]+) in cash/.exec(sentence) ?? []
      const [, added] = /adds (£[\d,.]+) of spending/.exec(sentence) ?? []
      const [, left, what] = /so (£[\d,.]+) is (not funded|left over)\.$/.exec(sentence) ?? []
      const made = pounds(held)
        .plus(pounds(released))
        .minus(pounds(added))
        .minus(pounds(over).times(side === 'under' ? -1 : 1))
      t.equal(made.toFixed(2), String(value), `${scenario} ${year}: ${sentence}`)
      t.equal(
        pounds(left)
          .times(what === 'not funded' ? -1 : 1)
          .toFixed(2),
        String(value),
        `${scenario} ${year}`,
      )
      gaps += value === null || pounds(String(value)).isZero() ? 0 : 1
    }
  }
  t.ok(gaps > 10, `${gaps} gaps`)
})

t.test('assumptions: also the defaults that stand in no formula, and no stranger', async (t) => {
  const { assumptions } = explain(ready(library.find(({ id }) => id === 'minimal')?.case as never), { model }, 'headline.cashable')
  const byPath = new Map(assumptions.map((assumption) => [assumption.path, assumption]))
  t.match(byPath.get('demand.care.backfill'), { value: '0', origin: 'default' })
  t.match(byPath.get('demand.care.costs.place.release.step'), { value: '0', shows: false })
  t.match(byPath.get('interventions.fgc.effects.care.risk'), { value: '0.448', origin: 'supplied', shows: true })
  t.notOk(byPath.has('interventions.fgc.costs.team.amount'), 'what it costs does not bear on what is cashable')
})

t.test('a line without a period: flows are added up, the rest is a list', async (t) => {
  const explainer = new Explainer(ready(library.find(({ id }) => id === 'minimal')?.case as never), model)
  t.equal(String(explainer.explain('demand.care.entries').value), '500.000000', '100 a year for five years')
  t.equal(String(explainer.explain('demand.care.entries@2027-28').value), '100.000000')
  t.match(explainer.explain('demand.care.stockAvoided'), { value: null, words: /not added up/ })
  t.equal(explainer.explain('demand.care.stockAvoided').operands.length, 60)
  t.same(
    explainer.explain('demand.care.stockAvoided@2027-28').operands[0]?.line,
    'demand.care.stockAvoided@2028-03',
    'the last month of the year',
  )
})

t.test('an id or a period that is not there is refused with the nearest one', async (t) => {
  const explainer = new Explainer(ready(library.find(({ id }) => id === 'minimal')?.case as never), model)
  const refuses = (id: string, code: string, message: RegExp) => {
    try {
      explainer.explain(id)
      t.fail(`${id} is explained`)
    } catch (error) {
      t.ok(error instanceof LineError, id)
      t.match(error, { code, message })
    }
  }
  refuses('headline.netCashabel', 'unknown-line', /Did you mean headline.netCashable\?/)
  refuses('headline.entriesAvoided', 'unknown-line', /headline\.entriesAvoided\.care/)
  refuses('demand.cares.entries', 'unknown-line', /demand\.care\.entries/)
  refuses('headline.cashable@2026-27', 'unknown-period', /one value for the whole horizon; leave out @2026-27/)
  refuses('financial.cashable@2026-05', 'unknown-period', /a financial year from 2026-27 to 2030-31/)
  refuses('demand.care.entries@2026-13', 'unknown-period', /a month from 2026-04 to 2031-03, or a financial year/)
  refuses('demand.care.entries@', 'unknown-period', /has nothing at ""/)
  refuses('demand.care.entries@2026-05@2026-06', 'unknown-period', /has nothing at "2026-05@2026-06"/)
  for (const id of ['', '@', '.', 'constructor', '__proto__', 'headline.__proto__', 'x'.repeat(100_000)])
    refuses(id, 'unknown-line', /^There is no line/)
})

t.test('the glossary has a formula for every line', async (t) => {
  const printed = glossary()
  t.same(
    printed.slice(0, Object.keys(lines).length).map(({ id }) => id),
    Object.keys(lines),
  )
  for (const { id, formula } of printed) {
    t.ok(formula.length > 5, id)
    t.notMatch(formula, /working|undefined|20[0-9]{2}-/, id)
  }
  t.equal(printed.find(({ id }) => id === 'net')?.formula, '“Cashable” + “Grants” − “Cost”')
})

t.test('the formulas of the glossary are general: counts have names, and only numbers of the method are left', async (t) => {
  // Twelve months a year, the weeks of a month (1461 ÷ 28 ÷ 12), the discount rate of the first 30 years, half of a pair's overlap, and the
  // 10 places at which a payback is judged: nothing else in the method is a number.
  const ofTheMethod = new Set(['0', '1', '12', '1461', '28', '0.035', '30', '0.5', '10'])
  for (const { id, formula } of glossary()) {
    const others = (formula.replaceAll('£1', '').match(/\d+(\.\d+)?/g) ?? []).filter((number) => !ofTheMethod.has(number))
    t.same(others, [], `${id}: ${formula}`)
    if (id !== 'attributedAvoided') t.notMatch(formula, /another intervention/, id)
  }
  const formulaOf = (name: string) => glossary().find(({ id }) => id === name)?.formula ?? ''
  t.match(formulaOf('standAloneAvoided'), '÷ (the months of the window))')
  t.match(formulaOf('fading'), 'to the power (the months of the window − the months of the hold + 1)')
  t.match(formulaOf('standingPlaces'), 'in each of the months of the notice + 1 up to this one')
  t.equal(formulaOf('costAllFunders'), 'the sum of “Cost” of each cost of each intervention')
})

t.test('a formula is made general only where two specimens differ by counts that have one name', async (t) => {
  const counts = [
    { window: 14, hold: 8 },
    { window: 17, hold: 6 },
  ] as const
  t.equal(generalised(['a ÷ 14 + 1', 'a ÷ 17 + 1'], counts), 'a ÷ window + 1')
  t.throws(() => generalised(['a ÷ 14', 'a ÷ 6'], counts), /no count is 14 .* and 6/)
  t.throws(() => generalised(['a ÷ 9', 'a ÷ 11'], counts), /no count is 9/)
  t.throws(() => generalised(['a + b', 'a + b + c'], counts), /differ by more than a count/)
  const [first, second] = specimenCounts.map(namedCounts) as [Record<string, number>, Record<string, number>]
  const pairs = Object.keys(first).map((name) => `${first[name]} and ${second[name]}`)
  t.equal(new Set(pairs).size, pairs.length, 'no two counts are the same pair of numbers')
  for (const name of Object.keys(first)) t.not(first[name], second[name], name)
})

t.test('what does not add up is listed and never added up', async (t) => {
  // Numbers at a moment, rates and prices: a sum of them over the months would be a number that means nothing.
  const minimal = new Explainer(ready(library.find(({ id }) => id === 'minimal')?.case as never), model)
  const apart = ['care.stockDoNothing', 'care.costs.place.heldPlaces', 'care.costs.place.price', 'care.placeWorth']
  for (const id of apart.map((each) => `demand.${each}`)) t.equal(minimal.explain(id).value, null, id)
  // Entries do: 100 a year over five years.
  t.equal(String(minimal.explain('demand.care.entries').value), '500.000000')
  const several = new Explainer(ready(library.find(({ id }) => id === 'la5-package')?.case as never), model)
  for (const name of ['cashPerPlaceAvoided', 'cashPerPlaceAdded']) t.equal(several.explain(`demand.care-10-17.${name}`).value, null, name)
})

t.test('an assumption can be asked for: what it is, where it is from, and what it is for', async (t) => {
  const explainer = new Explainer(ready(library.find(({ id }) => id === 'minimal')?.case as never), model)
  const asked = explainer.explain('demand.care.stay.meanMonths')
  t.match(asked, { line: 'demand.care.stay.meanMonths', value: '24', exact: '24', unit: 'months', section: '1', figures: null })
  t.match(
    asked.words,
    /^An assumption of the case, supplied with it: 24 \(months\)\. It stands in the formula of .*“Numbers if nothing is done”/,
  )
  t.match(asked.assumptions, [{ path: 'demand.care.stay.meanMonths', origin: 'supplied', shows: true }])
  for (const id of asked.asks)
    t.ok(
      explainer.explain(id).operands.some(({ path }) => path === asked.line),
      `${id} is made of it`,
    )
  t.match(explainer.explain('demand.care.costs.place.release.step'), {
    value: '0',
    words: /default: 0 .*“Released by the plan”, where as it stands/,
  })
  t.throws(() => explainer.explain('demand.care.stay.meanMonths@2026-27'), /leave out @2026-27/)
  for (const { id: scenario, case: theCase } of library.slice(0, 4)) {
    const every = new Explainer(ready(theCase), model)
    for (const path of every.figures.register.keys()) {
      const { words, label } = every.explain(path)
      if (/undefined|NaN|\[object/.test(`${words}${label}`)) t.fail(`${scenario} ${path}: ${words}`)
    }
  }
})

t.test('small things that a reader trips over', async (t) => {
  const minimal = new Explainer(ready(library.find(({ id }) => id === 'minimal')?.case as never), model)
  // A programme that starts in April treats children in May, so that the first entry is avoided in May.
  t.match(minimal.explain('headline.entriesAvoided.care').words, /from 2026-05 to 2031-03; it is nil in 2026-04$/)
  const urgent = new Explainer(ready(library.find(({ id }) => id === 'urgent-saving')?.case as never), model)
  t.match(urgent.explain('headline.cost').words, /^“Cost” in 2026-27; it is nil from 2027-28 to 2033-34$/)
  t.notMatch(urgent.explain('headline.netCashable').inShort, /739,932/, 'a formula does not hold its own result')
  const long = caseOf({
    years: 30,
    demand: [demandOf()],
    interventions: [interventionOf({ costs: [{ id: 'team', amount: '9', per: 'year' }] })],
  })
  const peak = new Explainer(ready(long), model).explain('headline.peakFunding')
  t.match(peak.words, /least of 0 and “Cumulative net cash by month, unrounded” from 2026-04 to 2056-03/)
  t.same(peak.workings, [])
  const out = caseOf({ demand: [demandOf()], interventions: [interventionOf({ included: false })] })
  t.throws(() => new Explainer(ready(out), model).explain('interventions.fgc.starts'), /left out of the package \(included: false\)/)
  // Half a penny less than nothing: −3 place-months at a third of a pound of 0.9 variable, whatever it comes to, in one kind of minus sign.
  const rising = avoidingPlaces(new Array(12).fill(-1), {}, { costs: [plannedLine({}, { amount: '10.0049', variable: '0.9' })] })
  const rounded = new Explainer(ready(rising), model).explain('demand.care.costs.place.cashable@2026-27').binds
  t.match(rounded[0]?.sentence, /^Posted once and rounded to pence: −[\d.]+ becomes −£[\d.]+\.$/)
})

t.test('whole steps are said in English, and all of it where the step is 0', async (t) => {
  const costs = (step: string) => [plannedLine({ step: { central: step, low: '0', high: '4' } as never })]
  const words = (step: string) =>
    new Explainer(ready(avoidingPlaces(new Array(12).fill(5), {}, { costs: costs(step) })), model).explain(
      'demand.care.costs.place.releasedPlaces@2026-09',
    )
  t.match(words('2').words, /“Left empty[^”]*” in 2026-09 in whole steps of 2/)
  t.match(words('0').words, /all of “Left empty/)
  for (const step of ['2', '0']) t.notMatch(`${words(step).words} ${words(step).inShort}`, /whole part|÷/)
  const { formula = '' } = glossary().find(({ id }) => id === 'releasedPlaces') ?? {}
  t.match(formula, /in whole steps of “[^”]+” \(all of it where that is 0\)/)
})

t.test('the glossary says which way it shows, and no field names', async (t) => {
  const formulaOf = (name: string) => glossary().find(({ id }) => id === name)?.formula ?? ''
  t.match(formulaOf('discountFactor'), /^after the first financial year of the case/)
  t.match(formulaOf('unplanned'), /^on a line without a release plan: /)
  t.match(formulaOf('notYetReleased'), /^on a line with a release plan: /)
  for (const { id, formula } of glossary()) t.notMatch(formula, /[a-z][A-Z]|[a-z]\.[a-z]/, id)
})

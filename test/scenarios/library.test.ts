import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { WrittenMethods } from '../../src/answers/structure.ts'
import type { Load } from '../../src/case/assemble.ts'
import { readScenario, type Scenario, variantCase } from '../../src/case/scenario.ts'
import { type Answer, answer } from '../cases-for-tests.ts'

/*
 * The scenario library: every file and every variant is appraised, warns of what its head says it warns of, and shows what it claims to show.
 */

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url))
const read = (file: string) => readFileSync(`${folder}${file}`, 'utf8')
const load: Load = (reference) => ({ text: read(reference), format: 'yaml', name: reference })
const ids = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''))
const scenarios = new Map(ids.map((id) => [id, readScenario(read(`${id}.yaml`), 'yaml', { load, name: `${id}.yaml` })]))

const methods = new WrittenMethods()
const known = new Map<string, Answer>()
/** The answer of a scenario, or of one of its variants. */
function of(id: string, variant = 'central'): Answer {
  const key = `${id} ${variant}`
  const scenario = scenarios.get(id) as Scenario
  const found = known.get(key) ?? answer(variant === 'central' ? scenario.case : variantCase(scenario, variant), methods)
  known.set(key, found)
  return found
}
const pounds = (text: string | undefined | null) => Number(text)
const net = (id: string, variant?: string) => pounds(of(id, variant).headline.netCashable)
const headline = (id: string, key: 'grossAvoided' | 'cashable' | 'cost' | 'netAvoided' | 'npv', variant?: string) =>
  pounds(of(id, variant).headline[key])
const yearly = (id: string, variant?: string) => of(id, variant).years.map(({ cash }) => pounds(cash.net))
const gaps = (id: string, variant?: string) => of(id, variant).years.map(({ position }) => pounds(position.gap))
const rung = (id: string, name: 'partners' | 'absorbed' | 'backfilled' | 'notYetReleased' | 'unplanned' | 'cashable', variant?: string) =>
  of(id, variant).years.reduce((sum, { cash }) => sum + pounds(cash[name]), 0)

/** What the central case of each file warns of, as its head says. */
const expectedWarnings: Record<string, string[]> = {
  'backfill-and-thresholds': ['uncontrolled-evidence', 'no-release-plan', 'benefits-beyond-horizon'],
  'edge-of-care-hub': ['uncontrolled-evidence', 'grant-ends', 'benefits-beyond-horizon'],
  'fdac-exits': ['no-release-plan', 'benefits-beyond-horizon'],
  fft: ['demand-above-capacity', 'waiting-list-never-clears', 'uncontrolled-evidence', 'no-release-plan', 'benefits-beyond-horizon'],
  'fgc-trial': ['no-release-plan', 'benefits-beyond-horizon'],
  fnp: ['no-release-plan', 'benefits-beyond-horizon'],
  'la1-pause-refused': ['benefits-beyond-horizon'],
  'la2-redeployed-neglect': ['uncontrolled-evidence', 'no-release-plan', 'benefits-beyond-horizon'],
  'la3-pooled-budget': ['uncontrolled-evidence', 'no-release-plan', 'grant-ends', 'benefits-beyond-horizon'],
  'la4-conferencing': ['uncontrolled-evidence', 'no-release-plan', 'benefits-beyond-horizon'],
  'la5-package': ['uncontrolled-evidence', 'no-release-plan', 'grant-ends', 'benefits-beyond-horizon'],
  'la5-without-growth': ['uncontrolled-evidence', 'no-release-plan', 'grant-ends', 'benefits-beyond-horizon'],
  minimal: ['growth-default', 'backfill-default', 'inflation-zero', 'benefits-beyond-horizon'],
  'mst-null-trial': [],
  'parenting-savings-elsewhere': ['benefits-beyond-horizon'],
  'step-release-home': ['uncontrolled-evidence', 'benefits-beyond-horizon'],
  'three-claims': ['uncontrolled-evidence', 'no-release-plan', 'benefits-beyond-horizon'],
  'urgent-saving': ['uncontrolled-evidence'],
}

t.test('every file says what it is', (t) => {
  t.same(ids, Object.keys(expectedWarnings).sort())
  for (const id of ids) {
    const lines = read(`${id}.yaml`).split('\n')
    const comment = lines.findIndex((line) => !line.startsWith('#'))
    t.ok(comment >= 5 && comment <= 12, `${id} opens with a comment of 5 to 12 lines`)
    t.same(
      lines.filter((line) => line.length > 140),
      [],
      `${id} has no line over 140 characters`,
    )
    const scenario = scenarios.get(id) as Scenario
    t.equal(scenario.id, id)
    t.ok(scenario.title && scenario.description, `${id} has a title and a description`)
    t.ok(scenario.variants.length >= 2, `${id} has variants`)
    t.ok(
      scenario.variants.every(({ title }) => title),
      `every variant of ${id} has a title`,
    )
    t.equal(scenario.case.start, '2026-04')
    if (id === 'minimal') continue
    t.equal(scenario.case.prices?.baseYear, '2024-25', `${id} is in prices of the last built-in deflator`)
    t.ok(scenario.case.prices?.inflation, `${id} states inflation`)
  }
  t.end()
})

t.test('every file and every variant is appraised, and its numbers are plausible', (t) => {
  for (const [id, { variants }] of scenarios) {
    for (const variant of ['central', ...variants.map((each) => each.id)]) {
      const { demand, checks } = of(id, variant)
      t.ok(
        checks.every(({ pass }) => pass),
        `${id} ${variant}`,
      )
      for (const { id: which, years } of demand) {
        for (const { entries, entriesAvoided } of years) {
          if (pounds(entriesAvoided) > 0.3 * pounds(entries)) t.fail(`${id} ${variant} avoids more than 30% of ${which}`)
        }
      }
    }
  }
  t.end()
})

t.test('every file warns of what its head says', (t) => {
  for (const id of ids) t.same([...new Set(of(id).warnings.map(({ code }) => code))].sort(), [...(expectedWarnings[id] ?? [])].sort(), id)
  t.end()
})

t.test('whatever is assumed is given a range and says so', (t) => {
  for (const id of ids) {
    if (id === 'minimal') continue
    for (const { path, note, range } of of(id).assumptions) {
      if (range) t.ok(note !== undefined, `${id} ${path} says where its range comes from`)
    }
  }
  t.end()
})

t.test('minimal: the contract figures', (t) => {
  t.match(of('minimal').headline, {
    grossAvoided: '4068991.44',
    cashable: '4068991.44',
    netCashable: '2568991.44',
    paybackMonth: '2028-05',
  })
  t.end()
})

t.test('la5-package: growth consumes the saving and the budget still overspends', (t) => {
  t.ok(headline('la5-package', 'netAvoided') > 0, 'more is avoided than the package costs')
  t.ok(headline('la5-package', 'npv') > 0, 'worth doing')
  t.ok(net('la5-package') < 0, 'and not paid for in cash')
  t.ok(
    gaps('la5-package')
      .slice(1)
      .every((gap) => gap < 0),
    'the budget overspends from the second year on',
  )
  t.ok(rung('la5-package', 'absorbed') > 5 * rung('la5-package', 'cashable'), 'growth takes far more than becomes cash')
  const workforce = of('la5-package').interventions.find(({ id }) => id === 'workforce')
  t.ok(pounds(workforce?.cash.cashable) > 0.9 * headline('la5-package', 'cashable'), 'the workforce saving is nearly all of the cash')
  const repeat = of('la5-package').demand.find(({ id }) => id === 'repeat-plans')
  t.ok(repeat)
  t.ok(gaps('la5-package', 'no-growth').every((gap) => gap > 0))
  t.same(of('la5-without-growth').headline, of('la5-package', 'no-growth').headline)
  t.ok(net('la5-without-growth') > 0 && net('la5-without-growth', 'grant-withdrawn') < 0)
  t.same(of('la5-without-growth', 'growth-returns').headline, of('la5-package').headline)
  t.ok(headline('la5-package', 'grossAvoided', 'different-children') > headline('la5-package', 'grossAvoided'))
  t.end()
})

t.test('la4-conferencing: the break-even figures of its description', (t) => {
  t.ok(headline('la4-conferencing', 'netAvoided') < -500_000)
  t.ok(Math.abs(headline('la4-conferencing', 'netAvoided', 'effect-of-the-trial')) < 25_000, 'about 0.19 avoids what the team costs')
  t.ok(Math.abs(net('la4-conferencing', 'effect-that-pays-in-cash')) < 25_000, 'about 0.38 brings the cash out even')
  t.end()
})

t.test('la2-redeployed-neglect: economic yes, cash no', (t) => {
  t.ok(headline('la2-redeployed-neglect', 'npv') > 0)
  t.match(of('la2-redeployed-neglect').headline, { cost: '0.00', cashable: '0.00', netCashable: '0.00', paybackStatus: 'never-negative' })
  t.ok(rung('la2-redeployed-neglect', 'partners') > 0)
  t.ok(rung('la2-redeployed-neglect', 'unplanned') > 0)
  t.ok(net('la2-redeployed-neglect', 'new-posts') < -10_000_000)
  t.ok(headline('la2-redeployed-neglect', 'npv', 'agency-cover') < 0)
  t.ok(net('la2-redeployed-neglect', 'release-plan') > 0)
  t.end()
})

t.test('la3-pooled-budget: the grant ends and the cost goes on', (t) => {
  const [, second, third, fourth] = yearly('la3-pooled-budget')
  t.ok(Number(second) > 0, 'in hand while the grant lasts')
  t.ok(Number(third) < 0, 'short in the year after it ends')
  t.ok(Number(fourth) > 0, 'in hand again on released placements')
  t.equal(of('la3-pooled-budget').headline.paybackStatus, 'paid-back')
  t.equal(of('la3-pooled-budget', 'grant-withdrawn').headline.paybackStatus, 'not-within-horizon')
  t.ok(rung('la3-pooled-budget', 'partners') > 0, 'part of the saving is health and schools money')
  t.ok(net('la3-pooled-budget', 'health-leaves') < 0)
  t.end()
})

t.test('la1-pause-refused: too few to fill a team, enough to buy places', (t) => {
  t.ok(net('la1-pause-refused') < -1_000_000)
  t.ok(net('la1-pause-refused', 'spot-purchase') > 0)
  t.ok(headline('la1-pause-refused', 'npv', 'spot-purchase') > 0)
  t.ok(net('la1-pause-refused', 'half-referrals') < net('la1-pause-refused'))
  t.ok(net('la1-pause-refused', 'full-team') > 0, 'the team pays where it is filled')
  t.end()
})

t.test('the evidence files follow their trials', (t) => {
  t.ok(net('fgc-trial') > 0)
  t.ok(net('fgc-trial', 'low-end') < 0, 'the cash does not survive the low end of the interval')
  t.ok(rung('fgc-trial', 'partners') > 0.3 * headline('fgc-trial', 'grossAvoided'))
  t.ok(headline('mst-null-trial', 'grossAvoided') < 0)
  t.equal(of('mst-null-trial', 'no-effect').headline.grossAvoided, '0.00')
  t.ok(headline('mst-null-trial', 'netAvoided', 'best-end') < 0)
  const avoided = Number(of('fnp').headline.entriesAvoided['care-0-6'])
  t.ok(avoided > 0 && avoided < 1, 'fewer than one child in ten years')
  t.ok(headline('fnp', 'grossAvoided', 'worse-end') < 0)
  t.end()
})

t.test('fft: the queue keeps every place full', (t) => {
  const served = (variant?: string) => of('fft', variant).interventions[0]?.years.map(({ starts }) => starts)
  t.same(served('no-waiting-list'), served())
  t.ok(headline('fft', 'grossAvoided', 'half-referrals') > 0.55 * headline('fft', 'grossAvoided'))
  t.equal(headline('fft', 'cost', 'half-referrals'), headline('fft', 'cost'))
  t.ok(net('fft', 'second-team') < net('fft'))
  t.end()
})

t.test('fdac-exits: nobody is kept out, places empty sooner', (t) => {
  t.equal(Number(of('fdac-exits').headline.entriesAvoided['care-in-proceedings']), 0)
  t.ok(of('fdac-exits').demand[0]?.years.every(({ stockDoNothing, stockWithPackage }) => pounds(stockWithPackage) < pounds(stockDoNothing)))
  t.ok(headline('fdac-exits', 'npv') > 0 && net('fdac-exits') < 0)
  t.end()
})

t.test('edge-of-care-hub: the verdict turns on how much of the claim is believed', (t) => {
  t.ok(net('edge-of-care-hub') < 0)
  t.ok(net('edge-of-care-hub', 'at-face-value') > 5_000_000)
  t.ok(net('edge-of-care-hub', 'grant-withdrawn') < net('edge-of-care-hub'))
  t.end()
})

t.test('parenting-savings-elsewhere: one pound in fifty is the council’s', (t) => {
  const gross = headline('parenting-savings-elsewhere', 'grossAvoided')
  const own = gross - rung('parenting-savings-elsewhere', 'partners')
  t.ok(Math.abs(own / gross - 0.02) < 0.0005)
  t.equal(of('parenting-savings-elsewhere').headline.cashable, '0.00')
  t.ok(headline('parenting-savings-elsewhere', 'npv') > 0)
  t.end()
})

t.test('backfill-and-thresholds: the naive case pays and the real one does not', (t) => {
  t.ok(net('backfill-and-thresholds', 'naive') > 0)
  t.ok(net('backfill-and-thresholds') < -1_000_000)
  t.ok(rung('backfill-and-thresholds', 'backfilled') > 0)
  t.ok(Number(of('backfill-and-thresholds').headline.entriesAvoided['in-need']) < 0)
  t.ok(headline('backfill-and-thresholds', 'cashable', 'all-filled') < 0)
  t.end()
})

t.test('step-release-home: four empty beds or nothing', (t) => {
  t.ok(net('step-release-home') > 0)
  t.ok(rung('step-release-home', 'notYetReleased') > 0, 'two beds stay open')
  t.ok(headline('step-release-home', 'cashable', 'half-referrals') < 0, 'three empty beds close nothing, and carers are paid')
  t.ok(net('step-release-home', 'one-bed-at-a-time') > 4 * net('step-release-home'))
  t.end()
})

t.test('urgent-saving: ahead for six years, behind after eight', (t) => {
  const cumulative = of('urgent-saving').years.map(({ cash }) => pounds(cash.cumulative))
  t.same(
    cumulative.map((sum) => sum > 0),
    [true, true, true, true, true, true, false, false],
  )
  t.ok(net('urgent-saving', 'five-years') > 0)
  t.ok(headline('urgent-saving', 'netAvoided', 'invest-instead') > 0 && net('urgent-saving', 'invest-instead') < 0)
  t.end()
})

t.test('three-claims: together less than their sum', (t) => {
  const alone = ['only-therapy', 'only-mentoring', 'only-domestic-abuse'].map((variant) =>
    headline('three-claims', 'grossAvoided', variant),
  )
  const sum = alone.reduce((total, each) => total + each, 0)
  t.ok(headline('three-claims', 'grossAvoided') < 0.95 * sum)
  t.ok(Math.abs(headline('three-claims', 'grossAvoided', 'added-up') - sum) < 1)
  const entries = (variant?: string) => pounds(of('three-claims', variant).demand[0]?.years.at(-1)?.entriesAvoided)
  const more = entries('twenty-more') - entries()
  t.ok(more > 1.2 && more < 1.7, `twenty more referrals a year avoid ${more.toFixed(2)} entries a year`)
  t.end()
})

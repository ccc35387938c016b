import t from 'tap'
import { appraisal } from '../../src/method/appraisal.ts'
import { type Case, caseOf, certainEffect, demandOf, figuresOf, interventionOf, plannedLine, ready } from '../cases-for-tests.ts'

/*
 * What is plainly nothing, or plainly the line before it, is known while the method is written and costs no operation. The value would be the same without
 * these; the work, which a request is priced by, would not.
 */

/** The nodes of a line: the same number twice is the same node. */
function nodes(given: Case, id: string): number[] {
  const named = figuresOf(given).method.book.lines.get(id)
  return (named?.values ?? []).map(({ index }) => index)
}

/** One child a month avoided from October on, of ten, with growth of a half from the second year that a budget of the opening does not fund. */
function october(release: Parameters<typeof plannedLine>[0] = {}, basis: 'opening' | 'demand' = 'opening'): Case {
  return caseOf({
    years: 2,
    demand: [demandOf({ growth: '0.5', budget: { basis }, costs: [plannedLine(release)] })],
    interventions: [interventionOf({ start: '2026-10', referrals: { perMonth: '1' }, effects: [certainEffect()] })],
  })
}
const zero = 0
const place = 'demand.care.costs.place'

t.test('growth absorbs nothing where nothing is freed, or where the budget funds it', async (t) => {
  const absorbed = nodes(october(), `${place}.absorbedPlaces`)
  t.ok(
    absorbed.slice(0, 6).every((node) => node === zero),
    'nothing is freed before October',
  )
  t.ok(
    nodes(october({}, 'demand'), `${place}.absorbedPlaces`).every((node) => node === zero),
    'a budget of demand leaves no pressure',
  )
  t.ok(
    absorbed.slice(12).every((node) => node !== zero),
    'and both there, there is something to settle',
  )
})

t.test('without steps, what stands empty throughout the notice is what is released', async (t) => {
  const given = october({ noticeMonths: 3 })
  t.same(nodes(given, `${place}.releasedPlaces`), nodes(given, `${place}.standingPlaces`))
  const stepped = october({ noticeMonths: 3, step: '2' })
  t.not(nodes(stepped, `${place}.releasedPlaces`).at(-1), nodes(stepped, `${place}.standingPlaces`).at(-1))
})

t.test('before a plan opens nothing is counted in steps, and without notice what is empty stands', async (t) => {
  const given = october({ step: '2', from: '2027-04' })
  const released = nodes(given, `${place}.releasedPlaces`)
  const standing = nodes(given, `${place}.standingPlaces`)
  t.same(released.slice(0, 12), standing.slice(0, 12))
  t.not(released.at(-1), standing.at(-1))
  t.same(standing.slice(12), nodes(given, `${place}.emptyPlaces`).slice(12))
})

t.test('where one intervention acts, it is credited with what is avoided as it stands', async (t) => {
  const combined = nodes(october(), 'demand.care.combinedAvoided')
  t.same(nodes(october(), 'interventions.fgc.avoided.care.attributedAvoided'), combined)
  t.same(nodes(october(), 'interventions.fgc.avoided.care.avoidedStock'), nodes(october(), 'demand.care.stockAvoided'))
})

t.test('where interventions are switched on and off, what they cost follows the switch of their own', async (t) => {
  const { case: complete, register } = ready(
    caseOf({
      interventions: [
        interventionOf({
          costs: [{ id: 'team', amount: '5', per: 'year' }],
          savings: [{ id: 'contract', amount: '5', per: 'once' }],
        }),
      ],
    }),
  )
  const switches = (on: boolean) =>
    appraisal(complete, register, undefined, on).book.graph.inputs.filter((path) => path.endsWith('included'))
  t.same(switches(true), ['interventions.fgc.included'])
  t.same(switches(false), [])
})

t.test('nobody starts before the service does, or after it ends', async (t) => {
  const given = caseOf({
    interventions: [
      interventionOf({
        start: '2026-06',
        end: '2026-12',
        referrals: { perMonth: '1' },
        programme: { months: 2 },
        capacity: { places: '2', waitingList: true },
      }),
    ],
  })
  const starts = nodes(given, 'interventions.fgc.starts')
  t.same(
    starts.map((node) => node !== zero),
    [false, false, true, true, true, true, true, true, true, false, false, false],
  )
})

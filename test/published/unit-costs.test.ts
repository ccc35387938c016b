import t from 'tap'
import { answer, type CostLine, caseOf, certainEffect, demandOf, interventionOf } from '../cases-for-tests.ts'

/*
 * New Economy, unit cost database (2010/11): unit costs rolled up from their parts. Each part is a cost line per entry; a package that
 * avoids one entry in the month it starts, for one family referred in one month, saves the sum of them.
 */

function oneEntryAvoided(lines: readonly (readonly [id: string, amount: string, funder?: string])[]) {
  const costs = lines.map(
    ([id, amount, funder = 'council']): CostLine => ({
      id,
      amount,
      per: 'entry',
      funder,
      release: { action: 'not spent', owner: 'head of service' },
    }),
  )
  const once = interventionOf({ referrals: { perMonth: '1' }, end: '2026-04', effects: [certainEffect()] })
  return answer(caseOf({ demand: [demandOf({ costs })], interventions: [once] }))
}

t.test('a child in low-cost care', async (t) => {
  // 274 + 28,080 + 945 + 281 = 29,580
  const { headline } = oneEntryAvoided([
    ['assessment', '274'],
    ['placement', '28080'],
    ['review', '945'],
    ['legal', '281'],
  ])
  t.equal(headline.grossAvoided, '29580.00')
  t.equal(headline.cashable, '29580.00')
  t.equal(headline.entriesAvoided.care, '1.000000')
})

t.test('a section 31 order, of which a quarter is the council’s', async (t) => {
  // 15,000 + 6,250 + 1,250 + 2,500 = 25,000, and 6,250 is 25% of it.
  const { headline, years } = oneEntryAvoided([
    ['legal-aid', '15000', 'Legal Aid Agency'],
    ['council-costs', '6250'],
    ['court', '1250', 'HMCTS'],
    ['guardian', '2500', 'Cafcass'],
  ])
  t.equal(headline.grossAvoided, '25000.00')
  t.equal(headline.cashable, '6250.00')
  t.equal(years[0]?.cash.partners, '18750.00')
})

import t from 'tap'
import { answer, caseOf, demandOf, interventionOf } from '../cases-for-tests.ts'

/*
 * Family group conferencing trial (England, 2020–22): 36.2% of children looked after at twelve months, against 44.8% without.
 *
 * (0.448 − 0.362) ÷ 0.448 = 0.191964…, used as 0.192; 1 ÷ (0.448 × 0.192) = 1 ÷ 0.086016 = 11.6257 families referred for one child kept
 * out. Referring 120 families keeps 120 × 0.086016 = 10.32192 children out.
 */

t.test('families referred for each child kept out at twelve months', async (t) => {
  // Ten families a month for a year; the last month's effect has run its twelve months by the end of the second.
  const { interventions, headline } = answer(
    caseOf({
      years: 2,
      demand: [demandOf()],
      interventions: [
        interventionOf({
          end: '2027-03',
          referrals: { perMonth: '10' },
          effects: [{ demand: 'care', risk: '0.448', reduction: '0.192', windowMonths: 12, startsAfterMonths: 0, basis: 'referred' }],
        }),
      ],
    }),
  )
  const referred = interventions[0]?.years.reduce((sum, { referred }) => sum + Number(referred), 0) ?? 0
  t.equal(referred, 120)
  t.equal(headline.entriesAvoided.care, '10.321920')
  t.equal((referred / Number(headline.entriesAvoided.care)).toFixed(2), '11.63')
})

import t from 'tap'
import { describedLimit, schemaFindings } from '../../src/case/validate.ts'
import { whole } from './whole-case.ts'

/* What the schema has against a value as a whole: one finding a place, as many as are described, and how many more there are. */

t.test('nothing against a case that is well formed', async (t) => {
  t.same(schemaFindings(whole()), { findings: [], more: 0 })
})

t.test('at most five hundred places are described, and the others counted', async (t) => {
  const warmUp = (places: number) => ({ profile: Array(places).fill(9) })
  const found = (...places: number[]) =>
    schemaFindings(
      whole((c) => {
        c.interventions[0].savings = places.map((many, index) => ({ id: `s${index}`, amount: 1, per: 'year', warmUp: warmUp(many) }))
      }),
    )
  t.equal(describedLimit, 500)
  t.same([found(300, 200).findings.length, found(300, 200).more], [500, 0])
  t.same([found(300, 202).findings.length, found(300, 202).more], [500, 2])
})

t.test('one finding a place, of what is wrong first', async (t) => {
  // A number in place of a word is neither text nor one of the words.
  const { findings } = schemaFindings(whole((c) => (c.overlap = 5)))
  t.match(findings, [{ pointer: '/overlap', message: /^This is text, and it was read as a number/ }])
  t.equal(findings.length, 1)
})

import t from 'tap'
import { cashable, folderOf, smallest, withVariants } from './cashable.ts'

t.setTimeout(300_000)

t.test('says of each file whether it is sound, and gives no figures of the answer', async (t) => {
  const cwd = folderOf({ 'cases/a.yaml': smallest, 'cases/b.yaml': smallest.replace('years: 5', 'years: 0') })
  const { code, out, err } = await cashable(['check', 'cases'], { cwd })
  t.equal(code, 2)
  t.match(out, /^ok {3}cases.a\.yaml {2}[0-9]+ checks passed, [0-9]+ warnings$/m)
  t.match(out, /! prices\.inflation\n +Inflation is 0 over 5 years/)
  t.match(out, /^bad {2}cases.b\.yaml {2}1 problem$/m)
  t.match(err, /^cases.b\.yaml:3:8 {2}years/m)
  t.notMatch(out, /Worth doing/)
  const empty = await cashable(['check', '-'], { input: 'start: 2026-04\nyears: 1\nprices: { inflation: 0.02 }\n' })
  t.match(empty.out, /^ok {3}standard input {2}[0-9]+ checks passed, no warnings\n$/)
})

t.test('a variant with a wrong path is an error even when nobody asks for the variant', async (t) => {
  const cwd = folderOf({ 'case.yaml': withVariants.replace('demand.care.costs.place.amount', 'demand.care.costs.place.amont') })
  const { code, err } = await cashable(['check', 'case.yaml'], { cwd })
  t.equal(code, 2)
  t.match(err, /dearer/)
})

t.test('each variant when asked', async (t) => {
  const cwd = folderOf({ 'case.yaml': withVariants })
  const { code, out } = await cashable(['check', '--variants', 'case.yaml'], { cwd })
  t.equal(code, 0)
  t.match(out, /^ok {3}case\.yaml {2}/m)
  t.match(out, /^ok {3}case\.yaml \(variant dearer\) {2}/m)
})

import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import { structureOf, WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { rendered } from '../../src/formats/json.ts'
import { referenceCase } from '../bench/reference-case.ts'
import { withInterventions, withOtherNumbers } from '../bench/shapes.ts'

const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }
const answer = (given: object, methods: WrittenMethods) => rendered(appraise(completeCase(given), { model, methods }))

t.test('another case of the same structure gets the same answer from a kept method as from a fresh one', (t) => {
  const methods = new WrittenMethods()
  answer({ ...referenceCase, title: 'the first', notes: 'secret' }, methods)
  const other = { ...withOtherNumbers(1.37), title: 'the second' }
  t.equal(structureOf(completeCase(other).case), structureOf(completeCase(referenceCase).case), 'prose and numbers shape nothing')
  const reused = answer(other, methods)
  t.same(reused, answer(other, new WrittenMethods()))
  t.notMatch(JSON.stringify(reused), /the first|secret/, 'nothing of the earlier case is left')
  t.end()
})

t.test('what folds away or decides who pays is structure', (t) => {
  const shape = (change: (given: ReturnType<typeof copy>) => void) => {
    const given = copy()
    change(given)
    return structureOf(completeCase(given).case)
  }
  const copy = () =>
    structuredClone(referenceCase) as unknown as { body?: string; demand: { backfill: unknown; costs: { funder?: string }[] }[] }
  const usual = shape(() => {})
  const backfill = (value: unknown) => shape((given) => Object.assign(given.demand[0] ?? {}, { backfill: value }))
  t.equal(backfill('0.3'), usual)
  t.not(backfill('0'), usual, '0 folds')
  t.not(backfill('1'), usual, '1 folds')
  t.not(backfill({ central: '0.12', low: '0', high: '0.3' }), usual, 'a range never folds')
  const funders = (body: string, funder: string) =>
    shape((given) => {
      given.body = body
      Object.assign(given.demand[0]?.costs[0] ?? {}, { funder })
    })
  t.not(funders('7', '7'), funders('2024', '2025'), 'a funder that looks like a number is still a name')
  t.end()
})

t.test('kept methods stay within their bound, the least lately used leaves first', (t) => {
  const methods = new WrittenMethods(50_000)
  const [one, two, three] = [1, 2, 3].map((count) => completeCase(withInterventions(count)))
  if (!one || !two || !three) throw new Error('three cases were made')
  const first = methods.for(one.case, one.register)
  t.equal(methods.for(one.case, one.register), first, 'kept')
  for (let round = 0; round < 2; round++) for (const { case: complete, register } of [two, three]) methods.for(complete, register)
  const big = completeCase(referenceCase)
  for (let round = 0; round < 3; round++) methods.for(big.case, big.register)
  t.not(methods.for(one.case, one.register), first, 'left when larger ones came')
  const tiny = new WrittenMethods(10)
  t.not(tiny.for(one.case, one.register), tiny.for(one.case, one.register), 'one that is larger than the bound is never kept')
  t.end()
})

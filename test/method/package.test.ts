import t from 'tap'
import {
  type Case,
  caseOf,
  certainEffect,
  type Demand,
  demandOf,
  type Effect,
  type ExitsEffect,
  figuresOf,
  type Intervention,
  interventionOf,
  line,
  months,
} from '../cases-for-tests.ts'

/*
 * Ten children come in each month. An intervention with n certain effects a month would avoid n of them alone: a share of n tenths.
 */

function acting(id: string, perMonth: string, effect: Partial<Effect> = {}, parts: Partial<Intervention> = {}): Intervention {
  return interventionOf({ id, referrals: { perMonth }, effects: [certainEffect(effect as object)], ...parts })
}

function package_(interventions: Intervention[], parts: Partial<Case> = {}, demand: Partial<Demand> = {}) {
  const figures = figuresOf(caseOf({ demand: [demandOf(demand)], interventions, ...parts }))
  return {
    attributed: (id: string) => line(figures, `interventions.${id}.avoided.care.attributedAvoided`),
    net: (id: string) => line(figures, `interventions.${id}.avoided.care.netAvoidedEntries`),
    stock: (id: string) => line(figures, `interventions.${id}.avoided.care.avoidedStock`),
    share: (id: string) => line(figures, `interventions.${id}.effects.care.share`),
    of: (name: string) => line(figures, `demand.care.${name}`),
  }
}

t.test('one intervention is credited with all it avoids', async (t) => {
  const { attributed, of } = package_([acting('a', '5')])
  t.same(attributed('a'), months([12, '5']))
  t.same(of('combinedAvoided'), months([12, '5']))
  t.same(of('entriesAvoided'), months([12, '5']))
  t.same(of('entriesWithPackage'), months([12, '5']))
})

t.test('two, acting independently', async (t) => {
  // Shares ½ and ⅕: together 1 − ½ × ⅘ = 0.6 of 10. Credited: ½ × (1 − ⅕ ÷ 2) = 0.45 and ⅕ × (1 − ½ ÷ 2) = 0.15.
  const { attributed, of } = package_([acting('a', '5'), acting('b', '2')])
  t.same(of('combinedAvoided'), months([12, '6']))
  t.same(attributed('a'), months([12, '4.5']))
  t.same(attributed('b'), months([12, '1.5']))
})

t.test('three, acting independently', async (t) => {
  // Shares ½, ⅕, ⅒: 1 − ½ × ⅘ × 9/10 = 0.64.
  // a: ½ × (1 − (⅕ + ⅒) ÷ 2 + ⅕ × ⅒ ÷ 3) = ½ × 0.8566666… = 0.42833333…
  // b: ⅕ × (1 − (½ + ⅒) ÷ 2 + ½ × ⅒ ÷ 3) = ⅕ × 0.7166666… = 0.14333333…
  // c: ⅒ × (1 − (½ + ⅕) ÷ 2 + ½ × ⅕ ÷ 3) = ⅒ × 0.6833333… = 0.06833333…
  const { attributed, of } = package_([acting('a', '5'), acting('b', '2'), acting('c', '1')])
  t.same(of('combinedAvoided'), months([12, '6.4']))
  t.same(attributed('a'), months([12, '4.2833333333']))
  t.same(attributed('b'), months([12, '1.4333333333']))
  t.same(attributed('c'), months([12, '0.6833333333']))
})

t.test('twenty, acting independently: the most that a package has', async (t) => {
  // Each alone would avoid half. Together 1 − ½²⁰ of 10, and by symmetry each is credited with a twentieth of it:
  // 10 × (1 − 1 ÷ 1,048,576) = 9.9999904632568…; ÷ 20 = 0.4999995231628…
  const ids = Array.from({ length: 20 }, (_, place) => `a${place}`)
  const { attributed, of } = package_(ids.map((id) => acting(id, '5')))
  t.same(of('combinedAvoided').slice(0, 1), ['9.9999904633'])
  for (const id of ids) t.same(attributed(id).slice(0, 1), ['0.4999995232'])
})

t.test('two that reach different children add up', async (t) => {
  const { attributed, of } = package_([acting('a', '5'), acting('b', '2')], { overlap: 'disjoint' })
  t.same(of('combinedAvoided'), months([12, '7']))
  t.same(attributed('a'), months([12, '5']))
  t.same(attributed('b'), months([12, '2']))
})

t.test('and are scaled down together where they exceed the whole', async (t) => {
  // 0.8 + 0.7 = 1.5: 10 × 0.8 ÷ 1.5 = 5.3333…, 10 × 0.7 ÷ 1.5 = 4.6666…
  const { attributed, of } = package_([acting('a', '8'), acting('b', '7')], { overlap: 'disjoint' })
  t.same(of('combinedAvoided'), months([12, '10']))
  t.same(attributed('a'), months([12, '5.3333333333']))
  t.same(attributed('b'), months([12, '4.6666666667']))
})

t.test('nobody avoids more than there is', async (t) => {
  const { share, attributed } = package_([acting('a', '12')])
  t.same(share('a'), months([12, '1']))
  t.same(attributed('a'), months([12, '10']))
  const none = package_([acting('a', '12')], {}, { entriesPerYear: '0' })
  t.same(none.share('a'), months([12, '0']), 'and nothing where there is nothing')
  t.same(none.of('entriesAvoided'), months([12, '0']))
})

t.test('a harm is not capped, and takes from the others', async (t) => {
  // Shares −1.5 and ½: 1 − 2.5 × ½ = −0.25. Credited: −1.5 × (1 − ½ ÷ 2) = −1.125 and ½ × (1 + 1.5 ÷ 2) = 0.875.
  const harm = { reduction: '-1' }
  const { share, attributed, of } = package_([acting('a', '15', harm), acting('b', '5')])
  t.same(share('a'), months([12, '-1.5']))
  t.same(attributed('a'), months([12, '-11.25']))
  t.same(attributed('b'), months([12, '8.75']))
  t.same(of('combinedAvoided'), months([12, '-2.5']))
  t.same(of('entriesWithPackage'), months([12, '12.5']))
  const disjoint = package_([acting('a', '15', harm), acting('b', '5')], { overlap: 'disjoint' })
  t.same(disjoint.of('combinedAvoided'), months([12, '-10']), 'side by side they add up: −15 + 5')
})

t.test('delayed is not avoided', async (t) => {
  // Five avoided in April and May; two fifths of them come after all three months later.
  const { attributed, net, of } = package_([acting('a', '5', { returns: { share: '0.4', afterMonths: 3 } }, { end: '2026-05' })])
  t.same(attributed('a').slice(0, 6), ['5', '5', '0', '0', '0', '0'])
  t.same(net('a').slice(0, 6), ['5', '5', '0', '-2', '-2', '0'])
  t.same(of('entriesAvoided').slice(0, 6), ['5', '5', '0', '-2', '-2', '0'])
  t.same(of('entriesWithPackage').slice(0, 6), ['5', '5', '10', '12', '12', '10'])
})

t.test('of two, one returns', async (t) => {
  // 4.5 and 1.5 are credited in April alone; two fifths of the 1.5 come in June.
  const end = { end: '2026-04' }
  const { net, of } = package_([acting('a', '5', {}, end), acting('b', '2', { returns: { share: '0.4', afterMonths: 2 } }, end)])
  t.same(net('a').slice(0, 3), ['4.5', '0', '0'])
  t.same(net('b').slice(0, 3), ['1.5', '0', '-0.6'])
  t.same(of('combinedAvoided').slice(0, 3), ['6', '0', '0'])
  t.same(of('entriesAvoided').slice(0, 3), ['6', '0', '-0.6'])
})

t.test('avoided numbers follow the demand’s own stay', async (t) => {
  const end = { end: '2026-04' }
  const geometric = package_([acting('a', '8', {}, end)], {}, { stay: { kind: 'geometric', meanMonths: '4' } })
  // 8, then ¾ of it each month.
  t.same(geometric.stock('a').slice(0, 4), ['8', '6', '4.5', '3.375'])
  const fixed = package_([acting('a', '8', {}, end)], {}, { stay: { kind: 'fixed', months: 2 } })
  t.same(fixed.stock('a').slice(0, 4), ['8', '8', '0', '0'])
  // With the package: entries 2 then 10 a month, from an opening of 20 in two-month stays.
  t.same(fixed.of('stockWithPackage').slice(0, 4), ['12', '12', '20', '20'])
})

const leaving: ExitsEffect = { kind: 'exits', demand: 'care', chance: '0.5', monthsEarlier: 2, startsAfterMonths: 0 }

t.test('earlier exits save numbers and avoid no entries', async (t) => {
  // 4 × 0.5 = 2 for two months.
  const { stock, of } = package_([interventionOf({ id: 'a', referrals: { perMonth: '4' }, end: '2026-04', effects: [leaving] })])
  t.same(stock('a').slice(0, 3), ['2', '2', '0'])
  t.same(of('stockAvoided').slice(0, 3), ['2', '2', '0'])
  t.same(of('combinedAvoided'), months([12, '0']))
  t.same(of('entriesAvoided'), months([12, '0']))
  t.same(of('entriesWithPackage'), months([12, '10']))
})

t.test('one intervention with both kinds, beside one with each', async (t) => {
  // Both: 4 fewer in April, there for two months, and 2 leaving earlier for two months.
  const two = { stay: { kind: 'fixed' as const, months: 2 } }
  const both = interventionOf({ id: 'a', referrals: { perMonth: '4' }, end: '2026-04', effects: [certainEffect(), leaving] })
  t.same(package_([both], {}, two).stock('a').slice(0, 3), ['6', '6', '0'])
  t.same(package_([both], {}, two).of('stockAvoided').slice(0, 3), ['6', '6', '0'])
  const apart = package_(
    [
      acting('b', '4', {}, { end: '2026-04' }),
      interventionOf({ id: 'c', referrals: { perMonth: '4' }, end: '2026-05', effects: [leaving] }),
    ],
    {},
    two,
  )
  t.same(apart.stock('b').slice(0, 4), ['4', '4', '0', '0'])
  t.same(apart.stock('c').slice(0, 4), ['2', '4', '2', '0'])
  t.same(apart.of('stockAvoided').slice(0, 4), ['6', '8', '2', '0'])
  t.same(apart.of('entriesAvoided').slice(0, 2), ['4', '0'])
})

t.test('a demand that nothing acts on', async (t) => {
  const { of } = package_([])
  for (const name of ['combinedAvoided', 'entriesAvoided', 'stockAvoided']) t.same(of(name), months([12, '0']), name)
})

t.test('of two demands each effect finds its own', async (t) => {
  const figures = figuresOf(
    caseOf({
      demand: [demandOf(), demandOf({ id: 'plans' })],
      interventions: [acting('a', '5'), acting('b', '2', { demand: 'plans' })],
    }),
  )
  t.same(line(figures, 'demand.care.entriesAvoided'), months([12, '5']))
  t.same(line(figures, 'demand.plans.entriesAvoided'), months([12, '2']))
})

t.test('an intervention has lines of a demand only where it acts on it, and kept numbers only where exits are added to them', async (t) => {
  const figures = figuresOf(
    caseOf({
      demand: [demandOf(), demandOf({ id: 'plans' })],
      interventions: [
        acting('a', '5'),
        acting('b', '2', { demand: 'plans' }),
        interventionOf({ id: 'c', referrals: { perMonth: '4' }, effects: [leaving] }),
      ],
    }),
  )
  const names = [...figures.method.book.lines.keys()].filter((name) => /\.avoided\.|keptStock/.test(name))
  const owners = new Set(names.flatMap((name) => /^interventions\.\w+\.avoided\.\w+/.exec(name)?.[0] ?? []))
  t.same([...owners].sort(), ['interventions.a.avoided.care', 'interventions.b.avoided.plans', 'interventions.c.avoided.care'])
  // c alone moves exits, and only care has them.
  t.same(names.filter((name) => name.endsWith('keptStock')).sort(), ['demand.care.keptStock', 'interventions.c.avoided.care.keptStock'])
  // The numbers that a's entries keep away, in six-month stays, without c's: 5, 10, … 30.
  t.same(line(figures, 'demand.care.keptStock'), ['5', '10', '15', '20', '25', ...months([7, '30'])])
})

t.test('two that move no exits keep no numbers apart', async (t) => {
  const figures = figuresOf(caseOf({ demand: [demandOf()], interventions: [acting('a', '5'), acting('b', '2')] }))
  t.notOk([...figures.method.book.lines.keys()].some((name) => name.endsWith('keptStock')))
})

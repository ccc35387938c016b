import t from 'tap'
import { applyOverrides } from '../../src/case/overrides.ts'
import { knownPaths, valueAt } from '../../src/case/paths.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { meantBy } from '../../src/case/short-paths.ts'
import { referenceCase } from '../bench/reference-case.ts'
import { smallest } from '../http/service.ts'

t.test('names of lists may be left out of a path', async (t) => {
  const table = {
    'fgc.warmUp.months': 'interventions.fgc.warmUp.months',
    'fgc.team.amount': 'interventions.fgc.costs.team.amount',
    'fgc.care.reduction': 'interventions.fgc.effects.care.reduction',
    'care.place.amount': 'demand.care.costs.place.amount',
    'demand.care.place.amount': 'demand.care.costs.place.amount',
    'care.costs.place.release.noticeMonths': 'demand.care.costs.place.release.noticeMonths',
    'care.growth': 'demand.care.growth',
    years: 'years',
    'prices.inflation': 'prices.inflation',
  }
  for (const [short, path] of Object.entries(table)) t.same(meantBy(smallest, short), { path }, short)
  const granted = { ...smallest, funding: [{ id: 'dfe', byYear: { '2026-27': 1 } }] }
  t.same(meantBy(granted, 'dfe.byYear.2026-27'), { path: 'funding.dfe.byYear.2026-27' })
})

t.test('owners may not be left out, and what leads nowhere is undefined', async (t) => {
  for (const path of ['place.amount', 'warmUp.months', 'team.amount', 'fgc.warmup.months', '', '.', 'fgc..months', '__proto__.x'])
    t.equal(meantBy(smallest, path), undefined, path)
})

t.test('every path of a case, with every list name left out, means that path or is told to be ambiguous', async (t) => {
  const lists = ['demand', 'interventions', 'funding', 'costs', 'effects', 'savings']
  let short = 0
  for (const path of knownPaths(referenceCase)) {
    const parts = path.split('.')
    const kept = parts.filter((part, at) => !lists.includes(part) || at === parts.length - 1)
    const meant = meantBy(referenceCase, kept.join('.'))
    if (meant !== undefined && 'either' in meant) t.ok(meant.either.includes(path), `${kept.join('.')} may be ${path}`)
    else if (meant?.path !== path) t.fail(`${kept.join('.')} is ${meant?.path} and not ${path}`)
    short += kept.length < parts.length ? 1 : 0
  }
  t.ok(short > 100, `${short} paths were shortened`)
})

t.test('a short path that may mean two things is refused, and both are named', async (t) => {
  const [care] = smallest.demand
  const [fgc] = smallest.interventions
  const same = { ...smallest, demand: [{ ...care, id: 'fgc' }], interventions: [{ ...fgc, effects: [] }] }
  // Both have a title; only one has a warm-up.
  const { problems, raw } = applyOverrides(same, { 'fgc.title': 'New', 'fgc.warmUp.months': '3' })
  t.equal(problems.length, 1)
  t.match(problems[0], { path: 'fgc.title', message: /demand\.fgc\.title or interventions\.fgc\.title/ })
  t.equal(valueAt(raw, 'interventions.fgc.warmUp.months'), '3')
  t.equal(valueAt(raw, 'demand.fgc.title'), undefined)
})

t.test('a full path means itself, whatever else has its name', async (t) => {
  const [fgc] = smallest.interventions
  const shadow = { ...smallest, interventions: [{ ...fgc, id: 'prices' }] }
  t.same(meantBy(shadow, 'prices.inflation'), { path: 'prices.inflation' })
  t.same(meantBy(shadow, 'prices.warmUp.months'), { path: 'interventions.prices.warmUp.months' })
})

t.test('one value set by two spellings is refused', async (t) => {
  const overrides = { 'fgc.warmUp.months': '1', 'interventions.fgc.warmUp.months': '2' }
  t.throws(() => completeCase(smallest, { overrides }), /set twice: as fgc\.warmUp\.months and as interventions\.fgc\.warmUp\.months/)
})

t.test('a wrong value set by a short path is told at its full path', async (t) => {
  t.throws(() => completeCase(smallest, { overrides: { 'fgc.warmUp.months': '61' } }), /interventions\.fgc\.warmUp\.months: 61 is above 60/)
  t.throws(() => completeCase(smallest, { overrides: { 'fcg.warmUp.months': '6' } }), /Did you mean interventions\.fgc\.warmUp\.months/)
})

t.test('an id that is the name of a field does not take its path away', async (t) => {
  const theCase = { start: '2026-04', years: 5, demand: [{ id: 'years', entriesPerYear: 1 }], interventions: [{ id: 'start' }] }
  t.same(meantBy(theCase, 'years'), { path: 'years' })
  t.same(meantBy(theCase, 'start'), { path: 'start' })
  t.same(meantBy(theCase, 'years.entriesPerYear'), { path: 'demand.years.entriesPerYear' })
})

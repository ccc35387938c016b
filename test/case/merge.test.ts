import t from 'tap'
import { merged } from '../../src/case/merge.ts'
import type { Loose } from './whole-case.ts'

/* One case over another, part by part: [what is below, what lies over it, what comes of it]. */

function hold(t: Loose, table: readonly (readonly [unknown, unknown, unknown])[]): void {
  for (const [base, over, expected] of table)
    t.strictSame(merged(base, over), expected, `${JSON.stringify(over)} over ${JSON.stringify(base)}`)
}
const demand = (given: object) => ({ demand: [{ id: 'care', ...given }] })
const effect = (...given: object[]) => ({ interventions: [{ id: 'fgc', effects: given }] })

t.test('objects merge by key, and what is no object is replaced', async (t) => {
  hold(t, [
    [undefined, { years: 5 }, { years: 5 }],
    [{ years: 5 }, {}, { years: 5 }],
    [{ years: 5, title: 'a' }, { years: 3 }, { years: 3, title: 'a' }],
    [{ prices: { baseYear: '2026-27' } }, { prices: { inflation: 0 } }, { prices: { baseYear: '2026-27', inflation: 0 } }],
    [{ prices: 5 }, { prices: { inflation: 0 } }, { prices: { inflation: 0 } }],
    [{ prices: null }, { prices: { inflation: 0 } }, { prices: { inflation: 0 } }],
    [{ prices: ['x'] }, { prices: { inflation: 0 } }, { prices: { inflation: 0 } }],
    [{ prices: { inflation: 0 } }, { prices: 'x' }, { prices: 'x' }],
    [{ prices: { inflation: 0 } }, { prices: null }, { prices: null }],
    [{ prices: { inflation: 0 } }, { prices: ['x'] }, { prices: ['x'] }],
    [{ prices: { zzz: 1 } }, { prices: { zzz: { a: 1 }, yyy: 2 } }, { prices: { zzz: { a: 1 }, yyy: 2 } }],
    [{ title: { a: 1 } }, { title: { b: 1 } }, { title: { b: 1 } }],
    [5, { years: 5 }, { years: 5 }],
    [null, { years: 5 }, { years: 5 }],
  ])
})

t.test('a quantity and a plain list are replaced whole', async (t) => {
  hold(t, [
    [
      demand({ growth: { central: 0, low: 0, high: 1, source: 'old' } }),
      demand({ growth: { central: 1, low: 0, high: 1 } }),
      demand({ growth: { central: 1, low: 0, high: 1 } }),
    ],
    [
      demand({ budget: { basis: 'places', places: [3, 2] } }),
      demand({ budget: { places: [1] } }),
      demand({ budget: { basis: 'places', places: [1] } }),
    ],
    [
      { correlations: [{ between: ['a', 'b'], rho: 1 }] },
      { correlations: [{ between: ['a', 'b'] }] },
      { correlations: [{ between: ['a', 'b'] }] },
    ],
  ])
})

t.test('maps by year merge, and so do rates that are both by year', async (t) => {
  const inflation = (given: unknown) => ({ prices: { inflation: given } })
  const deflators = (given: unknown) => ({ prices: { deflators: given } })
  const grant = (byYear: unknown) => ({ funding: [{ id: 'dfe', byYear }] })
  hold(t, [
    [grant({ '2026-27': 1, '2027-28': 2 }), grant({ '2027-28': 3, '2028-29': 4 }), grant({ '2026-27': 1, '2027-28': 3, '2028-29': 4 })],
    [deflators('x'), deflators({ '2026-27': 1 }), deflators({ '2026-27': 1 })],
    [deflators(['x']), deflators({ '2026-27': 1 }), deflators({ '2026-27': 1 })],
    [deflators({ '2026-27': 1 }), deflators('x'), deflators('x')],
    [deflators({ '2026-27': 1 }), deflators(['x']), deflators(['x'])],
    [deflators({ '2026-27': 1 }), deflators(null), deflators(null)],
    [inflation({ '2026-27': 0.1, '2027-28': 0.2 }), inflation({ '2027-28': 0.3 }), inflation({ '2026-27': 0.1, '2027-28': 0.3 })],
    [inflation({ '2026-27': 0.1 }), inflation({ central: 0, low: 0, high: 0.1 }), inflation({ central: 0, low: 0, high: 0.1 })],
    [inflation({ central: 0, low: 0, high: 0.1 }), inflation({ '2026-27': 0.1 }), inflation({ '2026-27': 0.1 })],
    [inflation('0.02'), inflation({ '2026-27': 0.1 }), inflation({ '2026-27': 0.1 })],
    [inflation({ '2026-27': 0.1 }), inflation('0.02'), inflation('0.02')],
  ])
})

t.test('an object of a kind merges with one of the same kind', async (t) => {
  const stay = (given: unknown) => demand({ stay: given })
  hold(t, [
    [
      stay({ kind: 'geometric', meanMonths: 24, note: 'old' }),
      stay({ kind: 'geometric', meanMonths: 30 }),
      stay({ kind: 'geometric', meanMonths: 30, note: 'old' }),
    ],
    [
      stay({ kind: 'geometric', meanMonths: 24, note: 'old' }),
      stay({ meanMonths: 30 }),
      stay({ kind: 'geometric', meanMonths: 30, note: 'old' }),
    ],
    [stay({ kind: 'geometric', meanMonths: 24 }), stay({ kind: 'fixed', months: 3 }), stay({ kind: 'fixed', months: 3 })],
    // No kind, or one that does not exist, is nothing that can be laid over.
    [stay({ meanMonths: 24, note: 'old' }), stay({ meanMonths: 30 }), stay({ meanMonths: 30 })],
    [stay({ kind: 'odd', note: 'old' }), stay({ kind: 'odd', months: 3 }), stay({ kind: 'odd', months: 3 })],
    [stay({ meanMonths: 24, note: 'old' }), stay({ kind: 'geometric' }), stay({ kind: 'geometric' })],
    [stay(5), stay({ kind: 'fixed', months: 3 }), stay({ kind: 'fixed', months: 3 })],
    [stay(null), stay({ kind: 'fixed', months: 3 }), stay({ kind: 'fixed', months: 3 })],
    [stay(['x']), stay({ kind: 'fixed', months: 3 }), stay({ kind: 'fixed', months: 3 })],
    [stay({ kind: 'fixed', months: 3 }), stay(null), stay(null)],
    [stay({ kind: 'fixed', months: 3 }), stay(5), stay(5)],
    [stay({ kind: 'fixed', months: 3 }), stay(['x']), stay(['x'])],
    // An effect that names no kind is on entries, and one laid over another keeps that one’s kind.
    [
      effect({ demand: 'care', risk: 0.4 }),
      effect({ kind: 'entries', demand: 'care', risk: 0.5 }),
      effect({ demand: 'care', risk: 0.5, kind: 'entries' }),
    ],
    [
      effect({ id: 'home', kind: 'exits', chance: 0.1 }),
      effect({ id: 'home', monthsEarlier: 2 }),
      effect({ id: 'home', kind: 'exits', chance: 0.1, monthsEarlier: 2 }),
    ],
    [
      effect({ id: 'home', kind: 'exits', chance: 0.1 }),
      effect({ id: 'home', kind: 'entries', risk: 0.2 }),
      effect({ id: 'home', kind: 'entries', risk: 0.2 }),
    ],
  ])
})

t.test('lists merge by the ids of their items, new ones at the end', async (t) => {
  const list = (...given: object[]) => ({ demand: given })
  hold(t, [
    [
      list({ id: 'a', title: 'A' }, { id: 'b', title: 'B' }),
      list({ id: 'c' }, { id: 'b', growth: 0 }),
      list({ id: 'a', title: 'A' }, { id: 'b', title: 'B', growth: 0 }, { id: 'c' }),
    ],
    [list({ id: 'a' }), { demand: 5 }, { demand: 5 }],
    [{ demand: 5 }, list({ id: 'a' }), list({ id: 'a' })],
    [{ demand: { id: 'a' } }, list({ id: 'a' }), list({ id: 'a' })],
    [list({ id: 'a' }), { demand: { id: 'a' } }, { demand: { id: 'a' } }],
    // One item without an id, in either, and nobody can say which is which.
    [list({ id: 'a', title: 'A' }, {}), list({ id: 'a', growth: 0 }), list({ id: 'a', growth: 0 })],
    [list({ id: 'a', title: 'A' }), list({ id: 'a', growth: 0 }, {}), list({ id: 'a', growth: 0 }, {})],
    // An id that is given twice stays twice, to be refused by its name.
    [
      list({ id: 'a', title: 'A' }),
      list({ id: 'a', growth: 0 }, { id: 'a', growth: 1 }),
      list({ id: 'a', title: 'A', growth: 0 }, { id: 'a', growth: 1 }),
    ],
    [
      list({ id: 'a', title: 'A' }, { id: 'a', title: 'B' }),
      list({ id: 'a', growth: 0 }),
      list({ id: 'a', title: 'A', growth: 0 }, { id: 'a', title: 'B' }),
    ],
    [
      list({ id: 'a', title: 'A' }, { id: 'a', title: 'B' }),
      list({ id: 'a', growth: 0 }, { id: 'a', growth: 1 }),
      list({ id: 'a', title: 'A', growth: 0 }, { id: 'a', title: 'B', growth: 1 }),
    ],
    // Effects go by the demand that they change.
    [
      effect({ demand: 'care', risk: 0.4 }, { kind: 'exits', demand: 'care', chance: 0.1 }),
      effect({ kind: 'exits', demand: 'care', chance: 0.2 }),
      effect({ demand: 'care', risk: 0.4 }, { kind: 'exits', demand: 'care', chance: 0.2 }),
    ],
  ])
})

t.test('one way of stating a thing takes the place of the others', async (t) => {
  const people = { population: 50_000, entriesPer10000: 30 }
  const discounting = (given: object) => ({ discounting: given })
  hold(t, [
    [demand({ entriesPerYear: 100, growth: 0 }), demand({ entriesByYear: [1] }), demand({ growth: 0, entriesByYear: [1] })],
    [demand({ entriesPerYear: 100, growth: 0 }), demand(people), demand({ growth: 0, ...people })],
    [demand({ entriesByYear: [1] }), demand({ entriesPerYear: 100 }), demand({ entriesPerYear: 100 })],
    [demand({ entriesByYear: [1] }), demand({ population: 5 }), demand({ population: 5 })],
    [demand(people), demand({ entriesPerYear: 100 }), demand({ entriesPerYear: 100 })],
    [demand(people), demand({ entriesByYear: [1] }), demand({ entriesByYear: [1] })],
    [demand(people), demand({ population: 5 }), demand({ ...people, population: 5 })],
    [demand(people), demand({ entriesPer10000: 5 }), demand({ ...people, entriesPer10000: 5 })],
    [demand(people), demand({ growth: 0 }), demand({ ...people, growth: 0 })],
    [demand(people), demand({ entriesPerYear: 1, entriesByYear: [1] }), demand({ entriesPerYear: 1, entriesByYear: [1] })],
    [
      discounting({ rate: 0.03, timing: 'mid' }),
      discounting({ schedule: 'green-book' }),
      discounting({ timing: 'mid', schedule: 'green-book' }),
    ],
    [discounting({ schedule: 'green-book', timing: 'mid' }), discounting({ rate: 0.03 }), discounting({ timing: 'mid', rate: 0.03 })],
    [discounting({ rate: 0.03 }), discounting({ timing: 'mid' }), discounting({ rate: 0.03, timing: 'mid' })],
  ])
})

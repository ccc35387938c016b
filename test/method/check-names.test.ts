import t from 'tap'
import { checkName } from '../../src/method/check-names.ts'

t.test('a check is named by how its id begins', async (t) => {
  t.match(checkName('attribution.entries.demand.care@2026-27'), { words: /^Entries credited/, owner: 'demand.care', year: '2026-27' })
  t.match(checkName('stock.demand.care'), { words: /^Opening numbers/, owner: 'demand.care' })
  t.match(checkName('financial.net'), { words: /^Cumulative net cash ends/, owner: '' })
  t.throws(() => checkName('financial.netting'), /has no name in plain English/)
  t.notOk(Object.hasOwn(checkName('stock.demand.care'), 'year'), 'a check of the whole horizon has no year')
})

t.test('every check says what it checks, each its own', async (t) => {
  const ids = [
    ...['ladder.demand.care.costs.place@2026-27', 'attribution.entries.demand.care@2026-27', 'attribution.stock.demand.care@2026-27'],
    ...['families.interventions.fgc', 'stock.demand.care'],
    ...['grossAvoided', 'cashable', 'costAllFunders'].flatMap((name) => [`ledger.${name}.years`, `ledger.${name}.interventions`]),
    ...['financial.net', 'financial.cumulativeByMonth', 'position.gap', 'economic.fiscal.npv', 'economic.public.npv'],
  ]
  const words = ids.map((id) => checkName(id).words)
  t.equal(new Set(words).size, ids.length)
  for (const [place, sentence] of words.entries()) t.match(sentence, /^[A-Z][a-z].{25,}[a-z]$/, ids[place] as string)
  // What a check looks at stands in its name.
  for (const [id, word] of [
    ['ledger.grossAvoided.years', /^Gross cost avoided: its years/],
    ['ledger.cashable.interventions', /^Cashable: .* credited with$/],
    ['economic.public.npv', /^With economic and social value/],
    ['economic.fiscal.npv', /^Budgets alone/],
  ] as const)
    t.match(checkName(id).words, word)
})

import t from 'tap'
import { checkName } from '../../src/method/check-names.ts'

t.test('a check is named by how its id begins', async (t) => {
  t.match(checkName('attribution.entries.demand.care@2026-27'), { words: /^Entries credited/, owner: 'demand.care', year: '2026-27' })
  t.match(checkName('stock.demand.care'), { words: /^Opening numbers/, owner: 'demand.care' })
  t.match(checkName('financial.net'), { words: /^Cumulative net cash ends/, owner: '' })
  t.throws(() => checkName('financial.netting'), /has no name in plain English/)
})

import t from 'tap'
import { unknownKey } from '../../src/case/known-keys.ts'

/* Where a key belongs that stands in the wrong place: read off the table of a case in the contract, by hand. */

t.test('a key that stands elsewhere in a case is told where', async (t) => {
  for (const [key, where] of [
    ['years', 'the top of the case'],
    ['start', 'the top of the case or interventions[]'],
    ['variants', 'the top of a scenario'],
    ['extends', 'the top of a scenario'],
    ['description', 'the top of a scenario or variants[]'],
    ['set', 'variants[]'],
    ['baseYear', 'prices'],
    ['rate', 'discounting'],
    ['rho', 'correlations[]'],
    ['byYear', 'funding[]'],
    ['meanMonths', 'demand[].stay of kind geometric'],
    ['windowMonths', 'interventions[].effects[] of kind entries'],
    ['afterMonths', 'interventions[].effects[] of kind entries.returns'],
    ['monthsEarlier', 'interventions[].effects[] of kind exits'],
    ['owner', 'demand[].costs[].release or interventions[].savings[].release'],
    ['per', 'demand[].costs[], interventions[].costs[] or interventions[].savings[]'],
    ['months', 'demand[].stay of kind fixed, interventions[].warmUp, interventions[].programme or interventions[].savings[].warmUp'],
  ] as const)
    t.same(unknownKey(key, ['id', 'title']), { message: `There is no key "${key}" here. It belongs in ${where}.` }, key)
})

t.test('a key that stands nowhere, or nearly everywhere, is told the nearest here or all that are here', async (t) => {
  t.same(unknownKey('yaers', ['start', 'years']), { message: 'There is no key "yaers" here. Did you mean years?', meant: 'years' })
  t.same(unknownKey('zzzz', ['start', 'years', 'title']), {
    message: 'There is no key "zzzz" here. The keys here are start, years and title.',
  })
  // More than six kinds of object have an id, or may have a note: a list of them would help nobody.
  t.same(unknownKey('id', ['action', 'owner']), { message: 'There is no key "id" here. The keys here are action and owner.' })
  t.same(unknownKey('note', ['notes', 'title']), { message: 'There is no key "note" here. Did you mean notes?', meant: 'notes' })
})

import t from 'tap'
import type { JsonSchema } from '../../src/case/components.ts'
import { type Field, fieldOf, scenarioField } from '../../src/case/fields.ts'
import { Scenario } from '../../src/case/schema.ts'
import { help } from '../../src/tables/columns.ts'
import { markedText, unmarkedText } from '../../src/tables/marked-text.ts'
import { caseFields, tableOf, tables } from '../../src/tables/tables.ts'

/* The one description of the tables: every value that a scenario may hold has a place in it. */

/** Every value of the schema by its path, lists as [] and the branches of a kind together; lists and maps of numbers end with *. */
function values(field: Field, path: string): string[] {
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  if (field.is === 'object') return [...field.properties].flatMap(([key, property]) => values(property.field, below(key)))
  if (field.is === 'kinds') return [...field.kinds.values()].flatMap((branch) => values(branch, path))
  if (field.is === 'list') return field.items.is === 'quantity' ? [`${path}*`] : values(field.items, `${path}[]`)
  return field.is === 'map' ? [`${path}*`] : [path]
}

t.test('every value of a scenario has a column, or goes to Series, Notes or the values of variants', async (t) => {
  const columns = new Set(caseFields.map(({ header }) => header))
  for (const { kind, list, columns: own } of tables.filter(({ kind }) => kind === 'items' || kind === 'years')) {
    t.ok(kind)
    for (const { steps } of own) columns.add(`${list.join('[].')}[].${steps.join('.')}`)
  }
  const all = new Set(values(scenarioField, ''))
  const isElsewhere = (path: string) =>
    path.endsWith('*') ||
    /\.(stay|budget|warmUp|release|referrals|capacity|programme|evidence|returns|prices|discounting)\.(source|note)$/.test(`.${path}`)
  const homeless = [...all].filter((path) => !columns.has(path) && !isElsewhere(path))
  // A case in tables is whole, so it extends nothing; the two paths of a correlation have a column each.
  t.same(homeless, ['correlations[].between[]', 'extends'])
  t.ok(all.size > 100, `${all.size} values`)
  t.same(
    [...all].filter((path) => path.endsWith('*')),
    [
      'prices.deflators*',
      'demand[].entriesByYear*',
      'demand[].budget.places*',
      'interventions[].warmUp.profile*',
      'interventions[].savings[].warmUp.profile*',
      'funding[].byYear*',
      'variants[].set*',
    ],
    'what goes to Series, Funding and Variant values',
  )
})

t.test('what a column says comes from the schema', async (t) => {
  const costs = tableOf('Costs').columns
  const amount = costs.find(({ header }) => header === 'amount')
  const per = costs.find(({ header }) => header === 'per')
  const schema = Scenario as unknown as {
    properties: { demand: { items: { properties: { costs: { items: { properties: Record<string, JsonSchema> } } } } } }
  }
  const own = schema.properties.demand.items.properties.costs.items.properties
  t.match(amount, { required: true, meaning: own.amount?.description, field: fieldOf(own.amount as JsonSchema) })
  t.match(per, { required: true, words: ['week', 'month', 'year', 'entry'] })
  const variable = costs.find(({ header }) => header === 'variable')
  t.equal(
    variable === undefined ? '' : help(variable),
    'Share of the unit cost that moves with numbers (0 to 1; write 35% as 0.35). If left blank: 1.',
  )
  for (const { name, columns } of tables) for (const column of columns) t.ok(help(column).length > 8, `${name}.${column.header}`)
})

t.test('a text comes back as it went in, whatever it starts with', async (t) => {
  const starts = ['', "'", "''", '=', "'=", "''=", '+1', '-1', '@x', '\tx', '\rx', "'x", 'x', "'-", ' =x', '-', "'\t"]
  for (const text of starts) t.equal(unmarkedText(markedText(text)), text, JSON.stringify(text))
  t.equal(new Set(starts.map(markedText)).size, starts.length)
  for (const text of starts) t.notMatch(markedText(text), /^[=+\-@\t\r]/, 'and nothing is run as a formula')
  t.equal(unmarkedText('end contracts'), 'end contracts')
})

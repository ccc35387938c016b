import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { readScenario } from '../../src/case/scenario.ts'
import { csvSet } from '../../src/tables/csv-set.ts'
import { scenarioInTables } from '../../src/tables/to-tables.ts'
import { tablesWorkbook } from '../../src/tables/write-xlsx.ts'
import { smallest } from '../http/service.ts'
import { anyCase } from '../properties/random-cases.ts'
import type { Operation, Parameter } from './document.ts'
import { anything, spoilt } from './mutations.ts'

/* Requests made from an operation of the document: its parameters by their schemas, its body by its types. */

/** A request, ready to be sent. */
export interface FuzzRequest {
  method: string
  url: string
  headers: Record<string, string>
  payload?: string | Buffer
}

const library = new URL('../../scenarios/', import.meta.url)
const ids = readdirSync(library).map((file) => file.replace(/\.yaml$/, ''))
/** A scenario small enough for heavy questions, most of the time. */
const scenarioId = fc.oneof({ weight: 40, arbitrary: fc.constant('minimal') }, { weight: 1, arbitrary: fc.constantFrom(...ids) })

const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e5',
    '0.5',
    'NaN',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '%',
    '<b>',
    '=1+1',
    '\u202e',
    'é',
    '١',
    'x'.repeat(300),
  ),
  fc.string({ maxLength: 30 }),
)
const lineIds = [
  'headline.netCashable',
  'headline.npv',
  'headline.paybackMonth',
  'financial.cashable',
  'financial.cashable@2026-27',
  'demand.care.stockAvoided@2027-05',
  'why.cashable',
  'why.cashable@2027-28',
  'demand.care.stay.meanMonths',
  'interventions.fgc.avoided.care.netAvoidedEntries',
  'headline',
  'financial.cashable@1999-00',
  'demand.care.costs.place.cashable@2026-05',
]
const measures = [
  'npv',
  'netCashable',
  'cashable',
  'bcr',
  'peakFunding',
  'paybackMonth',
  'headline.npv',
  'demand.care.entriesAvoided',
  'position.gap@2026-27',
  'grossAvoided',
]
const paths = [
  'interventions.fgc.costs.team.amount',
  'fgc.team.amount',
  'fgc.care.reduction',
  'fgc.warmUp.months',
  'demand.care.stay.meanMonths',
  'care.place.amount',
  'years',
  'start',
  'fgc.referrals',
  'care.growth',
  'discounting.rate',
  'prices.inflation',
  'title',
  'demand',
  'overlap',
  'funding.dfe.byYear.2026-27',
  'care.costs.place.release.step',
  'fgc.care.risk',
]
const figures = ['0', '1', '12', '0.5', '-0.1', '1000', '1000000', '2026-04', '{"central":1,"low":0,"high":2}', '[]', 'true']
const lists = {
  line: lineIds,
  slopes: measures,
  measure: measures,
  path: paths,
  target: figures,
  low: figures,
  high: figures,
  budget: figures,
  only: ['headline', 'headline,years', 'demands', 'headline,headline', 'none'],
  columns: ['headline.npv', 'headline.npv,why.cashable', 'headline.npv,headline.npv', 'x'],
  scenario: ['minimal', 'minimal', 'minimal', 'three-claims', 'none'],
  format: ['json', 'json', 'json', 'csv', 'csv', 'xml', 'xml', 'xlsx', 'html', 'docx', 'pdf'],
  drivers: ['no', 'no', 'no', 'no', 'yes'],
  seed: ['1', 'x'],
}

/** A value for a parameter: of its schema, of what is known to be of its kind, or nothing of the sort. Heavy questions get few draws. */
function textFor({ name, schema, example }: Parameter): fc.Arbitrary<string> {
  if (name === 'id')
    return fc.oneof(
      { weight: 12, arbitrary: scenarioId },
      { weight: 2, arbitrary: fc.constant(example ?? 'minimal') },
      { weight: 1, arbitrary: oddText.filter((text) => text !== '') },
    )
  if (name === 'draws')
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('100', '101', '128') },
      { weight: 1, arbitrary: fc.constantFrom('0', '99', '1000001', '1e3', '-1', '', 'x') },
    )
  const known = (lists as Record<string, readonly string[]>)[name] ?? schema.enum ?? [example ?? 'x']
  return fc.oneof({ weight: 10, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: oddText })
}

/** Questions whose answers take long: fewer of their requests are sound. */
const heavy = [
  'simulate',
  'simulateScenario',
  'choose',
  'chooseScenario',
  'breakEven',
  'scenarioBreakEven',
  'compareScenario',
  'scenarioSensitivity',
  'appraiseScenarioAsWorkbook',
  'getTemplate',
]

/** The draws of a question about draws are always said, so that they are few. */
const alwaysGiven = ['draws']

function query({ id, parameters, bodies }: Operation): fc.Arbitrary<string> {
  const given = parameters
    .filter((each) => each.in === 'query' && each.name !== 'overrides')
    .map((parameter) => {
      const pair = textFor(parameter).map((value) => `${parameter.name}=${encodeURIComponent(value.toWellFormed())}`)
      const freq = alwaysGiven.includes(parameter.name) ? 400 : parameter.required === true ? 20 : 2
      return fc.option(pair, { nil: undefined, freq })
    })
  const override = fc
    .tuple(
      fc.constantFrom('set.', 's.'),
      fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...paths) }, { weight: 1, arbitrary: oddText }),
      fc.oneof(fc.constantFrom(...figures), oddText),
    )
    .map(([prefix, path, value]) => `${prefix}${encodeURIComponent(path.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`)
  const overrides = parameters.some(({ name }) => name === 'overrides') ? fc.array(override, { maxLength: 2 }) : fc.constant([])
  const stray = fc.tuple(oddText, oddText).map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join('='))
  const isSpared = heavy.includes(id) && bodies.length === 0
  const mayStray = fc.oneof(
    { weight: isSpared ? 1 : 12, arbitrary: fc.constant(undefined) },
    { weight: isSpared ? 3 : 1, arbitrary: stray },
  )
  return fc
    .tuple(fc.tuple(...given), overrides, mayStray)
    .map(([options, sets, odd]) => [...options, ...sets, odd].filter((part) => part !== undefined).join('&'))
}

function address(operation: Operation): fc.Arbitrary<string> {
  const inPath = operation.parameters.filter((each) => each.in === 'path')
  const values = fc.tuple(...inPath.map(textFor))
  return fc.tuple(values, query(operation)).map(([parts, asked]) => {
    const path = inPath.reduce(
      (url, { name }, at) => url.replace(`{${name}}`, () => encodeURIComponent((parts[at] as string).toWellFormed())),
      operation.path,
    )
    return asked === '' ? path : `${path}?${asked}`
  })
}

const minimal = readScenario(JSON.stringify({ id: 'minimal', ...smallest }), 'json')
const workbook = Buffer.from(await tablesWorkbook(scenarioInTables(minimal)))
const csvFiles = [...csvSet(scenarioInTables(minimal))]

/** The smallest case with ranges and variants, for the questions about them. */
const ranged = structuredClone(smallest) as Record<string, unknown> & typeof smallest
Object.assign(ranged.interventions[0]?.effects[0] as object, { reduction: { central: 0.192, low: 0, high: 0.4, shape: 'triangular' } })
Object.assign(ranged, {
  variants: [
    { id: 'slow', set: { 'interventions.fgc.warmUp.months': 18 } },
    { id: 'none', set: { 'interventions.fgc.included': false } },
  ],
})

/** Cases of which few are sound, for heavy questions. */
const fewCases = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<unknown>(smallest, ranged, { extends: 'minimal' }) },
  { weight: 12, arbitrary: spoilt(fc.constantFrom<unknown>(smallest, ranged)) as fc.Arbitrary<unknown> },
  { weight: 4, arbitrary: spoilt(anyCase) as fc.Arbitrary<unknown> },
  { weight: 1, arbitrary: anything as fc.Arbitrary<unknown> },
)
const cases = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(smallest, ranged, { extends: 'minimal' }) },
  { weight: 2, arbitrary: anyCase as fc.Arbitrary<unknown> },
  { weight: 5, arbitrary: spoilt(fc.constantFrom<unknown>(smallest, ranged)) as fc.Arbitrary<unknown> },
  { weight: 4, arbitrary: spoilt(anyCase) as fc.Arbitrary<unknown> },
  { weight: 1, arbitrary: anything as fc.Arbitrary<unknown> },
)
const textOf = (values: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 10, arbitrary: values.map((each) => JSON.stringify(each) ?? '') },
    {
      weight: 1,
      arbitrary: fc.tuple(values, fc.nat({ max: 300 }), oddText).map(([each, at, odd]) => {
        const text = JSON.stringify(each) ?? ''
        return `${text.slice(0, at)}${odd}${text.slice(at + 1)}`
      }),
    },
  )
const texts = textOf(cases)
const fewTexts = textOf(fewCases)
const bytes = (good: Buffer) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(good) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })).map(([at, byte]) => {
        const copy = Buffer.from(good)
        copy[at] = byte
        return copy
      }),
    },
    { weight: 1, arbitrary: fc.nat({ max: good.length }).map((end) => good.subarray(0, end)) },
  )

const form: fc.Arbitrary<string> = fc
  .tuple(fc.subarray(csvFiles, { minLength: 0 }), fc.nat({ max: 3000 }), fc.option(oddText, { nil: undefined, freq: 1 }))
  .map(([files, at, odd]) => {
    const all = (files.length % 2 === 0 ? csvFiles : files)
      .map(([name, text]) => `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${name}.csv"\r\n\r\n${text}\r\n`)
      .join('')
    return `${odd === undefined ? all : `${all.slice(0, at)}${odd}${all.slice(at)}`}--b--\r\n`
  })
const batch: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom('id', 'row', 'scenario', ...paths), oddText), { minLength: 1, maxLength: 4 }),
    fc.array(fc.array(fc.oneof(fc.constantFrom('minimal', '', ...figures), oddText), { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
  )
  .map(([heading, rows]) =>
    [heading, ...rows]
      .map((cells) => cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
      .join('\r\n'),
  )

/** A body of a type: good, spoilt, or of another type than it says. */
function body(type: string, id: string): fc.Arbitrary<string | Buffer> {
  if (type.startsWith('multipart/')) return form
  if (type === 'text/csv') return fc.oneof({ weight: 6, arbitrary: batch }, { weight: 1, arbitrary: fc.string() })
  if (/spreadsheet/.test(type)) return bytes(workbook)
  return heavy.includes(id) ? fewTexts : texts
}

const weights: Readonly<Record<string, number>> = {
  'application/json': 12,
  'application/yaml': 4,
  'multipart/form-data': 2,
  'text/csv': 12,
}

/** Requests to an operation: its address with its parameters, and a body where it takes one. */
export function requests(operation: Operation): fc.Arbitrary<FuzzRequest> {
  const { method, bodies } = operation
  const accept = fc.option(fc.constantFrom('application/json', '*/*', 'text/csv', 'text/event-stream', 'image/png', 'x'), {
    nil: undefined,
    freq: 1,
  })
  const url = address(operation)
  if (bodies.length === 0)
    return fc.tuple(url, accept).map(([url, accept]) => ({ method, url, headers: accept === undefined ? {} : { accept } }))
  const typed = fc.oneof(
    ...bodies.map((type) => ({
      weight: weights[type] ?? 1,
      arbitrary: body(type, operation.id).map((payload) => ({
        type: type.startsWith('multipart/') ? `${type}; boundary=b` : type,
        payload,
      })),
    })),
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('text/plain', '', 'application/json; charset=utf-16', ...bodies), texts)
        .map(([type, payload]) => ({ type, payload })),
    },
  )
  return fc.tuple(url, typed, accept).map(([url, { type, payload }, accept]) => ({
    method,
    url,
    headers: { 'content-type': type, ...(accept === undefined ? {} : { accept }) },
    payload,
  }))
}

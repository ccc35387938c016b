import t from 'tap'
import {
  figure,
  figures,
  type ReferenceFigure,
  referenceConfidences,
  referenceTopics,
  referenceUnits,
} from '../../src/reference/catalogue.ts'
import { referenceData } from '../../src/reference/version.ts'

const decimal = /^-?(0|[1-9]\d{0,12})(\.\d{1,10})?$/
const keys = [
  'id',
  'title',
  'topic',
  'value',
  'unit',
  'priceYear',
  'low',
  'high',
  'confidence',
  'source',
  'address',
  'borneBy',
  'working',
  'note',
]

/** What is wrong with a figure, in words; nothing if it is well formed. */
function faults(entry: ReferenceFigure): string[] {
  const wrong: string[] = []
  const must = (holds: boolean, what: string) => {
    if (!holds) wrong.push(`${entry.id}: ${what}`)
  }
  for (const [key, text] of Object.entries(entry)) {
    must(keys.includes(key), `unknown key ${key}`)
    must(typeof text === 'string' && text.trim() === text && text !== '', `${key} is not plain text`)
  }
  must(/^[a-z][a-z0-9-]{0,39}$/.test(entry.id), 'id')
  must(entry.title !== undefined && entry.title.length <= 120, 'title missing or long')
  must(referenceTopics.includes(entry.topic), `topic ${entry.topic}`)
  must(referenceUnits.includes(entry.unit), `unit ${entry.unit}`)
  must(referenceConfidences.includes(entry.confidence), `confidence ${entry.confidence}`)
  must(entry.source !== undefined, 'no source')
  must((entry.confidence === 'D') === (entry.working !== undefined), 'working belongs to D, and D has working')
  must(decimal.test(entry.value), `value ${entry.value}`)
  must((entry.low === undefined) === (entry.high === undefined), 'low and high go together')
  if (entry.low !== undefined && entry.high !== undefined) {
    must(decimal.test(entry.low) && decimal.test(entry.high), 'low or high is not a decimal')
    must(Number(entry.low) <= Number(entry.value) && Number(entry.value) <= Number(entry.high), 'value outside low to high')
  }
  if (entry.address !== undefined) must(URL.canParse(entry.address) && entry.address.startsWith('https://'), 'address')
  if (entry.unit === 'proportion') must(Math.abs(Number(entry.value)) <= 1, 'proportion beyond 1')
  if (entry.priceYear !== undefined) {
    must(entry.unit.startsWith('pounds'), 'a price year on something that is not money')
    const [from, to] = [entry.priceYear.slice(0, 4), entry.priceYear.slice(5)]
    must(/^\d{4}-\d{2}$/.test(entry.priceYear) && (Number(from) + 1) % 100 === Number(to), `price year ${entry.priceYear}`)
  }
  return wrong
}

t.test('every figure is well formed', async (t) => {
  t.same(figures.flatMap(faults), [])
})

t.test('the check sees a bad figure', async (t) => {
  const bad = { id: 'Bad', title: 'x', topic: 'court', value: '1e5', unit: 'pounds', confidence: 'D', source: 'x' } as const
  t.same(faults(bad), ['Bad: id', 'Bad: working belongs to D, and D has working', 'Bad: value 1e5'])
})

t.test('ids are unique and find their figure', async (t) => {
  t.equal(new Set(figures.map((entry) => entry.id)).size, figures.length)
  for (const entry of figures) t.equal(figure(entry.id), entry)
  t.equal(figure('no-such-figure'), undefined)
  t.equal(figure('toString'), undefined)
})

t.test('no figure was only remembered', async (t) => {
  const confidences: string[] = figures.map((entry) => entry.confidence)
  t.notOk(confidences.includes('M'))
  // Recalled and never seen: reunification and misuse in the 2023 court study, the therapy trial's arms, recent repeat plans.
  const recalled = ['0.52', '0.125', '0.336', '0.081', '0.13', '0.233', '0.236', '0.247']
  t.same(
    figures.filter((entry) => entry.unit === 'proportion' && recalled.includes(entry.value)),
    [],
  )
  // In-house foster week, social worker hour, therapy case, Pause case.
  t.same(
    figures.filter((entry) => entry.unit.startsWith('pounds') && ['480', '45', '7000', '10000', '20000'].includes(entry.value)),
    [],
  )
})

t.test('money without a price year says why', async (t) => {
  const silent = figures.filter((entry) => entry.unit.startsWith('pounds') && !entry.priceYear)
  for (const entry of silent) t.match(entry.note ?? '', /price year/, entry.id)
})

t.test('every figure that names another names one that exists', async (t) => {
  for (const entry of figures) {
    for (const id of entry.note?.match(/\b(?:ucd(?:-ss\d+)(?:-\d+)+|cin-year-\d+|asylum-seeking-stock-\d+|state-spend-[a-z-]+-\d+)\b/g) ??
      []) {
      t.ok(figure(id), `${entry.id} names ${id}`)
    }
  }
})

t.test('the version is the month of collection', async (t) => {
  t.match(referenceData, /^\d{4}-(0[1-9]|1[0-2])$/)
})

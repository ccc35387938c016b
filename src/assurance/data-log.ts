import { figures, type ReferenceConfidence, type ReferenceTopic, referenceTopics } from '../reference/catalogue.ts'
import { deflatorSeries, deflators } from '../reference/deflators.ts'
import { greenBookSchedule, greenBookSource } from '../reference/discount.ts'
import { referenceData } from '../reference/version.ts'
import { escaped, table, whole } from './markup.ts'

/** What the confidence codes mean. */
const confidences: Readonly<Record<ReferenceConfidence, string>> = {
  R1: 'read where its publisher put it',
  R2: 'read in another page that quotes the publisher: open the original before relying on it',
  D: 'worked out here from such figures, with the working shown',
}

const topicTitles: Readonly<Record<ReferenceTopic, string>> = {
  placement: 'Placements',
  casework: 'Casework',
  court: 'Courts',
  staff: 'Staff',
  'intervention-cost': 'Cost of interventions',
  baseline: 'Baselines',
  evidence: 'Evidence of effects',
  national: 'National totals',
}

/** The data log: every built-in figure with its source, its vintage and how far it was checked, from the figures themselves. */
export function dataLog(): string {
  const held = (code: ReferenceConfidence) => figures.filter(({ confidence }) => confidence === code).length
  const years = [...deflators.keys()]
  const parts = [
    `<p>The program has ${whole(figures.length)} built-in figures, collected in ${escaped(referenceData)}. A case uses one only where it names it; the answer then lists it with origin “reference”. No effect, demand or cost is built in unasked.</p>`,
    table(
      'How far each figure was checked',
      ['Code', 'What it means', 'Figures'],
      Object.entries(confidences).map(([code, means]) => [code, means, whole(held(code as ReferenceConfidence))]),
      [2],
    ),
    table(
      'Series that every case rests on',
      ['Series', 'Vintage', 'Covers', 'Source', 'What to know'],
      [
        [deflatorSeries.title, deflatorSeries.vintage, `${years[0]} to ${years.at(-1)}`, deflatorSeries.source, deflatorSeries.note],
        [
          greenBookSource.title,
          greenBookSource.confidence,
          greenBookSchedule
            .map(({ fromYear, toYear, rate }) => `${percent(rate)} from year ${fromYear}${toYear === undefined ? '' : ` to ${toYear}`}`)
            .join('; '),
          greenBookSource.source,
          greenBookSource.note,
        ],
      ],
    ),
    ...referenceTopics.map((topic) => {
      const rows = figures
        .filter((each) => each.topic === topic)
        .map(({ id, title, value, unit, priceYear, low, high, confidence, source, note = '', working = '' }) => [
          title,
          id,
          `${value}${low === undefined && high === undefined ? '' : ` (${low ?? '…'} to ${high ?? '…'})`}`,
          unit.replaceAll('-', ' '),
          priceYear ?? 'not said',
          confidence,
          [source, working, note].filter((text) => text !== '').join('. '),
        ])
      const columns = ['Figure', 'Id', 'Value', 'Unit', 'Prices of', 'Checked', 'Source, working, what to know']
      return rows.length === 0 ? '' : table(`${topicTitles[topic]}: ${whole(rows.length)} figures`, columns, rows, [2])
    }),
  ]
  return parts.join('\n')
}

/** 0.035 is 3.5%: the point is moved in the text. */
function percent(rate: string): string {
  const [, decimals = ''] = rate.split('.')
  const moved = `${decimals.padEnd(2, '0').slice(0, 2)}.${decimals.slice(2)}`
  return `${moved.replace(/^0+(?=\d)/, '').replace(/\.$/, '')}%`
}

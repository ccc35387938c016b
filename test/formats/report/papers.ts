import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { paperOf } from '../../../src/answers/paper.ts'
import { WrittenMethods } from '../../../src/answers/structure.ts'
import { completeCase, readCase } from '../../../src/case/read-case.ts'
import { readScenario } from '../../../src/case/scenario.ts'
import type { Case } from '../../../src/case/schema.ts'
import { loadBeside } from '../../../src/cli/read-input.ts'
import { businessCase } from '../../../src/formats/report/business-case.ts'
import { type Document, sentencesIn } from '../../../src/formats/report/document.ts'
import type { Paper } from '../../../src/formats/report/paper.ts'
import { plain } from '../../../src/formats/sentences/sentence.ts'

/** The version that papers are made with here. */
export const model = { name: 'cashable', version: '0.0.0', method: '1', referenceData: '2026-11', commit: 'test' }

/** A paper and the document it becomes. */
export interface Made {
  paper: Paper
  document: Document
}

/** The paper of a case. */
export async function made(given: object): Promise<Made> {
  const paper = await paperOf({ ready: completeCase(given as Case) }, { model, methods: new WrittenMethods() })
  return { paper, document: businessCase(paper) }
}

/** The paper of a scenario that is shipped, its variants compared. */
export async function madeOf(id: string): Promise<Made> {
  const name = fileURLToPath(new URL(`../../../scenarios/${id}.yaml`, import.meta.url))
  const text = readFileSync(name, 'utf8')
  const options = { load: loadBeside, name }
  const asked = { ready: readCase(text, 'yaml', options), scenario: readScenario(text, 'yaml', options) }
  const paper = await paperOf(asked, { model, methods: new WrittenMethods() })
  return { paper, document: businessCase(paper) }
}

/** All that a document says in sentences. */
export function saidIn(document: Document): string {
  return sentencesIn(document).map(plain).join('\n')
}

/** The sentences of a document that tell of a state: something that is not there, or not as a reader would expect. */
export function statesIn({ blocks }: Document): string[] {
  return blocks.flatMap((block) => (block.is === 'paragraph' && block.look === 'state' ? [block.sentences.map(plain).join(' ')] : []))
}

/** The smallest useful case, as the contract prints it. */
export const smallest = {
  title: 'Conferencing, smallest case',
  start: '2026-04',
  years: 5,
  demand: [
    {
      id: 'care',
      entriesPerYear: '100',
      stay: { kind: 'geometric', meanMonths: '24' },
      costs: [{ id: 'place', amount: '1500', per: 'week', release: { action: 'end contracts', owner: 'head of placements' } }],
    },
  ],
  interventions: [
    {
      id: 'fgc',
      warmUp: { months: 6 },
      referrals: { perMonth: '10' },
      effects: [{ demand: 'care', risk: '0.448', windowMonths: 12, reduction: '0.192' }],
      costs: [{ id: 'team', amount: '300000', per: 'year' }],
    },
  ],
}
/** Its parts, to be changed. */
export const [care] = smallest.demand as [(typeof smallest.demand)[number]]
export const [fgc] = smallest.interventions as [(typeof smallest.interventions)[number]]
/** The line without the plan that turns an empty place into cash. */
export const unplanned = { id: 'place', amount: '1500', per: 'week' }

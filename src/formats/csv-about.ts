import type { Appraised } from '../answers/appraise.ts'
import { caseOf } from './case-of.ts'
import type { AnswerRow } from './csv-rows.ts'

/** What the figures are about and what made them, as rows after the figures: titles, price base, hashes, versions. */
export function aboutRows(answer: Appraised): AnswerRow[] {
  const { model, caseHash, resultHash, conventions, years } = answer
  const complete = caseOf(answer)
  const row = (owner: string, line: string, label: string, value: string, unit = 'text'): AnswerRow => ({
    section: 'about',
    owner,
    line,
    label,
    unit,
    value,
  })
  const titled = (owner: string, list: readonly { id: string; title?: string }[]) =>
    list.flatMap(({ id, title }) => (title === undefined ? [] : [row(`${owner}.${id}`, 'title', 'Title', title)]))
  return [
    ...(complete.title === undefined ? [] : [row('case', 'title', 'Title', complete.title)]),
    row('case', 'body', 'The council whose cash this is', complete.body),
    row('case', 'start', 'First month', complete.start, 'month'),
    row('case', 'priceBase', 'Base year of real money', conventions.priceBase, 'financial year'),
    ...years.map(({ year, months }) => ({
      ...row('case', 'months', 'Months of this year in the horizon', String(months), 'months'),
      year,
    })),
    ...titled('demand', complete.demand),
    ...complete.demand.flatMap(({ id, costs }) => titled(`demand.${id}.costs`, costs)),
    ...titled('interventions', complete.interventions),
    row('model', 'version', 'Version of the program', `${model.name} ${model.version}`),
    row('model', 'method', 'Version of the method', model.method),
    row('model', 'referenceData', 'Version of the built-in figures', model.referenceData),
    row('model', 'commit', 'Commit of the source', model.commit),
    row('model', 'caseHash', 'SHA-256 of the case', caseHash),
    row('model', 'resultHash', 'SHA-256 of the answer', resultHash),
  ]
}

/** The warnings as rows, last: a figure should not travel without them. */
export function warningRows({ warnings }: Appraised): AnswerRow[] {
  return warnings.map(({ code, message, path }) => ({
    section: 'warnings',
    owner: path,
    line: code,
    label: 'Warning',
    unit: 'text',
    value: message,
  }))
}

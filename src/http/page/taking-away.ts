import { numberOf } from '../../formats/sentences/amounts.ts'
import { html, type Markup } from './markup.ts'
import { linkOf, type Standing, setting } from './standing.ts'

const files = [
  ['html', 'Report to read and print'],
  ['docx', 'Report for Word'],
  ['xlsx', 'Workbook with live formulas'],
  ['csv', 'Figures as CSV'],
] as const

/** What can be taken away of a case as it stands, the changes in it: links, or buttons of the form for a case of one's own. */
export function takingAway({ saved, changes }: Pick<Standing, 'saved' | 'changes'>): Markup {
  const { scenario } = saved
  const variants = numberOf(saved.beside.variants?.length ?? 0, 'variant')
  const hasVariants = variants !== '0 variants'
  const query = setting(changes)
  const tail = query === '' ? '' : `?${query}`
  // A case of one's own, and more changes than a link can carry, go with the form.
  const link = linkOf({ saved }, changes, '/page/case.yaml')
  const taken = (as: string, words: string, address: string | undefined) =>
    link === undefined
      ? html`<li><button form="case" formaction="/page/download" name="as" value="${as}">${words}</button></li>`
      : html`<li><a href="${address}" download>${words}</a></li>`
  return html`<p id="away">Take away${Object.keys(changes).length === 0 ? '' : ' with the changes'}:</p>
<ul aria-labelledby="away">${files.map(([ending, label]) => taken(ending, `${label} (${ending})`, `/v1/scenarios/${scenario}/appraise.${ending}${tail}`))}${taken('yaml', `Scenario file${hasVariants ? ` with its ${variants}` : ''} (yaml)`, link)}</ul>
${hasVariants ? html`<p class="hint">The figures here, in the workbook and in the CSV are of the central case alone. The report compares it with its ${variants}.</p>` : ''}`
}

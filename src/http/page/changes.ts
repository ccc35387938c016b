import { inputTitle } from '../../answers/input-titles.ts'
import { follow, isFound } from '../../case/paths.ts'
import { withThousands } from '../../formats/sentences/amounts.ts'
import { html, type Markup } from './markup.ts'
import { linkOf, type Standing } from './standing.ts'

/** What differs from the saved case, the way back, and a link that carries it. */
export function changesPart(standing: Standing): Markup {
  const { changes, implied } = standing
  const list = Object.entries(changes).filter(([path]) => !implied.has(path))
  const link = linkOf(standing, changes)
  const why =
    standing.saved.scenario === undefined
      ? 'No link can carry a case of your own.'
      : 'So many changes are more than a link can carry, and the address of this page is without them.'
  const count = list.length === 1 ? 'One change' : `${list.length} changes`
  const item = ([path, value]: (typeof list)[number]) => html`<li>${changeOf(standing, path, value)}</li>`
  const changed =
    list.length === 0
      ? html`<p>This is the saved case. Move a slider, or type a value, and everything on this page follows.</p>`
      : html`<p><strong>${count} from the saved case.</strong> <button form="case" name="back" value="all" class="back">Back to the saved case</button></p><ul class="changed-list">${list.map(item)}</ul>`
  const sharing =
    link === undefined
      ? html`<p class="hint">${why} Take away the scenario file to keep or to share it; it has the changes in it.</p>`
      : html`<p class="share"><a href="${link}" id="link">Link to this page${list.length === 0 ? '' : ' with the changes'}</a> <button type="button" class="copy" data-copy="${link}" hidden>Copy the link</button> <span id="copied" role="status"></span></p>`
  return html`${changed}${sharing}`
}

function changeOf({ saved }: Standing, path: string, value: string): Markup {
  const complete = saved.ready.case
  const included = /^interventions\.([^.]+)\.included$/.exec(path)
  if (included !== null) {
    const title = complete.interventions.find(({ id }) => id === included[1])?.title ?? included[1]
    return html`${title}: ${value === 'false' ? 'left out' : 'put in'}`
  }
  const before = saved.ready.register.get(path)?.value
  const at = follow(complete, path)
  const title = isFound(at) && before !== undefined ? inputTitle(complete, path) : path
  if (before === value) return html`${title}: kept at ${withThousands(value)}`
  return html`${title}: ${before === undefined ? '' : `${withThousands(before)} → `}${withThousands(value)}`
}

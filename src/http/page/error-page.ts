import type { Problem } from '../../case/problem.ts'
import type { ProblemDocument } from '../problem.ts'
import { inWords } from './form.ts'
import { html, type Markup } from './markup.ts'

/** What can be done about problems that are not of a value, by their codes. */
const advice: Readonly<Record<string, string>> = {
  'not-a-case': 'Put this right in the file, and open it again.',
  'wrong-variant': 'Put this variant right in the file, or take it out, and open the file again.',
  'unknown-scenario': 'Choose a scenario of the library, or open a case of your own.',
  'body-too-large': 'Leave out what the case does not need, or split it into several.',
  'workbook-too-large': 'Leave out rows that are not used, or send the scenario file instead.',
  'case-too-large': 'Take a shorter horizon, fewer demands or fewer interventions.',
  'question-too-large': 'Take a shorter horizon, fewer demands or fewer interventions; or ask the program on the command line.',
  busy: 'Wait a moment and try again.',
  'work-too-long': 'Try again, or take a shorter horizon.',
  'work-out-of-memory': 'Take a shorter horizon, fewer demands or fewer interventions.',
  'too-many-requests': 'Wait a minute and try again.',
  'quota-spent': 'Come back tomorrow, or ask whoever runs the service for more.',
  'missing-scope': 'Sign in with a key that may do this, or ask whoever runs the service for one.',
  'check-failed': 'No figure is shown, because two ways of making the same sum disagree. Please report it with the scenario file.',
  'unknown-route': 'Look for a slip in the address, or begin again; the links at the top lead to what else there is to read.',
  'wrong-method': 'This address is for programs: see the API at the top of the page.',
  'wrong-option': 'Follow a link as it was given, or begin from the scenario.',
  'unknown-line': 'Begin from the scenario.',
}

/** What people are told in place of a title that means something else to them: a legal case is one before a court. */
const headings: Readonly<Record<string, string>> = {
  'not-a-case': 'This case cannot be worked out yet',
  'unknown-route': 'There is no such page',
  'wrong-variant': 'A variant of the scenario cannot be used',
}

/** A problem as a piece of a page: what is wrong, where, and what to do. */
export function problemPart({ code, title, detail, errors, total }: ProblemDocument, level: 1 | 2 = 2): Markup {
  const words = headings[code] ?? title
  const heading = level === 1 ? html`<h1>${words}</h1>` : html`<h2>${words}</h2>`
  const more = total === undefined ? '' : html`<p>These are the first ${errors.length} of ${total}.</p>`
  const list =
    errors.length === 0
      ? html`<p>${detail}</p>`
      : html`<ul>${errors.map((each) => html`<li>${placeOf(each)}${inWords(each)}</li>`)}</ul>${more}`
  const what = advice[code]
  return html`<div class="problem">${heading}${list}${what === undefined ? '' : html`<p>${what}</p>`}</div>`
}

/** Where a problem stands: the file, the line and the column, or the sheet and the cell, and the path. */
function placeOf({ file, line, column, sheet, cell, path }: Problem): Markup {
  const parts = [
    file,
    line === undefined ? undefined : `line ${line}${column === undefined ? '' : `, column ${column}`}`,
    sheet === undefined ? undefined : `sheet ${sheet}${cell === undefined ? '' : `, cell ${cell}`}`,
  ].filter((part) => part !== undefined)
  const where = parts.length === 0 ? '' : html`<strong>${parts.join(', ')}</strong>: `
  return html`${where}${path === '' ? '' : html`<code>${path}</code>: `}`
}

/** The page of a problem, with the way back. */
export function problemPage(problem: ProblemDocument): Markup {
  return html`${problemPart(problem, 1)}<p><a href="/">Begin again with a scenario of the library</a></p>`
}

import type { Problem } from '../../case/problem.ts'
import { withThousands } from '../../formats/sentences/amounts.ts'
import { amountInWords } from './amount.ts'
import type { Row, Rows } from './assumptions.ts'
import { boxWords } from './box-words.ts'
import { html, type Markup } from './markup.ts'
import { ownText } from './scenario-file.ts'
import type { Standing } from './standing.ts'

/** Every row that can be changed, in the order of the page: a row's number names its parts. */
export function allRows({ first, others }: Rows): Row[] {
  return [...first, ...others]
}

/** The form: interventions to switch, the assumptions that matter, and the others. Without JavaScript its button asks for the page again. */
export function caseForm(standing: Standing, rows: Rows): Markup {
  const { saved } = standing
  const all = allRows(rows)
  const row = (each: Row) => assumption(each, all.indexOf(each), standing)
  const identity =
    saved.scenario === undefined
      ? html`<input type="hidden" name="case" value="${ownText(saved.ready)}">`
      : html`<input type="hidden" name="scenario" value="${saved.scenario}">`
  const others =
    rows.others.length === 0
      ? ''
      : html`<details class="more"><summary>${rows.others.length} more assumptions</summary>${rows.others.map(row)}</details>`
  return html`<form id="case" method="post" action="/" novalidate autocomplete="off" hx-post="/" hx-swap="none" hx-trigger="input target:.slide, change, submit" hx-sync="this:queue last">
${identity}${hiddenChanges(standing, all)}
<button class="work-out">Work it out again</button>
${switches(standing)}
<fieldset><legend>Assumptions that matter most</legend>
<p class="hint">In the order of what they do to net cash in the saved case.</p>
${rows.first.length === 0 ? html`<p>No assumption moves net cash in this case.</p>` : rows.first.map(row)}</fieldset>
${others}
<button class="work-out">Work it out again</button>
</form>`
}

/** Changes that a link carries and no row shows travel with the form. */
function hiddenChanges({ changes, implied, saved }: Standing, all: readonly Row[]): Markup[] {
  const shown = new Set([...all.map(({ path }) => path), ...saved.ready.case.interventions.map(({ id }) => switchPath(id)), ...implied])
  const hidden = Object.entries(changes).filter(([path]) => !shown.has(path))
  return hidden.map(([path, value]) => html`<input type="hidden" data-carried name="set.${path}" value="${value}">`)
}

function switchPath(id: string): string {
  return `interventions.${id}.included`
}

/** Whether an intervention takes part. */
function isOn({ asked }: Standing, { id, included }: { id: string; included: boolean }): boolean {
  return (asked[switchPath(id)] ?? String(included)) !== 'false'
}

/** The intervention that a path is a part of, where it is switched off: then nothing rests on the value. */
function switchedOff(standing: Standing, path: string): string | undefined {
  const { interventions } = standing.saved.ready.case
  const owner = interventions.find(({ id }) => path.startsWith(`interventions.${id}.`))
  return owner === undefined || isOn(standing, owner) ? undefined : (owner.title ?? owner.id)
}

function switches(standing: Standing): Markup {
  const { interventions } = standing.saved.ready.case
  if (interventions.length === 0) return html`<fieldset><legend>Interventions</legend><p>This case has none.</p></fieldset>`
  const box = (each: (typeof interventions)[number], place: number) => {
    const { id, title, included } = each
    const path = switchPath(id)
    return html`<div class="switch"><input type="hidden" name="set.${path}" value="false"><input type="checkbox" id="on-${place}" name="set.${path}" value="true"${isOn(standing, each) ? html` checked` : ''} data-saved="${included ? 'true' : 'false'}"> <label for="on-${place}">${title ?? id}</label></div>`
  }
  return html`<fieldset><legend>Interventions</legend><p class="hint">Untick one to see the package without it; its assumptions then change nothing.</p>${interventions.map(box)}</fieldset>`
}

function assumption(row: Row, place: number, standing: Standing): Markup {
  const { path, meaning, owner, unit, value, range, source, note, slider } = row
  const now = standing.asked[path] ?? standing.ready.register.get(path)?.value ?? value
  const problems = problemsOf(standing.problems, path)
  const facts = [
    range === undefined ? 'No range.' : `Range ${amountInWords(range.low, unit)} to ${amountInWords(range.high, unit)}.`,
    row.origin === 'default' ? 'A default: nobody has given it.' : row.origin === 'reference' ? 'A built-in figure.' : '',
    source === undefined ? (row.origin === 'supplied' ? 'No source given.' : '') : `Source: ${asSentence(source)}`,
    note === undefined ? '' : asSentence(note),
  ].filter((each) => each !== '')
  const slide =
    slider === undefined
      ? ''
      : html`<input type="range" class="slide" data-for="v-${place}" aria-label="${meaning}, ${owner}: slider" min="${slider.low}" max="${slider.high}" step="${slider.step}" value="${now}">`
  return html`<div class="assumption"><label for="v-${place}"><span class="meaning">${meaning}</span>${owner === '' ? '' : html` <span class="owner">${owner}</span>`}</label>
<div class="inputs"><input type="text" inputmode="decimal" id="v-${place}" name="set.${path}" value="${now}" maxlength="40" spellcheck="false" data-saved="${value}" aria-describedby="about-${place} state-${place}"${problems.length > 0 ? html` aria-invalid="true"` : ''}${switchedOff(standing, path) === undefined ? '' : html` readonly`}> <span class="unit">${unit}</span>${slide}</div>
<p class="about" id="about-${place}">Saved ${amountInWords(value, unit)}. ${facts.join(' ')}</p>
<div class="state" id="state-${place}">${stateOf(row, standing)}</div></div>`
}

/** What is said below a row: what is wrong with its value, that it counts for nothing, or what it was and the way back; nothing where it is as it was saved. */
export function stateOf({ path, value, unit }: Row, standing: Standing): Markup {
  const { problems, changes, asked } = standing
  const wrong = problemsOf(problems, path)
  const back = html`<button type="submit" class="back" name="back" value="${path}">Back to ${withThousands(value)}</button>`
  if (wrong.length > 0)
    return html`${wrong.map((each) => html`<p class="error"><strong>Cannot be used:</strong> ${boxWords(each)}</p>`)}${back}`
  const off = switchedOff(standing, path)
  const idle = off === undefined ? '' : html`<span class="off">${off} is switched off, so this changes nothing.</span> `
  const now = changes[path]
  return asked[path] === undefined || now === undefined
    ? html`${idle}`
    : html`${idle}<span class="changed">Changed to ${amountInWords(now, unit)}.</span> ${back}`
}

/** A source or a note as a sentence: its first letter large, a full stop at its end. */
function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`
}

/** The problems of one path. */
export function problemsOf(problems: readonly Problem[], path: string): Problem[] {
  return problems.filter((each) => each.path === path || each.path.startsWith(`${path}.`))
}

/** A problem in the words of the answer: what is wrong, what was got where that is not said already, and what is expected. */
export function inWords({ message, got, expected }: Problem): string {
  const facts = [got === undefined || message.includes(got) ? '' : `Got ${got}.`, expected === undefined ? '' : `Expected ${expected}.`]
  return [message, ...facts].filter((each) => each !== '').join(' ')
}

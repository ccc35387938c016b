import type { Library } from '../library.ts'
import type { Row, Rows } from './assumptions.ts'
import { changesPart } from './changes.ts'
import { caseForm } from './form.ts'
import { asIs, html, type Markup } from './markup.ts'
import { notice } from './notice.ts'
import type { Picture } from './picture/picture.ts'
import { linkOf, type Standing } from './standing.ts'
import { takingAway } from './taking-away.ts'

/** What is known of the chance of paying: nothing yet, or the part of the page that shows it. */
export type Chance = string | undefined

/** The page of a case. */
export function casePage(library: Library, standing: Standing, rows: Rows, picture: Picture, chance: Chance): Markup {
  const { title, scenario, beside } = standing.saved
  const { tornado } = rows
  return html`<div class="intro">
<h1>${title}</h1>
${beside.description === undefined ? '' : html`<details class="description"><summary>What this scenario is</summary><p>${beside.description}</p></details>`}
${choosing(library, scenario)}
</div>
<div id="trouble" role="alert"></div>
<div id="notice">${notice(standing, rows)}</div>
<section class="summary" aria-labelledby="verdicts-heading"><h2 id="verdicts-heading">Two questions, two answers</h2><div id="verdicts">${asIs(picture.verdicts)}</div><div id="taking-away" class="downloads">${takingAway(standing)}</div></section>
${onThisPage}
<div class="columns">
<section class="edit" aria-labelledby="edit-heading"><h2 id="edit-heading">Change the case</h2><div id="changes">${changesPart(standing)}</div>${caseForm(standing, rows)}</section>
<div class="picture">
${section('headline', 'Headline figures', asIs(picture.headline))}
${section('ladder', 'From cost avoided to cash', asIs(picture.ladder))}
${section('cash', 'Cumulative net cash', asIs(picture.cash))}
${chanceSection(standing, chance)}
${tornado === undefined ? '' : section('tornado', 'What matters most', html`<details><summary>How far each range moves net cash in the saved case</summary>${asIs(tornado)}</details>`)}
${section('demand', 'Demand with and without the package', asIs(picture.demand))}
${section('referrals', 'Referrals, starts and waiting', asIs(picture.referrals))}
${section('warnings', 'What to know before relying on this', asIs(picture.warnings))}
</div>
</div>
<p id="now" class="now" role="status">${asIs(picture.now)}</p>`
}

const parts = {
  edit: 'Change the case',
  headline: 'Headline figures',
  ladder: 'From cost avoided to cash',
  cash: 'Cumulative net cash',
  chance: 'Chance of paying',
  demand: 'Demand',
  referrals: 'Referrals',
} as const

/** The page is long, on a phone above all: the way to each of its parts. */
const onThisPage = html`<nav class="parts" aria-label="On this page"><ul>${Object.entries(parts).map(([name, words]) => html`<li><a href="#${name}-heading">${words}</a></li>`)}</ul></nav>`

function section(name: string, heading: string, content: Markup): Markup {
  return html`<section aria-labelledby="${name}-heading"><h2 id="${name}-heading">${heading}</h2><div id="${name}-part">${content}</div></section>`
}

function chanceSection(standing: Standing, chance: Chance): Markup {
  const link = linkOf(standing, standing.changes, '/page/chance')
  const without =
    link === undefined
      ? html`<button form="case" formaction="/page/chance">Work out the chance of paying</button>`
      : html`<a href="${link}">Work out the chance of paying</a>`
  const waiting = html`<p class="waiting">Drawing every range some thousand times…</p><p class="without">${without}</p>`
  return html`<section aria-labelledby="chance-heading"><h2 id="chance-heading">Chance of paying</h2>
<div id="chance-part"${chance === undefined ? html` aria-busy="true"` : ''} hx-post="/page/chance" hx-include="#case" hx-trigger="${chance === undefined ? 'load, asked' : 'asked'}" hx-swap="none" hx-sync="this:replace">${chance === undefined ? waiting : asIs(chance)}</div></section>`
}

function choosing({ scenarios }: Library, chosen: string | undefined): Markup {
  const option = ({ id, title }: (typeof scenarios)[number]) =>
    html`<option value="${id}"${id === chosen ? html` selected` : ''}>${title ?? id}</option>`
  const own = chosen === undefined ? html`<option value="" selected>Your own case</option>` : ''
  return html`<div class="choosing">
<form action="/" method="get"><label for="scenario">Scenario</label> <select id="scenario" name="scenario" required>${own}${scenarios.map(option)}</select> <button>Show</button></form>
<details><summary>Open a case of your own</summary><form action="/" method="post" enctype="multipart/form-data">
<p><label for="file">A scenario file (YAML or JSON), a filled-in workbook, or the CSV files of its tables</label></p>
<p><input type="file" id="file" name="file" multiple accept=".yaml,.yml,.json,.xlsx,.csv"> <button>Open</button></p>
<p class="hint">The service keeps nothing: the case stays in this page. <a href="/v1/template.xlsx">An empty workbook to fill in</a></p></form></details>
</div>`
}

/** What replaces parts of the page once a value is changed: each piece names where it goes. */
export function pieces(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .map(([target, content]) => `<hx-partial hx-target="#${target}" hx-swap="innerMorph">${content}</hx-partial>`)
    .join('\n')
}

/** The number of a row's parts by its path. */
export function numbered(rows: readonly Row[]): Map<string, number> {
  return new Map(rows.map(({ path }, place) => [path, place]))
}

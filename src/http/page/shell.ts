import { asset } from './assets.ts'
import { html, type Markup } from './markup.ts'

/** What htmx may not do: keep pages of its own, or write a style sheet. Requests that take longer than half a minute are given up. */
const configuration = '{"history":"reload","includeIndicatorCSS":false,"defaultTimeout":30000}'

/** Everything of a page but its content. `canSignOut` shows the way out where a key is kept. */
export function shell(title: string, content: Markup, canSignOut: boolean): string {
  const out = html`<form action="/page/sign-out" method="post" class="out"><button>Sign out</button></form>`
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="htmx-config" content="${configuration}">
<title>${title} – Cashable</title>
<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('style.css')}">
<script src="${asset('htmx.js')}" defer></script>
<script src="${asset('page.js')}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the figures</a>
<header class="top"><p class="name"><a href="/">Cashable</a></p><p class="about">What is avoided, and what of it is cash</p><nav aria-label="Reading"><a href="/docs">The API</a> <a href="/docs/spreadsheets">Spreadsheets</a> <a href="/docs/assurance">Assurance</a></nav>${canSignOut ? out : ''}</header>
<main id="main" tabindex="-1">
${content}
</main>
</body>
</html>
`.text
}

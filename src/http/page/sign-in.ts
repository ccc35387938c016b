import { html, type Markup } from './markup.ts'

/**
 * The form that takes a key; `why` is what was wrong with the one before, `then` where to go afterwards. After a form that was sent, it opens beside
 * the page, which keeps what was entered.
 */
export function signInPage(why: string | undefined, then: string, isAfterForm = false): Markup {
  const wrong = why === undefined ? '' : html`<p class="error" id="key-error" role="alert"><strong>Not signed in:</strong> ${why}</p>`
  return html`<h1>Sign in</h1>
<p>This service asks who calls. Give a key that was made for you by whoever runs it.</p>
${wrong}${isAfterForm ? html`<p>Nothing that was entered is lost: signing in opens another tab. Come back to this one and load it again, and the browser sends what was entered once more.</p>` : ''}
<form class="sign-in" action="/page/sign-in" method="post"${isAfterForm ? html` target="_blank"` : ''}><input type="hidden" name="next" value="${then}">
<p><label for="key">Key</label> <input type="password" id="key" name="key" autocomplete="current-password" required${why === undefined ? '' : html` aria-invalid="true" aria-describedby="key-error"`}></p>
<p><button>Sign in</button></p></form>
<p class="hint">The key is kept in this browser until it is closed, in a cookie that goes to this service alone. Programs send it in the header <code>x-api-key</code>: see <a href="/docs/access">who may call</a>.</p>`
}

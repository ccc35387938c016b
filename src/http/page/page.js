// @ts-check
/*
 * What the page does beyond links, forms and htmx: a slider and its box stay in step, values go back to what was saved, the link is copied, the
 * chance is asked for once the values rest, and a request that fails says so. Without it the same form works with its button.
 */
const restMilliseconds = 700
/** An answer that takes longer is waited for aloud: nobody should read the figures before for those of what is entered. */
const slowMilliseconds = 500
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting

/** @param {string} selector */
const find = (selector) => document.querySelector(selector)

/** The form as it was when the picture that is shown was asked for: the chance is asked for that, whatever has been entered since. */
let shown = entered()
/** How many pictures have been shown: an answer to a question about one before is thrown away. */
let pictures = 0
/** Of which picture a chance was asked for. @type {WeakMap<object, number>} */
const askedFor = new WeakMap()

function entered() {
  const form = find('#case')
  return form instanceof HTMLFormElement ? new URLSearchParams(/** @type {any} */ (new FormData(form))) : new URLSearchParams()
}

document.documentElement.classList.add('scripted')
for (const button of document.querySelectorAll('.copy')) button.removeAttribute('hidden')

/** Keeps a slider and its box in step. @param {Event} event */
function inStep({ target }) {
  if (!(target instanceof HTMLInputElement)) return
  if (target.classList.contains('slide')) {
    const box = document.getElementById(target.dataset.for ?? '')
    if (box instanceof HTMLInputElement) box.value = target.value
  } else slideTo(target)
}
// On the way down, so that the box has its value before htmx reads the form.
document.addEventListener('input', inStep, true)

/** Moves the slider of a box to the box's value. @param {HTMLInputElement} box */
function slideTo(box) {
  const slider = find(`.slide[data-for="${box.id}"]`)
  if (slider instanceof HTMLInputElement) slider.value = box.value
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  if (button?.name === 'back') {
    event.preventDefault()
    takeBack(button.value)
  }
  if (button?.dataset.copy !== undefined) copy(button.dataset.copy)
})

/** Puts one value, or all, back to what was saved, and asks again. @param {string} path */
function takeBack(path) {
  const form = find('#case')
  if (!(form instanceof HTMLFormElement)) return
  for (const input of [...form.elements]) {
    if (!(input instanceof HTMLInputElement)) continue
    const isMeant = path === 'all' || input.name === `set.${path}`
    if (!isMeant) continue
    if (input.dataset.carried !== undefined) input.remove()
    else if (input.dataset.saved === undefined) continue
    else if (input.type === 'checkbox') input.checked = input.dataset.saved === 'true'
    else {
      input.value = input.dataset.saved
      slideTo(input)
      // The button goes away with the answer, so the hand is put back on the value.
      if (path !== 'all') input.focus()
    }
  }
  form.dispatchEvent(new Event('change', { bubbles: true }))
}

// A button that leads elsewhere, as a download does, is the browser's to submit and not htmx's.
document.addEventListener('submit', (event) => event.submitter?.hasAttribute('formaction') && event.stopImmediatePropagation(), true)

/** @param {string} link */
async function copy(link) {
  const said = find('#copied')
  const whole = new URL(link, location.href).href
  try {
    await navigator.clipboard.writeText(whole)
    if (said) said.textContent = 'Copied.'
  } catch {
    if (said) said.textContent = 'The browser does not let a page copy here: copy the address of the link.'
  }
}

/** Says of the chances that they are of the values before. @param {Element} chance */
function outdate(chance) {
  chance.setAttribute('aria-busy', 'true')
  const said = chance.querySelector('.waiting') ?? document.createElement('p')
  said.className = 'waiting'
  said.textContent = 'These are of the values before: every range is drawn again…'
  chance.prepend(said)
}

/** Says what went wrong, with a button that asks again. @param {Element | null} place @param {string} words */
function trouble(place, words) {
  const said = document.createElement('p')
  said.className = 'error'
  said.textContent = words
  const again = document.createElement('button')
  again.setAttribute('form', 'case')
  again.textContent = 'Ask again'
  place?.replaceChildren(said, again)
}

/** @typedef {{ ctx: { sourceElement: Element, sourceEvent?: Event, text: string, response: { status: number }, request: { headers: Record<string, string>, signal: AbortSignal, body: URLSearchParams } } }} Detail */

/** @param {string} name @param {(detail: Detail, event: Event) => void} act */
const on = (name, act) => document.addEventListener(name, (event) => act(/** @type {CustomEvent<Detail>} */ (event).detail, event))

/** Says why a request came to nothing, where its answer would have been. @param {Detail['ctx']} ctx @param {string} why */
function fail(ctx, why) {
  if (ctx.sourceElement.id !== 'chance-part') {
    const words = `The figures could not be asked for again: ${why}. What is shown is of the values before; what is entered stays.`
    trouble(find('#trouble'), words)
    tell(beforeWords)
    return
  }
  if (isOutdated(ctx)) return
  trouble(ctx.sourceElement, `The chance of paying could not be worked out: ${why}.`)
  ctx.sourceElement.removeAttribute('aria-busy')
}

const beforeWords = 'The figures are of the values before.'
/** @type {ReturnType<typeof setTimeout> | undefined} */
let working

/** Says where the figures stand, in the place of their sentence. @param {string} words */
function tell(words) {
  const place = find('#now')
  if (place) place.textContent = words
}

on('htmx:before:request', ({ ctx }) => {
  if (ctx.sourceElement.id !== 'case') return
  clearTimeout(working)
  working = setTimeout(() => tell('The figures are of the values before: they are being worked out again.'), slowMilliseconds)
})

on('htmx:finally:request', ({ ctx }) => {
  if (ctx.sourceElement.id === 'case') clearTimeout(working)
})

/** Whether a chance was asked for of a picture that is shown no more. @param {Detail['ctx']} ctx */
function isOutdated(ctx) {
  return ctx.sourceElement.id === 'chance-part' && (askedFor.get(ctx) ?? 0) !== pictures
}

on('htmx:config:request', ({ ctx }) => {
  // While a slider is on its way, no step is put into the history.
  if (ctx.sourceEvent?.type === 'input') ctx.request.headers['HX-Moving'] = 'true'
  if (ctx.sourceElement.id !== 'chance-part') return
  ctx.request.body = shown
  askedFor.set(ctx, pictures)
})

on('htmx:after:request', ({ ctx }, event) => {
  if (ctx.text.startsWith('<hx-partial')) return
  event.preventDefault()
  fail(ctx, `the service answered ${ctx.response.status}`)
})

on('htmx:error', ({ ctx }) => {
  if (ctx?.request === undefined) return
  fail(ctx, ctx.request.signal?.aborted ? 'it took longer than half a minute' : 'the service cannot be reached')
})

on('htmx:before:swap', ({ ctx }, event) => {
  if (isOutdated(ctx)) event.preventDefault()
  if (ctx.sourceElement.id === 'case' && ctx.response.status !== 200) tell(beforeWords)
  // An answer that says nothing of the values leaves what is said of them.
  if (ctx.sourceElement.id !== 'case' || !ctx.text.includes('hx-target="#notice"')) return
  find('#trouble')?.replaceChildren()
  for (const state of document.querySelectorAll('.state')) state.replaceChildren()
  for (const box of document.querySelectorAll('[aria-invalid]')) box.removeAttribute('aria-invalid')
})

on('htmx:after:swap', ({ ctx }) => {
  for (const button of document.querySelectorAll('.copy')) button.removeAttribute('hidden')
  if (ctx.sourceElement.id === 'chance-part') ctx.sourceElement.removeAttribute('aria-busy')
  if (ctx.sourceElement.id !== 'case') return
  for (const error of document.querySelectorAll('.state .error'))
    error.closest('.assumption')?.querySelector('input')?.setAttribute('aria-invalid', 'true')
  // What is switched off keeps its values, and takes no others.
  for (const row of document.querySelectorAll('.assumption'))
    row.querySelector('input[type=text]')?.toggleAttribute('readonly', row.querySelector('.off') !== null)
  if (ctx.response.status !== 200) return
  shown = new URLSearchParams(ctx.request.body)
  pictures += 1
  const chance = find('#chance-part')
  if (chance) outdate(chance)
  clearTimeout(resting)
  resting = setTimeout(() => chance?.dispatchEvent(new Event('asked')), restMilliseconds)
})

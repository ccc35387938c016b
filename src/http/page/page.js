// @ts-check
/*
 * What the page does beyond links, forms and htmx: a slider and its box stay in step, values go back to what was saved, the link is copied, the
 * chance is asked for once the values rest, and a request that fails says so. Without it the same form works with its button.
 */
const restMilliseconds = 700
/** @type {ReturnType<typeof setTimeout> | undefined} */
let resting

/** @param {string} selector */
const find = (selector) => document.querySelector(selector)

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

/** @param {string} words */
function trouble(words) {
  const place = find('#trouble')
  if (place) place.textContent = words
}

/** @typedef {{ ctx: { sourceElement: Element, sourceEvent?: Event, text: string, response: { status: number }, request: { headers: Record<string, string>, signal: AbortSignal } } }} Detail */

/** @param {string} name @param {(detail: Detail, event: Event) => void} act */
const on = (name, act) => document.addEventListener(name, (event) => act(/** @type {CustomEvent<Detail>} */ (event).detail, event))

on('htmx:config:request', ({ ctx }) => {
  // While a slider is on its way, no step is put into the history.
  if (ctx.sourceEvent?.type === 'input') ctx.request.headers['HX-Moving'] = 'true'
})

on('htmx:after:request', ({ ctx }, event) => {
  if (ctx.text.startsWith('<hx-partial')) return
  event.preventDefault()
  trouble(
    `The figures could not be asked for again: the service answered ${ctx.response.status}. What is shown is of the values before. Try again in a moment.`,
  )
})

on('htmx:error', ({ ctx }) => {
  const why = ctx?.request?.signal?.aborted ? 'it took longer than half a minute' : 'the service cannot be reached'
  trouble(`The figures could not be asked for again: ${why}. What is shown is of the values before. Try again in a moment.`)
})

on('htmx:before:swap', ({ ctx }) => {
  if (ctx.sourceElement.id !== 'case') return
  trouble('')
  for (const state of document.querySelectorAll('.state')) state.replaceChildren()
  for (const box of document.querySelectorAll('[aria-invalid]')) box.removeAttribute('aria-invalid')
})

on('htmx:after:swap', ({ ctx }) => {
  for (const button of document.querySelectorAll('.copy')) button.removeAttribute('hidden')
  if (ctx.sourceElement.id === 'chance-part') ctx.sourceElement.removeAttribute('aria-busy')
  if (ctx.sourceElement.id !== 'case') return
  for (const error of document.querySelectorAll('.state .error'))
    error.closest('.assumption')?.querySelector('input')?.setAttribute('aria-invalid', 'true')
  if (ctx.response.status !== 200) return
  const chance = find('#chance-part')
  chance?.setAttribute('aria-busy', 'true')
  clearTimeout(resting)
  resting = setTimeout(() => chance?.dispatchEvent(new Event('asked')), restMilliseconds)
})

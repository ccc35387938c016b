import { palette } from './palette.ts'

/** The little of an SVG element that is used here; the types of Node leave it to those of browsers. */
export interface Drawing {
  readonly outerHTML: string
  textContent: string
  readonly attributes: Iterable<{ readonly name: string; value: string }>
  querySelectorAll: (selector: string) => Iterable<Drawing>
  setAttribute: (name: string, value: string) => void
  removeAttribute: (name: string) => void
  prepend: (...elements: readonly Drawing[]) => void
  append: (...elements: readonly Drawing[]) => void
  remove: () => void
}

/** Attributes that name things for style sheets and screen readers: the chart as a whole is one image with a description of its own. */
const unneeded = ['class', 'style', 'aria-label', 'aria-description', 'aria-hidden']

/** Sets those attributes of an element that have a value. */
export function setAll(element: Drawing, attributes: Readonly<Record<string, string | number | undefined>>): void {
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, String(value))
}

/** Takes out of a drawing what a strict page would block or a reader would stumble over, and rounds its places. Throws where one is no number. */
export function tidied(svg: Drawing): void {
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of unneeded) element.removeAttribute(name)
    for (const attribute of element.attributes) {
      const { name, value } = attribute
      if (/NaN|Infinity|undefined|null/.test(value)) throw new Error(`a chart would have ${name}="${value}"`)
      const whole = value.replaceAll('currentColor', palette.ink)
      const rounded = whole.replace(/-?\d+\.\d{3,}(e-\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100))
      if (rounded !== value) element.setAttribute(name, rounded)
    }
  }
}

import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { palette } from './palette.ts'

/** What a chart says of itself to those who do not see it. */
export interface Caption {
  /** Begins the ids within the chart; unlike those of all other charts of a page. */
  id: string
  title: string
  /** What the chart shows, in sentences with the figures. */
  description: string
}

const namespace = 'http://www.w3.org/2000/svg'
const font = 'Arial, Helvetica, sans-serif'

/** Draws a chart as one SVG element that stands alone: no script, no style sheet, nothing from elsewhere; with title and description. */
export function drawn({ id, title, description }: Caption, options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const svg = Plot.plot({
    document: document as never,
    width: 720,
    height: 380,
    marginLeft: 70,
    marginRight: 20,
    marginTop: 24,
    marginBottom: 40,
    ...options,
    style: { fontFamily: font, fontSize: '13px', background: 'white', color: palette.ink },
  }) as unknown as Drawing
  for (const style of svg.querySelectorAll('style')) style.remove()
  svg.removeAttribute('class')
  svg.setAttribute('xmlns', namespace)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-labelledby', `${id}-title ${id}-description`)
  const words = Object.entries({ title, description }).map(([part, text]) => {
    const element = document.createElementNS(namespace, part === 'title' ? 'title' : 'desc')
    element.setAttribute('id', `${id}-${part}`)
    element.textContent = text
    return element
  })
  svg.prepend(...words)
  return svg.outerHTML
}

/** The little of an SVG element that is used here; the types of Node leave it to those of browsers. */
interface Drawing {
  readonly outerHTML: string
  querySelectorAll: (selector: string) => Iterable<{ remove: () => void }>
  setAttribute: (name: string, value: string) => void
  removeAttribute: (name: string) => void
  prepend: (...elements: unknown[]) => void
}

import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { type LegendEntry, type PlacedEntry, placedLegend, sample, textAfter } from './legend.ts'
import { palette } from './palette.ts'
import { type ChartSize, sizes } from './size.ts'
import { type Drawing, setAll, tidied } from './svg.ts'

/** What a chart says of itself to those who do not see it. */
export interface Caption {
  /** Begins the ids within the chart; unlike those of all other charts of a page. */
  id: string
  title: string
  /** What the chart shows, in sentences with the figures. */
  description: string
}

const namespace = 'http://www.w3.org/2000/svg'
/** Arimo has the widths of Arial and is what PNGs are drawn with. */
const font = 'Arimo, Arial, Helvetica, sans-serif'

/** What of a chart is not Plot's. */
export interface Manner {
  size: ChartSize
  /** The key above the chart. */
  legend?: readonly LegendEntry[]
  /** Said in the middle of a chart that has nothing to show. */
  nothing?: string | undefined
}

/**
 * Draws a chart as one SVG element that stands alone: no script, no style sheet and no style attribute, nothing from elsewhere; with title and
 * description. It has a viewBox, so that a page may give it any width. Throws where a place in it is no number.
 */
export function drawn({ id, title, description }: Caption, options: Plot.PlotOptions, { size, legend = [], nothing }: Manner): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const { width, height, type } = sizes[size]
  const { placed, height: above } = placedLegend(legend, size)
  const frame = { marginTop: 24, height, ...options }
  const all = { ...frame, marginTop: frame.marginTop + above, height: frame.height + above }
  const svg = Plot.plot({ document: document as never, width, ...all }) as unknown as Drawing
  const make = (name: string, attributes: Attributes, text?: string) => {
    const element = document.createElementNS(namespace, name) as unknown as Drawing
    setAll(element, attributes)
    if (text !== undefined) element.textContent = text
    return element
  }
  tidied(svg)
  setAll(svg, { xmlns: namespace, role: 'img', 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-description` })
  setAll(svg, { 'font-family': font, 'font-size': type, fill: palette.ink })
  svg.prepend(
    make('title', { id: `${id}-title` }, title),
    make('desc', { id: `${id}-description` }, description),
    make('rect', { width, height: all.height, fill: 'white' }),
  )
  for (const entry of placed) svg.append(...legendElements(entry, make))
  if (nothing !== undefined) {
    const [x, y] = [width / 2, all.marginTop + (all.height - all.marginTop) / 3]
    svg.append(make('text', { x, y, 'text-anchor': 'middle', 'font-weight': 'bold' }, nothing))
  }
  return asXml(svg.outerHTML)
}

type Attributes = Readonly<Record<string, string | number | undefined>>
type Make = (name: string, attributes: Attributes, text?: string) => Drawing

function legendElements({ name, x, y, stroke, dashes, fill, mark }: PlacedEntry, make: Make): Drawing[] {
  const middle = x + sample / 2
  const line = { x1: x, x2: x + sample, y1: y, y2: y, stroke, 'stroke-width': 2.4, 'stroke-dasharray': dashes }
  const patch = { x, y: y - 6, width: sample, height: 12, fill, stroke }
  const diamond = { d: `M${middle},${y - 6}l4,6l-4,6l-4,-6z`, fill, stroke }
  const dot = { d: `M${middle - 6},${y}a6,6,0,1,0,12,0a6,6,0,1,0,-12,0z`, fill }
  const point = mark === 'dot' ? dot : diamond
  const look = fill === undefined ? make('line', line) : mark === undefined ? make('rect', patch) : make('path', point)
  return [look, make('text', { x: x + textAfter, y, dy: '0.35em', 'text-anchor': 'start' }, name)]
}

/** Without what XML cannot hold. */
function asXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

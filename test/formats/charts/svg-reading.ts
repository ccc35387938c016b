import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

/*
 * Charts read back without the program that drew them: Python's XML parser makes a tree of an SVG, and two ticks of an axis say what a place on
 * it is worth.
 */

/** Why charts cannot be read back here; false where they can. */
export const noPython = spawnSync('python3', ['--version']).status === 0 ? false : 'SKIPPED: there is no python3 here to read charts with'

/** An element as Python read it. */
export interface Element {
  name: string
  attributes: Record<string, string>
  text: string
  children: Element[]
}

/** An element with where it stands in the chart. */
export interface Placed extends Element {
  x: number
  y: number
  /** Its own attributes over those of all that it is in. */
  look: Record<string, string>
}

/** Reads SVGs as XML. Throws where one is not well-formed. */
export function trees(svgs: readonly string[]): Element[] {
  const input = svgs.map((svg) => `${JSON.stringify(svg)}\n`).join('')
  const lines = execFileSync('python3', ['-B', join(import.meta.dirname, 'tree.py')], { input, maxBuffer: 1e9 })
    .toString()
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line))
}

/** All elements of a chart, with where they stand. */
export function placed(element: Element, x = 0, y = 0, around: Record<string, string> = {}): Placed[] {
  const [, right = '0', down = '0'] = /^translate\(([^,]+),([^)]+)\)$/.exec(element.attributes.transform ?? '') ?? []
  const [atX, atY] = [x + Number(right), y + Number(down)]
  const look = { ...around, ...element.attributes }
  return [{ ...element, x: atX, y: atY, look }, ...element.children.flatMap((child) => placed(child, atX, atY, look))]
}

const unit: Record<string, number> = { '': 1, k: 1e3, m: 1e6, bn: 1e9 }

/** What the label of a tick is worth; nothing where it is no amount. */
export function worth(label: string): number | undefined {
  const [, sign = '', digits, letter = ''] = /^(−?)£?([0-9,]+(?:\.[0-9]+)?)(k|m|bn)?$/.exec(label) ?? []
  if (digits === undefined) return undefined
  return (sign === '' ? 1 : -1) * Number(digits.replaceAll(',', '')) * (unit[letter] as number)
}

/** An axis as its ticks tell it: the value at a place, and what one unit of the picture is worth. */
export interface Axis {
  value: (place: number) => number
  unit: number
}

/** The axis upwards or across whose tick labels stand in tabular figures. */
export function axisOf(all: readonly Placed[], way: 'x' | 'y'): Axis {
  const other = way === 'x' ? 'y' : 'x'
  const labels = all.filter(({ name, look }) => name === 'text' && look['font-variant'] === 'tabular-nums')
  const ticks = labels.flatMap((label) => {
    const value = worth(label.text)
    const isOnIt = labels.filter((each) => each[other] === label[other]).length > 1
    return value === undefined || !isOnIt ? [] : [{ at: label[way], value }]
  })
  // An empty chart has 0 alone, and everything lies on it.
  const zero = labels.find(({ text }) => text === '£0' || text === '0')
  if (ticks.length === 0 && zero !== undefined) return { value: (place) => (Math.abs(place - zero[way]) < 1 ? 0 : Number.NaN), unit: 1 }
  const [first, last] = [ticks[0], ticks.at(-1)]
  if (first === undefined || last === undefined || first.at === last.at) throw new Error(`the chart has no axis ${way}`)
  const each = (last.value - first.value) / (last.at - first.at)
  return { value: (place) => first.value + (place - first.at) * each, unit: Math.abs(each) }
}

/** The rectangles of marks, which stand in groups, with numbers for their attributes. */
export function rectangles(all: readonly Placed[], fills: readonly string[]) {
  return all
    .filter(({ name, look, attributes }) => name === 'rect' && fills.includes(look.fill ?? '') && !('stroke' in attributes))
    .map(({ look, attributes: { x, y, width, height } }) => ({
      fill: look.fill as string,
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }))
}

/** The points of the path that is drawn with a stroke. */
export function pathOf(all: readonly Placed[], stroke: string): { x: number; y: number }[] {
  const path = all.find(({ name, look, attributes }) => name === 'path' && look.stroke === stroke && (attributes.d ?? '').length > 20)
  if (path === undefined) throw new Error(`nothing is drawn with ${stroke}`)
  return [...(path.attributes.d as string).matchAll(/[ML](?<x>-?[\d.]+),(?<y>-?[\d.]+)/g)].map(({ groups }) => ({
    x: Number(groups?.x),
    y: Number(groups?.y),
  }))
}

import type { ChartThemeColor } from 'hucre'
import { withParts } from './zip-parts.ts'

/**
 * The colour of a series that is there to lift others and is not to be seen. The library knows no series without a fill, so this stands
 * for one until the file is written.
 */
export const unseen: ChartThemeColor = { theme: 'bg1', alpha: 0 }

/** Lines across a chart that do not outshine what is drawn on them. */
const paleLines =
  '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="DDE3E9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
const unseenFill = '<a:solidFill><a:schemeClr val="bg1"><a:alpha val="0"/></a:schemeClr></a:solidFill>'

/** Months below a line are written aslant: some programs leave none of them out, and they would run together. */
function withSlantedMonths(chart: string): string {
  const slanted = chart.replace(/(<c:catAx>.*?)<a:bodyPr\/>/s, '$1<a:bodyPr rot="-2700000" vert="horz"/>')
  if (slanted === chart) throw new Error('a chart of months has no labels to slant')
  return slanted
}

/**
 * The workbook with its charts as no option of the library gives them: unseen series have no fill at all, bars below nothing keep
 * their colour, which some programs take away unless told, and the lines across are pale. Throws an Error where the library no longer writes charts as it did.
 */
export function withChartsMended(workbook: Uint8Array): Uint8Array {
  let seen = 0
  const mended = withParts(
    workbook,
    (name) => /^xl\/charts\/chart\d+\.xml$/.test(name),
    (text) => {
      const cleared = text.replaceAll(unseenFill, '<a:noFill/>')
      if (cleared !== text) seen++
      const lined = cleared.replaceAll('<c:majorGridlines/>', paleLines)
      if (lined === cleared) throw new Error('a chart has no lines across it')
      if (!lined.includes('<c:barChart>')) return withSlantedMonths(lined)
      const series = [...lined.matchAll(/<c:ser>/g)].length
      const kept = lined.replaceAll(/(<c:ser>(?:(?!<\/c:ser>).)*?<\/c:spPr>)(?!<c:invertIfNegative)/gs, '$1<c:invertIfNegative val="0"/>')
      if ([...kept.matchAll(/<c:invertIfNegative val="0"\/>/g)].length !== series)
        throw new Error('a series of a chart has no colour of its own')
      return kept
    },
  )
  if (seen !== 1) throw new Error(`${seen} charts have an unseen series where one should`)
  return mended
}

import { deflatorSeries, deflators } from '../../reference/deflators.ts'
import { financialYear, financialYearOf, yearNumber } from '../calendar.ts'
import { isByYear } from '../fields.ts'
import { pricedLines } from '../priced-lines.ts'
import type { Rule, RuleFinding } from './rule.ts'

/** Inflation by financial year has no gap between its first and its last year. */
export const inflationWithoutGaps: Rule = ({ prices }) => {
  const { inflation } = prices ?? {}
  if (!isByYear(inflation)) return []
  const given = Object.keys(inflation).map(yearNumber)
  const findings: RuleFinding[] = []
  for (let year = Math.min(...given); year < Math.max(...given); year += 1) {
    if (given.includes(year)) continue
    const missing = financialYear(year)
    const message = `Inflation is given before and after ${missing} and not for it; add ${missing}.`
    findings.push({
      pointer: `/prices/inflation/${missing}`,
      message,
      got: 'nothing',
      expected: `a rate for ${missing}`,
      reads: ['/prices/inflation'],
    })
  }
  return findings
}

/** Every year whose prices are turned into base-year prices has a deflator, built in or in the case, and so has the base year. */
export const deflatorsForYears: Rule = (theCase) => {
  const { start, prices } = theCase
  if (prices?.baseYear === undefined && start === undefined) return []
  const base = prices?.baseYear ?? financialYearOf(start as string)
  const overriding = prices?.deflators ?? {}
  const isMissing = (year: string) => !deflators.has(year) && overriding[year] === undefined
  const lines = pricedLines(theCase).flatMap(({ included, priceYear, at }) =>
    included && priceYear !== undefined && priceYear !== base ? [{ priceYear, at }] : [],
  )
  const [first] = lines
  if (first === undefined) return []

  const places = new Map<string, string>()
  for (const { priceYear, at } of lines) if (isMissing(priceYear) && !places.has(priceYear)) places.set(priceYear, at)
  if (isMissing(base)) places.set(base, prices?.baseYear === undefined ? '/start' : '/prices/baseYear')
  const block = yamlBlock([...places.keys()].sort())
  return [...places].map(([year, pointer]) => {
    const why =
      year === base
        ? `amounts in ${first.priceYear} prices are turned into prices of the base year, ${base}`
        : `an amount is in ${year} prices and the base year is ${base}`
    const message = `There is no deflator for ${year}: ${why}. The built-in series runs from ${firstYear} to ${lastYear} (${deflatorSeries.baseYear} = 100). Add:\n${block}`
    const reads = [pointer, '/prices/baseYear', '/prices/deflators']
    return { pointer, message, got: `no deflator for ${year}`, expected: `prices.deflators.${year}`, reads }
  })
}

const builtIn = [...deflators.keys()]
const firstYear = builtIn.at(0)
const lastYear = builtIn.at(-1)

function yamlBlock(years: string[]): string {
  return ['prices:', '  deflators:', ...years.map((year) => `    "${year}": <index>`)].join('\n')
}

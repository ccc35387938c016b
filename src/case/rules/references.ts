import { wordList } from '../nearest.ts'
import { pricedLines, referredFigure } from '../priced-lines.ts'
import { figureUnitsPer, unitInWords } from '../published.ts'
import { about, each, type Rule, type RuleFinding } from './rule.ts'

/** An amount taken from a built-in figure is paid as the figure is counted, and is in the figure's prices. */
export const referredAmounts: Rule = (theCase) =>
  pricedLines(theCase).flatMap(({ line, amount, per, priceYear }) => {
    const figure = referredFigure(amount)
    if (figure === undefined || per === undefined) return []
    const findings: RuleFinding[] = []
    const taken = figureUnitsPer(per)
    if (!taken.includes(figure.unit)) {
      const message = `The built-in figure ${figure.id} is in ${unitInWords(figure.unit)}, and this line is paid per: ${per}.`
      const expected = `a figure in ${wordList(taken.map(unitInWords))}, or another per`
      findings.push(about(line, ['amount'], { pointer: `${line}/amount/ref`, message, got: unitInWords(figure.unit), expected }))
    }
    if (figure.priceYear !== undefined && figure.priceYear !== priceYear) {
      const message = `The built-in figure ${figure.id} is in ${figure.priceYear} prices, and priceYear says ${priceYear}; leave priceYear out.`
      findings.push(about(line, ['amount'], { pointer: `${line}/priceYear`, message, got: `${priceYear}`, expected: figure.priceYear }))
    }
    return findings
  })

const grantUnits = ['pounds', 'pounds-a-year']

/** A grant taken from a built-in figure is a whole sum or a year's, in cash: a unit cost, or one in old prices, is no grant. */
export const referredGrants: Rule = (theCase) =>
  each(theCase.funding, '/funding').flatMap(({ item, at }) =>
    Object.entries((item.byYear ?? {}) as Record<string, unknown>).flatMap(([year, amount]) => {
      const figure = referredFigure(amount)
      if (figure === undefined || (grantUnits.includes(figure.unit) && figure.priceYear === undefined)) return []
      const pointer = `${at}/byYear/${year}/ref`
      const prices = figure.priceYear === undefined ? '' : ` in ${figure.priceYear} prices`
      const got = `${unitInWords(figure.unit)}${prices}`
      const message = `The built-in figure ${figure.id} is ${got}, and a grant is the cash of a financial year; write the sum out.`
      return [{ pointer, message, got, expected: 'a sum of cash for the year' }]
    }),
  )

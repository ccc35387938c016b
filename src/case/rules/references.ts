import { wordList } from '../nearest.ts'
import { pricedLines, referredFigure } from '../priced-lines.ts'
import { figureUnitsPer, unitInWords } from '../published.ts'
import { about, type Rule, type RuleFinding } from './rule.ts'

/** An amount taken from a built-in figure is paid as the figure is counted, and is in the figure's prices. */
export const referredAmounts: Rule = (theCase) =>
  pricedLines(theCase).flatMap(({ line, amount, per, priceYear, stated }) => {
    const figure = referredFigure(amount)
    if (figure === undefined || per === undefined) return []
    const findings: RuleFinding[] = []
    const taken = figureUnitsPer(per)
    if (!taken.includes(figure.unit)) {
      const message = `The built-in figure ${figure.id} is in ${unitInWords(figure.unit)}, and this line is paid per: ${per}.`
      const expected = `a figure in ${wordList(taken.map(unitInWords))}, or another per`
      findings.push(about(line, ['amount', 'per'], { pointer: `${line}/amount/ref`, message, got: unitInWords(figure.unit), expected }))
    }
    if (stated && figure.priceYear !== undefined && figure.priceYear !== priceYear) {
      const message = `The built-in figure ${figure.id} is in ${figure.priceYear} prices, and priceYear says ${priceYear}; leave priceYear out.`
      findings.push(
        about(line, ['amount', 'priceYear'], { pointer: `${line}/priceYear`, message, got: `${priceYear}`, expected: figure.priceYear }),
      )
    }
    return findings
  })

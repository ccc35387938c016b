import { publishedFigure } from './published.ts'
import type { SoundCase } from './sound.ts'

/** An amount of a case: a cost line, a cost or a saving, and the prices it is in. */
export interface PricedLine {
  /** The pointer of the line. */
  line: string
  /** The pointer of what says the price year: the line's own key, or the built-in figure its amount refers to. */
  at: string
  amount: unknown
  per: string | undefined
  /** The line's own price year, else its figure's; undefined where the amount is in base-year prices. */
  priceYear: string | undefined
  /** False for the lines of an intervention that is left out. */
  included: boolean
}

/** Every amount of a case that is turned into base-year prices. */
export function pricedLines({ demand, interventions }: SoundCase): PricedLine[] {
  const lines: PricedLine[] = []
  const add = (list: readonly (Line | undefined)[] | undefined, pointer: string, included: boolean) => {
    for (const [index, item] of (list ?? []).entries()) {
      if (item === undefined) continue
      const line = `${pointer}/${index}`
      const ofFigure = item.priceYear === undefined ? referredFigure(item.amount)?.priceYear : undefined
      lines.push({
        line,
        at: ofFigure === undefined ? `${line}/priceYear` : `${line}/amount`,
        amount: item.amount,
        per: item.per,
        priceYear: item.priceYear ?? ofFigure,
        included,
      })
    }
  }
  for (const [index, item] of (demand ?? []).entries()) add(item?.costs, `/demand/${index}/costs`, true)
  for (const [index, item] of (interventions ?? []).entries()) {
    const included = item?.included !== false
    add(item?.costs, `/interventions/${index}/costs`, included)
    add(item?.savings, `/interventions/${index}/savings`, included)
  }
  return lines
}

interface Line {
  amount?: unknown
  per?: string | undefined
  priceYear?: string | undefined
}

/** The built-in figure that a quantity refers to; undefined where it is a number or a range, or names no figure. */
export function referredFigure(quantity: unknown) {
  if (typeof quantity !== 'object' || quantity === null || !('ref' in quantity) || typeof quantity.ref !== 'string') return undefined
  return publishedFigure(quantity.ref)
}

import { monthsBetween } from '../../case/calendar.ts'
import { Figure } from '../../formats/figure.ts'
import { exactNumber } from '../../graph/exact.ts'
import type { Appraised } from '../appraise.ts'

const amounts = ['grossAvoided', 'cashable', 'cost', 'costAllFunders', 'grants', 'netAvoided', 'netCashable', 'peakFunding', 'npv'] as const

/** The difference of two figures as they are shown, so that a reader who subtracts them finds it. */
export function differenceOf(one: Figure, other: Figure): Figure {
  return new Figure(exactNumber(one.toString()).minus(exactNumber(other.toString())), one.kind)
}

/** What a comparison shows of one appraisal, each figure with its difference from the central one. */
export function comparedFigures({ headline, years, checks, warnings, caseHash, resultHash }: Appraised, central: Appraised) {
  const base = central.headline
  return {
    headline,
    difference: {
      ...(Object.fromEntries(amounts.map((name) => [name, differenceOf(headline[name], base[name])])) as Record<
        (typeof amounts)[number],
        Figure
      >),
      bcr: headline.bcr === null || base.bcr === null ? null : differenceOf(headline.bcr, base.bcr),
      paybackMonths:
        headline.paybackMonth === null || base.paybackMonth === null ? null : monthsBetween(base.paybackMonth, headline.paybackMonth),
      entriesAvoided: Object.fromEntries(
        Object.entries(headline.entriesAvoided).map(([id, avoided]) => {
          const before = base.entriesAvoided[id]
          return [id, before === undefined ? null : differenceOf(avoided, before)]
        }),
      ),
    },
    years: years.map(({ year, position, cash: { net, cumulative } }) => {
      const before = central.years.find((each) => each.year === year)
      return {
        year,
        position,
        net,
        cumulative,
        difference:
          before === undefined
            ? null
            : {
                gap: differenceOf(position.gap, before.position.gap),
                net: differenceOf(net, before.cash.net),
                cumulative: differenceOf(cumulative, before.cash.cumulative),
              },
      }
    }),
    checksPassed: checks.length,
    warnings: warnings.map(({ code, message, path }) => ({ code, message, path })),
    caseHash,
    resultHash,
  }
}

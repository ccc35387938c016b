import { yearlyMonths } from '../../method/costs.ts'
import { monthOfCase } from '../../method/timeline.ts'
import type { Figures } from '../figures.ts'
import type { Warning } from './warning.ts'

interface Span {
  path: string
  what: string
  from: number
  until: number
}

/** Warnings about what the case names and its months never see: it counts nothing, and nobody may have meant that. */
export function horizonWarnings(figures: Figures): Warning[] {
  const { timeline } = figures.method.book
  const outside = [...services(figures), ...money(figures), ...releases(figures)]
    .filter(({ from, until }) => from >= timeline.length || until <= 0 || until <= from)
    .map(
      ({ path, what }): Warning => ({
        code: 'outside-horizon',
        path,
        message: `${what}, outside the case's months ${timeline.start} to ${timeline.months.at(-1)}, so it counts for nothing. Move it, or move the horizon.`,
      }),
    )
  return [...outside, ...beside(figures)]
}

/** What a saving made once is given and does not use: it has one month and no warm-up. Source: method 4, direct savings. */
function beside({ method: { savings } }: Figures): Warning[] {
  return savings.flatMap(({ path, saving: { per, month, from, warmUp } }): Warning[] => {
    if (per !== 'once') return []
    const message = (what: string) => `This saving is made once, in ${month ?? from ?? "the intervention's first month"}: ${what}`
    return [
      ...(warmUp === undefined
        ? []
        : [
            {
              code: 'not-used' as const,
              path: `${path}.warmUp`,
              message: message('its warm-up is not used. Take it out, or give the saving per year.'),
            },
          ]),
      ...(month === undefined || from === undefined
        ? []
        : [
            {
              code: 'not-used' as const,
              path: `${path}.from`,
              message: message(`its from, ${from}, is not used. Keep one of the two months.`),
            },
          ]),
    ]
  })
}

/** Interventions that take no referral in the case's months, and save nothing by themselves. */
function services({ method: { families } }: Figures): Span[] {
  return families
    .filter(({ intervention }) => intervention.referrals !== undefined)
    .map(({ path, running, intervention: { start, end } }) => ({
      path: end === undefined ? `${path}.start` : `${path}.end`,
      what: `This intervention takes referrals from ${start}${end === undefined ? '' : ` to ${end}`}`,
      ...running,
    }))
}

function money({ complete, method: { book, costs, savings } }: Figures): Span[] {
  const owners = new Map(complete.interventions.map((intervention) => [`interventions.${intervention.id}`, intervention]))
  const items = [
    ...costs.map(({ path, cost }) => ({ path, item: cost, what: 'cost', once: cost.month })),
    ...savings.map(({ path, saving }) => ({ path, item: saving, what: 'saving', once: saving.month ?? saving.from })),
  ]
  return items.flatMap(({ path, item, what, once }): Span[] => {
    const owner = owners.get(path.split('.').slice(0, 2).join('.'))
    if (!owner || (item.per !== 'once' && item.per !== 'year')) return []
    if (item.per === 'year') {
      const years = yearlyMonths(book, owner, item)
      return [
        { path, what: `This ${what} runs from ${item.from ?? owner.start}${item.to === undefined ? '' : ` to ${item.to}`}`, ...years },
      ]
    }
    const month = once ?? owner.start
    const when = monthOfCase(book.timeline, month)
    return [{ path, what: `This ${what} falls in ${month}`, from: when, until: when + 1 }]
  })
}

/** Release plans that open only after the last month. */
function releases({ method: { book, demands } }: Figures): Span[] {
  return demands.flatMap(({ lines }) =>
    lines.flatMap(({ path, line }): Span[] => {
      if (line.release === undefined) return []
      const from = monthOfCase(book.timeline, line.release.from)
      return [{ path: `${path}.release.from`, what: `This release opens in ${line.release.from}`, from, until: Number.POSITIVE_INFINITY }]
    }),
  )
}

import fc from 'fast-check'
import { type Case, exactLine, exactNumber, figuresOf } from '../cases-for-tests.ts'
import { sameLines, sameValues, sumOf } from './named-lines.ts'
import { alike, property } from './property.ts'
import { anyCase, cases, changed, decimal } from './random-cases.ts'

property('the order of demands, interventions, lines, effects and grants does not matter', anyCase, (given) => {
  const turned = changed(given, (copy) => {
    copy.demand.reverse()
    copy.interventions.reverse()
    copy.funding?.reverse()
    for (const { costs } of copy.demand) costs?.reverse()
    for (const { effects, costs, savings } of copy.interventions) for (const list of [effects, costs, savings]) list?.reverse()
  })
  sameLines(figuresOf(given), figuresOf(turned))
})

property('an intervention that is not included is an intervention that is not there', anyCase, (given) => {
  const left = changed(given, ({ interventions }) => {
    for (const [place, each] of interventions.entries()) if (place % 2 === 0) each.included = false
  })
  const gone = changed(left, (copy) => {
    copy.interventions = copy.interventions.filter(({ included }) => included !== false)
  })
  sameLines(figuresOf(left), figuresOf(gone))
})

/** What is left when everything of a demand is divided between two of its kind. */
function part(given: Case, share: string, divide: (quantity: unknown, share: string) => string): Case {
  const rest = exactNumber(1).minus(share).toFixed()
  return changed(given, (copy) => {
    copy.demand = copy.demand.flatMap((demand) =>
      [[`${demand.id}a`, share] as const, [`${demand.id}b`, rest] as const].map(([id, of]) => {
        const piece = structuredClone(demand)
        piece.id = id
        for (const key of ['entriesPerYear', 'population', 'opening'] as const)
          if (piece[key] !== undefined) piece[key] = divide(piece[key], of)
        if (piece.entriesByYear) piece.entriesByYear = piece.entriesByYear.map((entries) => divide(entries, of))
        if (piece.budget?.places) piece.budget.places = piece.budget.places.map((places) => divide(places, of))
        for (const { release } of piece.costs ?? []) if (release?.step !== undefined) release.step = divide(release.step, of)
        return piece
      }),
    )
    for (const intervention of copy.interventions) {
      intervention.effects = (intervention.effects ?? []).flatMap((effect) =>
        (
          [
            ['a', share],
            ['b', rest],
          ] as const
        ).map(([letter, of]) => {
          const piece = { ...structuredClone(effect), demand: `${effect.demand}${letter}` }
          if (piece.kind === 'exits') piece.chance = divide(piece.chance, of)
          else piece.risk = divide(piece.risk, of)
          return piece
        }),
      )
    }
  })
}

property(
  'a demand divided in two, its effects with it, avoids and releases as much as the whole',
  fc.tuple(cases({ acting: true }), fc.constantFrom('0.5', '0.25', '0.8')),
  ([given, share]) => {
    const divided = part(given, share, (quantity, of) => exactNumber(String(quantity)).times(of).toFixed())
    const whole = figuresOf(given)
    const pieces = figuresOf(divided)
    for (const { id, costs } of given.demand ?? []) {
      const names = ['entries', 'stockDoNothing', 'stockBudgeted', 'combinedAvoided', 'entriesAvoided', 'stockAvoided']
      const lines = (costs ?? []).flatMap(({ id: line }) =>
        ['avoided', 'pressure', 'backfilledPlaces', 'absorbedPlaces', 'releasedPlaces'].map((name) => `costs.${line}.${name}`),
      )
      for (const name of [...names, ...lines]) {
        const [one, other] = ['a', 'b'].map((letter) => exactLine(pieces, `demand.${id}${letter}.${name}`)) as [
          ReturnType<typeof exactLine>,
          ReturnType<typeof exactLine>,
        ]
        sameValues(
          exactLine(whole, `demand.${id}.${name}`),
          one.map((value, t) => value.plus(other[t] ?? 0)),
          `${name} of ${id}`,
        )
      }
    }
  },
)

property(
  'a cost line divided in two by its share releases as much as the whole, line by line',
  fc.tuple(cases({ acting: true }), decimal(0, 1)),
  ([given, share]) => {
    const rest = exactNumber(1).minus(share).toFixed()
    const divided = changed(given, ({ demand }) => {
      for (const each of demand) {
        each.costs = (each.costs ?? []).flatMap((line) =>
          [[`${line.id}a`, share] as const, [`${line.id}b`, rest] as const].map(([id, of]) => {
            const piece = {
              ...structuredClone(line),
              id,
              share: exactNumber(String(line.share ?? 1))
                .times(of)
                .toFixed(),
            }
            if (piece.release?.step !== undefined) piece.release.step = exactNumber(String(piece.release.step)).times(of).toFixed()
            return piece
          }),
        )
      }
    })
    const whole = figuresOf(given)
    const pieces = figuresOf(divided)
    for (const { id, costs } of given.demand ?? []) {
      for (const { id: line } of costs ?? []) {
        const of = (figures: typeof whole, letter: string, name: string) =>
          exactLine(figures, `demand.${id}.costs.${line}${letter}.${name}`)
        for (const name of ['avoided', 'emptyPlaces', 'absorbedPlaces', 'releasedPlaces']) {
          // With nothing on one piece its step is 0 too, and nothing is what it releases.
          alike(sumOf(of(whole, '', name)), sumOf([...of(pieces, 'a', name), ...of(pieces, 'b', name)]), `${name} of ${line} of ${id}`)
        }
      }
    }
  },
)

import fc from 'fast-check'
import { type Case, type Effect, exactLine, exactNumber, figuresOf, type Intervention } from '../cases-for-tests.ts'
import { at, ids, sameValues, sumOf, sumOfLists } from './named-lines.ts'
import { alike, atMost, property, so } from './property.ts'
import { anyCase, type Changing, cases, changed, decimal, effects } from './random-cases.ts'

property('effects that change nothing avoid nothing', anyCase, (given) => {
  const idle = changed(given, (copy) => {
    for (const effect of effects(copy)) {
      if (effect.kind === 'exits') effect.chance = '0'
      else effect.reduction = '0'
    }
  })
  const figures = figuresOf(idle)
  for (const name of ['entriesAvoided', 'stockAvoided', 'avoidedPlaces', 'grossAvoided']) {
    for (const id of ids(figures, name)) {
      if (id.startsWith('demand.'))
        so(
          exactLine(figures, id).every((value) => value.isZero()),
          id,
        )
    }
  }
})

property('what interventions are credited with adds up to what the package avoids, every month', anyCase, (given) => {
  const figures = figuresOf(given)
  for (const { id } of given.demand ?? []) {
    const parts = (name: string) =>
      ids(figures, name)
        .filter((each) => each.includes(`.avoided.${id}.`))
        .map((each) => exactLine(figures, each))
    for (const [part, whole] of [
      ['attributedAvoided', 'combinedAvoided'],
      ['netAvoidedEntries', 'entriesAvoided'],
      ['avoidedStock', 'stockAvoided'],
    ] as const) {
      const length = 12 * given.years
      sameValues(sumOfLists(parts(part), length), exactLine(figures, `demand.${id}.${whole}`), `${whole} of ${id}`)
    }
  }
})

/** The case with one intervention alone. */
const alone = (given: Case, place: number) =>
  changed(given, (copy) => {
    copy.interventions = [copy.interventions[place] as Intervention]
  })

property(
  'interventions side by side avoid what each would alone, where there is enough to avoid',
  cases({ acting: true, plentiful: true, overlap: 'disjoint' }),
  (given) => {
    const figures = figuresOf(given)
    const each = (given.interventions ?? []).map((_, place) => figuresOf(alone(given, place)))
    for (const { id } of given.demand ?? []) {
      for (const name of ['combinedAvoided', 'entriesAvoided', 'stockAvoided']) {
        const line = `demand.${id}.${name}`
        sameValues(
          exactLine(figures, line),
          sumOfLists(
            each.map((one) => exactLine(one, line)),
            12 * given.years,
          ),
          line,
        )
      }
    }
  },
)

property(
  'helpful interventions that overlap avoid at most what they would side by side',
  cases({ acting: true, harmless: true }),
  (given) => {
    const rule = (overlap: 'independent' | 'disjoint') =>
      figuresOf(
        changed(given, (copy) => {
          copy.overlap = overlap
        }),
      )
    const overlapping = rule('independent')
    const apart = rule('disjoint')
    for (const { id } of given.demand ?? []) {
      for (const name of ['combinedAvoided', 'entriesAvoided', 'stockAvoided']) {
        const most = exactLine(apart, `demand.${id}.${name}`)
        for (const [t, avoided] of exactLine(overlapping, `demand.${id}.${name}`).entries())
          atMost(avoided, at(most, t), `${name} of ${id} in month ${t}`)
      }
    }
  },
)

property('no more entries are avoided than there are', cases({ acting: true }), (given) => {
  const figures = figuresOf(given)
  for (const { id } of given.demand ?? []) {
    const entries = exactLine(figures, `demand.${id}.entries`)
    for (const [t, avoided] of exactLine(figures, `demand.${id}.combinedAvoided`).entries())
      atMost(avoided, at(entries, t), `${id} in month ${t}`)
  }
})

/** One more intervention that only does harm, to every demand. */
function withHarm(given: Case, reduction: string, chance: string): Case {
  return changed(given, (copy) => {
    const harm = copy.demand.flatMap(({ id }): Effect[] => [
      { demand: id, risk: '0.5', windowMonths: 6, reduction },
      { kind: 'exits', demand: id, chance, monthsEarlier: 3 },
    ])
    copy.interventions.push({ id: 'harm', referrals: { perMonth: '5' }, effects: harm })
  })
}

property(
  'a harmful intervention never raises what is released, in any month, on any line',
  fc.tuple(cases({ acting: true }), decimal(-1, 0), decimal(-1, 0)),
  ([given, reduction, chance]) => {
    // Whose avoided entries come back later is no longer credited with the same: without returns nothing can rise.
    const lasting = changed(given, (copy) => {
      for (const effect of effects(copy)) if (effect.kind !== 'exits') delete effect.returns
    })
    const before = figuresOf(lasting)
    const after = figuresOf(withHarm(lasting, reduction, chance))
    for (const id of ids(before, 'releasedPlaces')) {
      const most = exactLine(before, id)
      for (const [t, released] of exactLine(after, id).entries()) atMost(released, at(most, t), `${id} in month ${t}`)
    }
  },
)

property(
  'more optimism taken off never means more avoided',
  fc.tuple(cases({ acting: true }), decimal(0, 1), decimal(0, 1)),
  ([given, one, other]) => {
    const with_ = (bias: string) =>
      figuresOf(
        changed(given, (copy) => {
          for (const effect of effects(copy)) {
            effect.optimismBias = bias
            if (effect.kind !== 'exits') delete effect.returns
          }
        }),
      )
    const [less, more] = [one, other].sort((a, b) => Number(a) - Number(b)).map(with_) as [
      ReturnType<typeof with_>,
      ReturnType<typeof with_>,
    ]
    for (const { id } of given.demand ?? []) {
      for (const name of ['entriesAvoided', 'stockAvoided']) {
        const most = exactLine(less, `demand.${id}.${name}`)
        for (const [t, avoided] of exactLine(more, `demand.${id}.${name}`).entries())
          atMost(avoided, at(most, t), `${name} of ${id} in month ${t}`)
      }
    }
  },
)

property('strength is every treated child times what is left of the effect, by its definition', cases({ acting: true }), (given) => {
  const figures = figuresOf(given)
  for (const { id: owner, effects: list } of given.interventions ?? []) {
    for (const effect of (list ?? []) as Effect[]) {
      if (effect.kind === 'exits') continue
      const path = `interventions.${owner}.effects.${effect.demand}`
      const treated = exactLine(figures, `${path}.treated`).map(Number)
      const { windowMonths, holdMonths, fadePerYear } = effect
      const hold = holdMonths ?? (fadePerYear === undefined ? windowMonths : 0)
      const kept = (1 - Number(fadePerYear ?? 0)) ** (1 / 12)
      const left = (k: number) => (k < hold ? 1 : kept ** (k - hold + 1))
      for (const [t, strength] of exactLine(figures, `${path}.strength`).entries()) {
        const expected = Array.from({ length: windowMonths }, (_, k) => (treated[t - k] ?? 0) * left(k)).reduce(
          (sum, part) => sum + part,
          0,
        )
        so(Math.abs(Number(strength) - expected) <= 1e-9 * (1 + expected), `${path} in month ${t}: ${strength} is not ${expected}`)
      }
    }
  }
})

property(
  'what returns later is what was avoided before: over a long horizon a return of everything avoids nothing',
  cases({ acting: true, overlap: 'independent' }),
  (given) => {
    const returning = changed(given, (copy: Changing) => {
      for (const effect of effects(copy)) if (effect.kind !== 'exits') effect.returns = { share: '1', afterMonths: 4 }
    })
    const figures = figuresOf(returning)
    for (const { id } of given.demand ?? []) {
      const combined = exactLine(figures, `demand.${id}.combinedAvoided`)
      const net = exactLine(figures, `demand.${id}.entriesAvoided`)
      // Everything but the last four months has come back.
      alike(sumOf(net), sumOf(combined.slice(-4)), `entries of ${id}`)
      for (const [t, entries] of net.entries())
        alike(entries, at(combined, t).minus(t < 4 ? exactNumber(0) : at(combined, t - 4)), `${id} in month ${t}`)
    }
  },
)

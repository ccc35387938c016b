import fc from 'fast-check'
import { checked } from '../../src/answers/checked.ts'
import { Figures } from '../../src/answers/figures.ts'
import { nearlyFloat, readExactly } from '../../src/graph/exact.ts'
import { agreement, readFloat64 } from '../../src/graph/float64.ts'
import { appraisal } from '../../src/method/appraisal.ts'
import { type Case, figuresOf, ready } from '../cases-for-tests.ts'
import { sameLines } from './named-lines.ts'
import { property, so } from './property.ts'
import { anyCase, changed } from './random-cases.ts'

property('every check holds on every case', anyCase, (given) => void checked(figuresOf(given)), 80)

property(
  'float64 agrees with the exact reader at every named line, to a thousand-millionth of what was added beneath it',
  anyCase,
  (given) => {
    const figures = figuresOf(given)
    const { values, magnitudes } = readFloat64(figures.method.book.graph, figures.exact)
    for (const { id, values: named } of figures.method.book.lines.values()) {
      for (const { index } of named) {
        const exact = figures.exact.values[index]
        const difference = Math.abs((values[index] as number) - nearlyFloat(exact as NonNullable<typeof exact>))
        so(difference <= agreement * (magnitudes[index] as number), `${id}: ${values[index]} is not ${exact}`)
      }
    }
  },
  40,
)

property(
  'a graph read again at other inputs, with what has not changed taken over, has the values of one read anew',
  fc.tuple(anyCase, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), fc.constantFrom('0', '1', '0.37')),
  ([given, places, value]) => {
    const { register, method, exact } = figuresOf(given)
    const { graph } = method.book
    const paths = new Set(places.map((place) => graph.inputs[place % graph.inputs.length]))
    const at = (path: string) => {
      const text = register.get(path)?.value as string
      const word = text === 'true' ? '1' : text === 'false' ? '0' : text
      return paths.has(path) ? value : word
    }
    const anew = readExactly(graph, at)
    const again = readExactly(graph, at, exact)
    // And from values that are all others.
    const back = readExactly(
      graph,
      at,
      readExactly(graph, () => '0.5'),
    )
    so(again.values.length === graph.size, 'a node has no value')
    for (const [index, each] of anew.values.entries()) {
      so(String(each) === String(again.values[index]), `node ${index} is ${again.values[index]}, not ${each}`)
      so(String(each) === String(back.values[index]), `node ${index}, read after another, is ${back.values[index]}, not ${each}`)
    }
  },
  40,
)

property('every node is a finite number', anyCase, (given) => {
  const figures = figuresOf(given)
  for (const [index, value] of figures.exact.values.entries()) so(value.isFinite(), `node ${index} is ${value}`)
})

/** Every plain quantity of a case as a range about itself, 0 and 1 among them. */
function ranged(given: Case): Case {
  const words = new Set([
    'id',
    'title',
    'demand',
    'start',
    'end',
    'from',
    'to',
    'month',
    'funder',
    'priceYear',
    'baseYear',
    'action',
    'owner',
  ])
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, key))
    if (typeof value === 'object' && value !== null) {
      return 'central' in value ? value : Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, walk(item, inner)]))
    }
    const isQuantity = typeof value === 'string' && !words.has(key) && /^-?[0-9]+(\.[0-9]+)?$/.test(value)
    return isQuantity ? { central: value, low: value, high: value, shape: 'uniform' } : value
  }
  return walk(given, '') as Case
}

property('a range is read at its central value, so a range about a plain value changes nothing', anyCase, (given) => {
  sameLines(figuresOf(given), figuresOf(ranged(given)))
})

property('a graph that keeps its zeros and ones for readers that vary them gives the same figures', anyCase, (given) => {
  const { case: complete, register } = ready(given)
  const kept = new Figures(
    complete,
    register,
    appraisal(complete, register, () => true),
  )
  sameLines(figuresOf(given), kept)
})

property('leaving a default out or writing it down is the same', fc.tuple(anyCase), ([given]) => {
  const written = changed(given, (copy) => {
    copy.body ??= 'council'
    copy.overlap ??= 'independent'
    copy.discounting = {
      timing: 'start',
      ...(copy.discounting?.rate === undefined ? { schedule: 'green-book' as const } : {}),
      ...copy.discounting,
    }
    copy.prices = { inflation: '0', ...copy.prices }
    for (const demand of copy.demand) {
      if (demand.entriesByYear === undefined) demand.growth ??= '0'
      demand.backfill ??= '0'
      demand.budget ??= { basis: 'opening' }
      for (const line of demand.costs ?? [])
        Object.assign(line, { share: '1', variable: '1', funder: 'council', realGrowth: '0', value: 'fiscal', ...line })
      for (const { release } of demand.costs ?? []) if (release) Object.assign(release, { from: copy.start, ...release })
    }
    for (const each of copy.interventions) {
      each.start ??= copy.start
      each.included ??= true
      each.childrenPerReferral ??= '1'
      each.programme = { months: 1, completion: '1', partialEffect: '0', ...each.programme }
      if (each.referrals) each.referrals = { eligible: '1', takeUp: '1', ...each.referrals }
      if (each.capacity) each.capacity = { waitingList: false, dropOffPerMonth: '0', ...each.capacity }
      each.warmUp = { ...(each.warmUp?.curve === 'custom' ? {} : { months: '0' }), curve: 'linear', ...each.warmUp }
      for (const cost of each.costs ?? [])
        Object.assign(cost, { funder: 'council', realGrowth: '0', optimismBias: '0', redeployed: false, ...cost })
    }
  })
  sameLines(figuresOf(given), figuresOf(written))
})

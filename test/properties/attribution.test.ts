import fc from 'fast-check'
import { readExactly } from '../../src/graph/exact.ts'
import { disjoint, independent } from '../../src/method/attribution.ts'
import { Book } from '../../src/method/book.ts'
import { caseOf, type Exact, exactNumber, ready } from '../cases-for-tests.ts'
import { at, sumOf } from './named-lines.ts'
import { alike, atMost, property } from './property.ts'
import { decimal } from './random-cases.ts'

/** What shares come to together, and what each is credited with. */
function attributed(rule: typeof independent, shares: readonly string[]): { combined: Exact; credits: Exact[] } {
  const { case: complete, register } = ready(caseOf())
  const book = new Book(complete, register)
  const { combined, attributed } = rule(
    book,
    shares.map((_, place) => book.graph.input(String(place))),
  )
  const exact = readExactly(book.graph, (place) => shares[Number(place)] as string)
  return { combined: exact.of(combined), credits: attributed.map((credit) => exact.of(credit)) }
}

/** 1 − Π (1 − f) of some shares, by its definition. */
function together(shares: readonly string[]): Exact {
  return exactNumber(1).minus(shares.reduce((left, share) => left.times(exactNumber(1).minus(share)), exactNumber(1)))
}

/** Every order of some things. */
function orders<T>(things: readonly T[]): T[][] {
  if (things.length === 0) return [[]]
  return things.flatMap((first, place) => orders(things.filter((_, other) => other !== place)).map((rest) => [first, ...rest]))
}

const shares = fc.array(decimal(-1, 1, 3), { minLength: 1, maxLength: 4 })
const benefits = fc.array(decimal(0, 1, 3), { minLength: 1, maxLength: 4 })

property(
  'independent shares: each is credited with what it adds, averaged over every order of arrival',
  shares,
  (shares) => {
    const { credits } = attributed(independent, shares)
    const every = orders(shares.map((_, place) => place))
    for (const [place, credit] of credits.entries()) {
      const added = every.map((order) => {
        const before = order.slice(0, order.indexOf(place)).map((other) => shares[other] as string)
        return together([...before, shares[place] as string]).minus(together(before))
      })
      alike(credit, sumOf(added).dividedBy(every.length), `the credit of ${place}`)
    }
  },
  60,
)

property(
  'independent shares: what is credited is what is avoided together, up to twenty of them',
  fc.array(decimal(-1, 1, 3), { minLength: 1, maxLength: 20 }),
  (shares) => {
    const { combined, credits } = attributed(independent, shares)
    alike(combined, together(shares), 'together')
    alike(sumOf(credits), combined, 'credited')
  },
)

property('disjoint shares: what is credited is what is avoided together', shares, (shares) => {
  const { combined, credits } = attributed(disjoint, shares)
  const plain = sumOf(shares.map((share) => exactNumber(share)))
  alike(combined, plain.greaterThan(1) ? exactNumber(1) : plain, 'together')
  alike(sumOf(credits), combined, 'credited')
})

for (const [name, rule] of [
  ['independent', independent],
  ['disjoint', disjoint],
] as const) {
  property(`${name} shares: equal shares have equal credit`, fc.tuple(shares, decimal(-1, 1, 3)), ([others, share]) => {
    const { credits } = attributed(rule, [share, ...others.slice(0, 2), share])
    alike(at(credits, 0), at(credits, credits.length - 1), 'the first and the last')
  })

  property(`${name} shares: who avoids nothing is credited with nothing, and takes nothing from the others`, shares, (shares) => {
    const { credits: alone } = attributed(rule, shares)
    const { credits } = attributed(rule, [...shares, '0'])
    alike(at(credits, shares.length), exactNumber(0), 'the one that avoids nothing')
    for (const [place, credit] of alone.entries()) alike(credit, at(credits, place), `the credit of ${place}`)
  })

  property(`${name} shares: the order they are named in does not matter`, shares, (shares) => {
    const { combined, credits } = attributed(rule, shares)
    const turned = attributed(rule, [...shares].reverse())
    alike(combined, turned.combined, 'together')
    for (const [place, credit] of [...credits].reverse().entries()) alike(credit, at(turned.credits, place), `the credit of ${place}`)
  })
}

property('benefits side by side avoid at least as much as benefits that overlap, and at most everything', benefits, (shares) => {
  const overlapping = attributed(independent, shares).combined
  const apart = attributed(disjoint, shares).combined
  atMost(overlapping, apart, 'overlapping')
  atMost(apart, exactNumber(1), 'apart')
})

property(
  'one more benefit avoids at least as much, and leaves less of it to the others',
  fc.tuple(benefits, decimal(0, 1, 3)),
  ([shares, more]) => {
    for (const rule of [independent, disjoint]) {
      const before = attributed(rule, shares)
      const after = attributed(rule, [...shares, more])
      atMost(before.combined, after.combined, 'before')
      for (const [place, credit] of before.credits.entries()) atMost(at(after.credits, place), credit, `the credit of ${place}`)
    }
  },
)

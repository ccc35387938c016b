import t from 'tap'
import { judgeable } from '../../src/case/keywords.ts'
import { type Loose, problemsOf, whole } from './whole-case.ts'

/* An object told apart by its kind, one rate or rates by year, and a list of at most so many: what is said where none of them is meant. */

type Said = [change: (theCase: Loose) => void, path: string, message: string, got: string, expected: string]

function says(name: string, all: Said[]): void {
  t.test(name, async (t) => {
    for (const [change, path, message, got, expected] of all) {
      const problems = problemsOf(whole(change)).map((each) => [each.path, each.message, each.got, each.expected])
      t.same(problems, [[path, message, got, expected]], `${change}`)
    }
  })
}

const stays = 'an object of kind geometric or fixed'
const noKind = (kind: string) => `There is no kind ${kind} here; the kinds are geometric and fixed.`
const effect = (c: Loose) => c.interventions[0].effects[0]

says('an object told apart by its kind', [
  [(c) => (c.demand[0].stay = 24), 'demand.care.stay', `This should be ${stays}.`, '24', stays],
  [(c) => (c.demand[0].stay = 'fixed'), 'demand.care.stay', `This should be ${stays}.`, '"fixed"', stays],
  [(c) => (c.demand[0].stay = ['fixed']), 'demand.care.stay', `This should be ${stays}.`, 'a list of 1', stays],
  [(c) => (c.demand[0].stay = null), 'demand.care.stay', `No value stands here (null); give ${stays}.`, 'null', stays],
  [
    (c) => (c.demand[0].stay = { meanMonths: 24 }),
    'demand.care.stay.kind',
    'Say which kind: geometric or fixed.',
    'nothing',
    'geometric or fixed',
  ],
  [
    (c) => (c.demand[0].stay.kind = 'geometrik'),
    'demand.care.stay.kind',
    `${noKind('"geometrik"')} Did you mean geometric?`,
    '"geometrik"',
    'geometric or fixed',
  ],
  [(c) => (c.demand[0].stay.kind = 'weibull'), 'demand.care.stay.kind', noKind('"weibull"'), '"weibull"', 'geometric or fixed'],
  [(c) => (c.demand[0].stay.kind = 5), 'demand.care.stay.kind', noKind('5'), '5', 'geometric or fixed'],
  [(c) => (c.demand[0].stay.kind = ['fixed']), 'demand.care.stay.kind', noKind('a list of 1'), 'a list of 1', 'geometric or fixed'],
  [(c) => (c.demand[0].stay.kind = 'toString'), 'demand.care.stay.kind', noKind('"toString"'), '"toString"', 'geometric or fixed'],
  [
    (c) => (effect(c).kind = null),
    'interventions.fft.effects.care.kind',
    'There is no kind null here; the kinds are entries and exits.',
    'null',
    'entries or exits',
  ],
])

t.test('an effect that names no kind keeps entries down, and is judged as such', async (t) => {
  const without = whole((c) => delete effect(c).kind)
  t.same(problemsOf(without), [])
  t.match(
    problemsOf(
      whole((c) => {
        delete effect(c).kind
        effect(c).risk = 35
        delete effect(c).reduction
      }),
    )
      .map(({ path }) => path)
      .sort(),
    ['interventions.fft.effects.care.reduction', 'interventions.fft.effects.care.risk'],
  )
})

const aRate = 'a decimal number from -0.5 to 0.5 (rate a year), such as 0.02, or a range or reference of such numbers'
says('one rate, or rates by year', [
  [(c) => (c.prices.inflation = 2), 'prices.inflation', '2 looks like a percentage; write 2% as 0.02.', '2', aRate],
  [(c) => (c.prices.inflation = [0.02]), 'prices.inflation', 'One quantity is expected here, not a list.', 'a list of 1', aRate],
  [(c) => (c.prices.inflation = { '2026-27': 2 }), 'prices.inflation.2026-27', '2 looks like a percentage; write 2% as 0.02.', '2', aRate],
  [
    (c) => (c.prices.inflation = { low: 0, central: 0 }),
    'prices.inflation.high',
    'The range has no high.',
    'an object with low, central',
    'a range { central, low, high, shape, source, note } within -0.5 to 0.5',
  ],
])

says('a list that is too long is one mistake: its items are not judged as well', [
  [
    (c) => (c.demand[0].budget.places = Array(101).fill('many')),
    'demand.care.budget.places',
    'A list of 1 to 100 is expected here.',
    'a list of 101',
    'a list of 1 to 100',
  ],
])

t.test('and those of a list of legal length are, each where it stands', async (t) => {
  t.same(
    problemsOf(whole((c) => (c.demand[0].budget.places = [1, 'many', 3, -1]))).map(({ path, got }) => [path, got]),
    [
      ['demand.care.budget.places.1', '"many"'],
      ['demand.care.budget.places.3', '-1'],
    ],
  )
})

t.test('objects that nothing tells apart cannot be told apart', async (t) => {
  const choice = { anyOf: [{ $ref: 'A#' }, { $ref: 'B#' }] }
  t.throws(() => judgeable(choice, new Map([['A', { type: 'object', properties: {} }]])), {
    message: 'A# cannot be told apart: it has no kind.',
  })
})

import t from 'tap'
import { caseOf, figuresOf, type Intervention, interventionOf, line, months } from '../cases-for-tests.ts'

/** Every line of families of one intervention, for its first months. */
function flows(parts: Partial<Intervention>, first = 6) {
  const figures = figuresOf(caseOf({ interventions: [interventionOf(parts)] }))
  const of = (name: string) => line(figures, `interventions.fgc.${name}`).slice(0, first)
  return {
    referred: of('referred'),
    accepted: of('accepted'),
    starts: of('starts'),
    waiting: of('waiting'),
    notServed: of('notServed'),
    completed: of('completed'),
  }
}

const nobody = months([6, '0'])

t.test('the funnel: referred, eligible, willing', async (t) => {
  // 20 × 0.5 × 0.25 = 2.5, and in the first month half of it: W = 1.
  const { referred, accepted, starts, waiting, notServed } = flows({
    referrals: { perMonth: '20', eligible: '0.5', takeUp: '0.25' },
    warmUp: { months: '1' },
  })
  t.same(referred, ['10', ...months([5, '20'])])
  t.same(accepted, ['1.25', ...months([5, '2.5'])])
  t.same(starts, accepted, 'without a capacity everyone starts')
  t.same(waiting, nobody)
  t.same(notServed, nobody)
})

t.test('nobody is referred where the intervention says nothing of referrals', async (t) => {
  const all = flows({ capacity: { places: '5' }, programme: { months: 2 } })
  for (const [name, values] of Object.entries(all)) t.same(values, nobody, name)
})

// Three families a month, four places, a programme of three months: a place is held in the month of the start and the two after it.
const busy: Partial<Intervention> = { referrals: { perMonth: '3' }, programme: { months: 3, completion: '0.5' } }

t.test('a queue with a waiting list from which half give up each month', async (t) => {
  // month  queue              free             starts  waiting  gave up
  // 0      3                  4                3       0        0
  // 1      3                  4 − 3 = 1        1       2        0
  // 2      2 × ½ + 3 = 4      4 − (1 + 3) = 0  0       4        1
  // 3      4 × ½ + 3 = 5      4 − (0 + 1) = 3  3       2        2
  // 4      2 × ½ + 3 = 4      4 − (3 + 0) = 1  1       3        1
  // 5      3 × ½ + 3 = 4.5    4 − (1 + 3) = 0  0       4.5      1.5
  // Accepted 18 = started 8 + waiting 4.5 + not served 5.5.
  const { starts, waiting, notServed, completed } = flows({ ...busy, capacity: { places: '4', waitingList: true, dropOffPerMonth: '0.5' } })
  t.same(starts, ['3', '1', '0', '3', '1', '0'])
  t.same(waiting, ['0', '2', '4', '2', '3', '4.5'])
  t.same(notServed, ['0', '0', '1', '2', '1', '1.5'])
  t.same(completed, ['0', '0', '0', '1.5', '0.5', '0'], 'half of those who started three months before')
})

t.test('a waiting list from which nobody gives up', async (t) => {
  // Queues 3, 3, 2 + 3, 5 + 3, 5 + 3, 7 + 3 against 4, 1, 0, 3, 1, 0 free.
  const { starts, waiting, notServed } = flows({ ...busy, capacity: { places: '4', waitingList: true } })
  t.same(starts, ['3', '1', '0', '3', '1', '0'])
  t.same(waiting, ['0', '2', '5', '5', '7', '10'])
  t.same(notServed, nobody)
})

t.test('without a waiting list whoever finds no place is declined', async (t) => {
  const { starts, waiting, notServed } = flows({ ...busy, capacity: { places: '4', dropOffPerMonth: '0.5' } })
  t.same(starts, ['3', '1', '0', '3', '1', '0'])
  t.same(waiting, nobody)
  t.same(notServed, ['0', '2', '3', '0', '2', '3'])
})

t.test('a service that closes: who is waiting then is not served, and places are still held', async (t) => {
  // As above until July (month 3), where 2 wait; in August 1 of them has given up and 1 is turned away.
  const { starts, waiting, notServed, completed } = flows({
    ...busy,
    end: '2026-07',
    capacity: { places: '4', waitingList: true, dropOffPerMonth: '0.5' },
  })
  t.same(starts, ['3', '1', '0', '3', '0', '0'])
  t.same(waiting, ['0', '2', '4', '2', '0', '0'])
  t.same(notServed, ['0', '0', '1', '2', '2', '0'])
  t.same(completed, ['0', '0', '0', '1.5', '0.5', '0'])
})

t.test('a programme of one month holds no place into the next', async (t) => {
  const { starts } = flows({ referrals: { perMonth: '6' }, capacity: { places: '4' }, programme: { months: 1 } })
  t.same(starts, months([6, '4']))
})

t.test('no places: nobody starts', async (t) => {
  const { starts, notServed } = flows({ ...busy, capacity: { places: '0' } })
  t.same(starts, nobody)
  t.same(notServed, months([6, '3']))
})

t.test('a service already running when the case begins starts it empty', async (t) => {
  // From February with a warm-up of 3: ¾ of 4 in April, all after it. What flowed before April is not in the case.
  const { accepted, starts, completed } = flows({
    start: '2026-02',
    warmUp: { months: '3' },
    referrals: { perMonth: '4' },
    programme: { months: 2 },
    capacity: { places: '5' },
  })
  t.same(accepted, ['3', '4', '4', '4', '4', '4'])
  // Free: 5, 5 − 3, 5 − 2, 5 − 3, …
  t.same(starts, ['3', '2', '3', '2', '3', '2'])
  t.same(completed, ['0', '0', '3', '2', '3', '2'])
})

t.test('a late start waits for its month', async (t) => {
  t.same(flows({ ...busy, start: '2026-07', capacity: { places: '4' } }).starts, ['0', '0', '0', '3', '1', '0'])
})

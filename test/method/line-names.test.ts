import t from 'tap'
import { lines, nameInSentence } from '../../src/method/lines.ts'
import {
  type Case,
  caseOf,
  certainEffect,
  demandOf,
  type ExitsEffect,
  figuresOf,
  type Intervention,
  interventionOf,
  line,
  lineOf,
  plannedLine,
} from '../cases-for-tests.ts'

/*
 * Which lines a case has, by name. A line without its name cannot be traced, explained or written to a sheet, though every total stands.
 */

const exits: ExitsEffect = { kind: 'exits', demand: 'care', chance: '0.1', monthsEarlier: 3 }

/** A case that uses everything that makes a line. */
const everything: Case = caseOf({
  body: 'council',
  demand: [
    demandOf({
      opening: '70',
      growth: '0.1',
      backfill: '0.1',
      costs: [
        plannedLine({ noticeMonths: 2, step: '2' }),
        lineOf({ id: 'unplanned' }),
        lineOf({ id: 'event', per: 'entry' }),
        lineOf({ id: 'earnings', value: 'economic' }),
        lineOf({ id: 'trauma', value: 'social', per: 'entry' }),
      ],
    }),
  ],
  interventions: [
    interventionOf({
      referrals: { perMonth: '1' },
      programme: { months: 2 },
      capacity: { places: '1', waitingList: true },
      effects: [certainEffect({ windowMonths: 6, holdMonths: 3, fadePerYear: '0.5', reduction: '0.1' }), { ...exits }],
      costs: [{ id: 'team', amount: '1', per: 'year' }],
      savings: [{ id: 'agency', amount: '1', per: 'year' }],
    }),
    interventionOf({ id: 'fft', referrals: { perMonth: '1' }, effects: [certainEffect({ reduction: '0.1' })] }),
  ],
  funding: [{ id: 'dfe', byYear: { '2026-27': '1' } }],
})

/** The names of the lines of one owner. */
function namesOf(given: Case, owner: string): string[] {
  const all = [...figuresOf(given).method.book.lines.values()]
  return all.filter((each) => each.owner === owner).map(({ name }) => name)
}

t.test('the lines of a case that uses everything are those of the glossary, and all of them', async (t) => {
  const used = new Set([...figuresOf(everything).method.book.lines.values()].map(({ name }) => name))
  t.same([...used].sort(), Object.keys(lines).sort())
})

t.test('the lines of the whole case stand under the part they belong to', async (t) => {
  const rungs = ['partners', 'unplanned', 'fixed', 'notYetReleased', 'backfilled', 'absorbed', 'cashable']
  const view = ['benefitReal', 'pvBenefit', 'pvCost', 'npv', 'bcr']
  const expected: Record<string, string[]> = {
    prices: ['inflationIndex'],
    financial: [...rungs, 'grossAvoided', 'cost', 'costOneOff', 'costAllFunders', 'grants', 'net', 'cumulative', 'cumulativeByMonth'],
    position: ['budget', 'doNothing', 'withPackage', 'gap'],
    economic: [...rungs.map((rung) => `${rung}Real`), 'discountFactor', 'economicReal', 'socialReal', 'costReal', 'pvFixed'],
    'economic.fiscal': view,
    'economic.public': view,
    headline: ['grossAvoided', 'cashable', 'cost', 'costAllFunders', 'grants', 'netAvoided', 'netCashable', 'peakFunding'],
  }
  for (const [owner, names] of Object.entries(expected)) t.same(namesOf(everything, owner).sort(), names.sort(), owner)
  const owners = new Set([...figuresOf(everything).method.book.lines.values()].map(({ owner }) => owner))
  const whole = [...owners].filter((owner) => !/^(demand|interventions)\.[a-z]/.test(owner))
  t.same(whole.sort(), Object.keys(expected).sort())
})

t.test('an id is its owner and its name', async (t) => {
  for (const { id, owner, name } of figuresOf(everything).method.book.lines.values()) t.equal(id, `${owner}.${name}`)
})

t.test('an effect shows how much of it holds and how much fades only where it does both', async (t) => {
  const effectLines = (parts: Parameters<typeof certainEffect>[0]) =>
    namesOf(
      caseOf({
        demand: [demandOf()],
        interventions: [interventionOf({ effects: [certainEffect({ windowMonths: 6, ...parts })] })],
      }),
      'interventions.fgc.effects.care',
    )
  const plain = ['treated', 'strength', 'standAloneAvoided', 'share']
  t.same(effectLines({}), plain, 'it holds for its window')
  t.same(effectLines({ fadePerYear: '0.5' }), plain, 'it fades at once')
  t.same(effectLines({ fadePerYear: '0.5', holdMonths: 2 }), ['treated', 'holding', 'fading', 'strength', 'standAloneAvoided', 'share'])
  t.same(effectLines({ fadePerYear: '0.5', holdMonths: 6 }), plain, 'it holds for as long as it is there')
})

t.test('holding and fading, by hand', async (t) => {
  // One child in April: at full strength for two months, then half of it is left after a year, and the window closes after four months.
  const figures = figuresOf(
    caseOf({
      demand: [demandOf()],
      interventions: [
        interventionOf({
          referrals: { perMonth: '1' },
          end: '2026-04',
          effects: [certainEffect({ windowMonths: 4, holdMonths: 2, fadePerYear: '1' })],
        }),
      ],
    }),
  )
  t.same(line(figures, 'interventions.fgc.effects.care.holding').slice(0, 5), ['1', '1', '0', '0', '0'])
  t.same(line(figures, 'interventions.fgc.effects.care.fading').slice(0, 5), ['0', '0', '0', '0', '0'])
})

t.test('families in the programme, where places are limited', async (t) => {
  // Two a month, three places, two months each: starts 2, 1, 2, 1 …; as a month begins, those who started the month before are there.
  const limited: Partial<Intervention> = {
    referrals: { perMonth: '2' },
    programme: { months: 2 },
    capacity: { places: '3', waitingList: false },
  }
  const figures = figuresOf(caseOf({ interventions: [interventionOf(limited)] }))
  t.same(line(figures, 'interventions.fgc.starts').slice(0, 4), ['2', '1', '2', '1'])
  t.same(line(figures, 'interventions.fgc.inProgramme').slice(0, 4), ['0', '2', '1', '2'])
  t.notOk(
    namesOf(caseOf({ interventions: [interventionOf({ referrals: { perMonth: '2' } })] }), 'interventions.fgc').includes('inProgramme'),
    'without places to hold, nobody is counted as holding one',
  )
})

t.test('within a sentence a label has no capital, and not what explains it', async (t) => {
  t.equal(nameInSentence('Cashable: what comes off a budget'), 'cashable')
  t.equal(nameInSentence('Net cashable'), 'net cashable')
})

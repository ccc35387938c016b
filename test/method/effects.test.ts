import t from 'tap'
import { caseOf, demandOf, type Effect, figuresOf, type Intervention, interventionOf, line, months } from '../cases-for-tests.ts'

/** A line of one effect of one intervention, for its first months. */
function of(name: string, effect: Partial<Effect>, parts: Partial<Intervention> = {}, first = 6): string[] {
  const defaults = effect.kind === 'exits' ? { chance: '1', monthsEarlier: 1 } : { risk: '1', windowMonths: 4, reduction: '1' }
  const whole = { id: 'e', demand: 'care', startsAfterMonths: 0, ...defaults, ...effect } as Effect
  const intervention = interventionOf({ referrals: { perMonth: '8' }, effects: [whole], ...parts })
  return line(
    figuresOf(caseOf({ demand: [demandOf({ entriesPerYear: '1200' })], interventions: [intervention] })),
    `interventions.fgc.effects.e.${name}`,
  ).slice(0, first)
}

/** Eight families in April alone. */
const once: Partial<Intervention> = { end: '2026-04' }

t.test('children treated, by the group whose average the evidence measured', async (t) => {
  const parts: Partial<Intervention> = {
    referrals: { perMonth: '10', takeUp: '0.8' },
    programme: { months: 2, completion: '0.6', partialEffect: '0.25' },
    childrenPerReferral: '1.5',
  }
  // Eight families start, with 12 children. Treated: 0.6 + 0.4 × 0.25 = 0.7 of them. Referred: 1 ÷ 0.8 = 1.25 for each that starts.
  t.same(of('treated', {}, parts), months([6, '8.4']))
  t.same(of('treated', { basis: 'treated' }, parts), months([6, '8.4']))
  t.same(of('treated', { basis: 'started' }, parts), months([6, '12']))
  t.same(of('treated', { basis: 'referred' }, parts), months([6, '15']))
  t.same(of('treated', { kind: 'exits', basis: 'referred' }, parts), months([6, '15']), 'exits likewise')
})

t.test('nobody takes it up, or nobody is referred: nobody is treated, whatever the basis', async (t) => {
  for (const basis of ['treated', 'started', 'referred'] as const) {
    t.same(of('treated', { basis }, { referrals: { perMonth: '10', takeUp: '0' } }), months([6, '0']))
    const { referrals: _, ...unreferred } = interventionOf({})
    const figures = figuresOf(
      caseOf({
        demand: [demandOf()],
        interventions: [{ ...unreferred, effects: [{ id: 'e', demand: 'care', risk: '1', windowMonths: 1, reduction: '1', basis }] }],
      }),
    )
    t.same(line(figures, 'interventions.fgc.effects.e.treated'), months([12, '0']))
  }
})

t.test('the effect begins when the programme ends, unless said otherwise', async (t) => {
  const programme = { months: 3 }
  const figures = figuresOf(
    caseOf({
      demand: [demandOf()],
      interventions: [
        interventionOf({
          ...once,
          programme,
          referrals: { perMonth: '8' },
          effects: [{ id: 'e', demand: 'care', risk: '1', windowMonths: 1, reduction: '1' }],
        }),
      ],
    }),
  )
  t.same(line(figures, 'interventions.fgc.effects.e.treated').slice(0, 5), ['0', '0', '0', '8', '0'])
  t.same(of('treated', { startsAfterMonths: 1 }, { ...once, programme }), ['0', '8', '0', '0', '0', '0'])
  t.same(of('treated', { startsAfterMonths: 0 }, { ...once, programme }), ['8', '0', '0', '0', '0', '0'])
})

// Strength of eight children whose effect begins in April, in a window of four months.
t.test('without a fade the effect holds for its window', async (t) => {
  t.same(of('strength', {}, once), ['8', '8', '8', '8', '0', '0'])
  t.same(of('strength', { windowMonths: 1 }, once), ['8', '0', '0', '0', '0', '0'])
  t.same(of('strength', {}), ['8', '16', '24', '32', '32', '32'], 'and those of the last four months add up')
})

// 0.9¹² = 0.282429536481: a fade of 0.717570463519 a year keeps nine tenths from month to month; a case may have ten places of it.
const tenthAMonth = '0.7175704635'
const f = (fade: string, holdMonths?: number): Partial<Effect> => ({
  fadePerYear: fade,
  ...(holdMonths === undefined ? {} : { holdMonths }),
})

t.test('a fade starts at once, by the twelfth root of what a year leaves', async (t) => {
  // 8 × 0.9, × 0.81, × 0.729, × 0.6561, and the window is over.
  t.same(of('strength', f(tenthAMonth), once, 1), ['7.2'], 'to ten places')
  t.same(
    of('strength', f(tenthAMonth), once, 5).map((value) => Number(value).toFixed(8)),
    ['7.20000000', '6.48000000', '5.83200000', '5.24880000', '0.00000000'],
  )
})

t.test('a hold, then a fade', async (t) => {
  t.same(
    of('strength', f(tenthAMonth, 2), once, 5).map((value) => Number(value).toFixed(8)),
    ['8.00000000', '8.00000000', '7.20000000', '6.48000000', '0.00000000'],
  )
  // A steady flow: 8, 16, 16 + 7.2, 16 + 7.2 + 6.48, and no further.
  t.same(
    of('strength', f(tenthAMonth, 2), {}, 6).map((value) => Number(value).toFixed(8)),
    ['8.00000000', '16.00000000', '23.20000000', '29.68000000', '29.68000000', '29.68000000'],
  )
  t.same(of('strength', f('0.5', 4), once), ['8', '8', '8', '8', '0', '0'], 'a hold as long as the window leaves nothing to fade')
})

t.test('a fade of 1 leaves nothing after the hold', async (t) => {
  t.same(of('strength', f('1', 2), once), ['8', '8', '0', '0', '0', '0'])
  t.same(of('strength', f('1'), once), months([6, '0']))
})

t.test('a fade of 0 leaves everything, with or without a hold', async (t) => {
  t.same(of('strength', f('0'), once), ['8', '8', '8', '8', '0', '0'])
  t.same(of('strength', f('0', 2), once), ['8', '8', '8', '8', '0', '0'])
  t.same(of('strength', { holdMonths: 0 }, once), ['8', '8', '8', '8', '0', '0'], 'a hold of 0 without a fade')
  t.same(of('strength', { fadePerYear: { central: '0', low: '0', high: '0.5' } }, once), ['8', '8', '8', '8', '0', '0'], 'a range at 0')
})

t.test('avoided alone: strength × risk ÷ window × reduction', async (t) => {
  // 8 × 0.5 ÷ 4 = 1 event a month, of which 0.4.
  t.same(of('standAloneAvoided', { risk: '0.5', reduction: '0.4' }, once), ['0.4', '0.4', '0.4', '0.4', '0', '0'])
})

t.test('optimism bias takes from a benefit and adds to a harm', async (t) => {
  // 0.4 − 0.4 × 0.25 = 0.3; −0.4 − 0.4 × 0.25 = −0.5.
  const biased = (reduction: string) => of('standAloneAvoided', { risk: '0.5', reduction, optimismBias: '0.25' }, once, 1)
  t.same(biased('0.4'), ['0.3'])
  t.same(biased('-0.4'), ['-0.5'])
  t.same(biased('0'), ['0'])
})

t.test('earlier exits: treated of the last months × chance', async (t) => {
  const exits = (effect: Partial<Effect>) => of('stockSaved', { kind: 'exits', monthsEarlier: 3, ...effect }, once)
  // 8 × 0.25 = 2 for three months; less a fifth for optimism; a harm of a quarter made a fifth worse.
  t.same(exits({ chance: '0.25' }), ['2', '2', '2', '0', '0', '0'])
  t.same(exits({ chance: '0.25', optimismBias: '0.2' }), ['1.6', '1.6', '1.6', '0', '0', '0'])
  t.same(exits({ chance: '-0.25', optimismBias: '0.2' }), ['-2.4', '-2.4', '-2.4', '0', '0', '0'])
})

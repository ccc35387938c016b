import { Decimal } from 'decimal.js'
import t from 'tap'
import { figure } from '../../src/reference/catalogue.ts'

function value(id: string): Decimal {
  const found = figure(id)
  if (!found) throw new Error(`no figure ${id}`)
  return new Decimal(found.value)
}

/** The relative fall from a control group's risk to an intervention group's, to ten places. */
const fall = (control: string, arm: string) => new Decimal(1).minus(value(arm).div(value(control))).toDecimalPlaces(10)

t.test('the family group conference trial: 36.2% against 44.8%', async (t) => {
  t.equal(value('fgc-rct-risk').toFixed(), '0.448')
  t.equal(value('fgc-rct-arm').toFixed(), '0.362')
  t.equal(value('fgc-rct-reduction').toFixed(), new Decimal(1).minus(new Decimal('0.362').div('0.448')).toFixed(10))
  t.equal(value('fgc-rct-difference').toFixed(), '0.086')
  // One child kept out for every 1 ÷ 0.086 = 11.63 families referred.
  t.equal(new Decimal(1).div(value('fgc-rct-risk').times(value('fgc-rct-reduction'))).toFixed(2), '11.63')
})

t.test('each reduction is what its two arms give', async (t) => {
  const trials: [reduction: string, control: string, arm: string][] = [
    ['fgc-rct-reduction', 'fgc-rct-risk', 'fgc-rct-arm'],
    ['fgc-rct-proceedings-reduction', 'fgc-rct-proceedings-risk', 'fgc-rct-proceedings-arm'],
    ['fnp-cin-reduction', 'fnp-cin-risk', 'fnp-cin-arm'],
    ['fnp-referral-reduction', 'fnp-referral-risk', 'fnp-referral-arm'],
    ['fnp-plan-reduction', 'fnp-plan-risk', 'fnp-plan-arm'],
    ['troubled-families-reduction', 'troubled-families-risk', 'troubled-families-arm'],
  ]
  for (const [reduction, control, arm] of trials) {
    t.equal(value(reduction).toFixed(), fall(control, arm).toFixed(), reduction)
  }
  // Printed to two places, from the risk ratio 0.91.
  t.equal(value('fnp-looked-after-reduction').toFixed(2), fall('fnp-looked-after-risk', 'fnp-looked-after-arm').toFixed(2))
  for (const months of [3, 6, 12, 24]) {
    const ratio = figure(`family-preservation-risk-ratio-${months}m`)
    const reduction = figure(`family-preservation-reduction-${months}m`)
    const less = (text: string | undefined) => new Decimal(1).minus(text ?? 'NaN').toFixed(2)
    t.same([reduction?.value, reduction?.low, reduction?.high], [less(ratio?.value), less(ratio?.high), less(ratio?.low)])
  }
})

t.test('trials that showed nothing say so, and their intervals hold nothing', async (t) => {
  const odds = ['mst-start-odds-ratio', 'fnp-cin-odds-ratio', 'fnp-referral-odds-ratio', 'fnp-plan-odds-ratio']
  for (const id of odds) {
    const found = figure(id)
    t.equal(found?.unit, 'ratio')
    t.match(found?.note, /No effect shown/)
    t.ok(Number(found?.low) < 1 && Number(found?.high) > 1, id)
  }
  const lookedAfter = figure('fnp-looked-after-reduction')
  t.ok(Number(lookedAfter?.low) < 0 && Number(lookedAfter?.high) > 0)
  t.match(figure('fft-safe-trial-size')?.note, /No difference/)
})

t.test('uncontrolled results are marked as such', async (t) => {
  for (const id of [
    'mst-essex-care-day-share',
    'no-wrong-door-stayed-out',
    'family-safeguarding-plans-fall-2017',
    'leeds-plans-fall-2017',
  ]) {
    t.match(figure(id)?.note, /not evidence of cause/, id)
  }
})

t.test('derived baselines recomputed', async (t) => {
  // Steady state: children on a day ÷ the mean of those starting and ending in the year, in months.
  t.equal(new Decimal(81770).div(new Decimal(32270).plus(34450).div(2)).times(12).toFixed(1), value('looked-after-stay-2025').toFixed(1))
  t.equal(
    new Decimal(49420).div(new Decimal(61840).plus(62300).div(2)).times(12).toFixed(1),
    value('protection-plan-length-2025').toFixed(1),
  )
  // Children in England, from the number looked after and their rate.
  const children = new Decimal(81770).div(67)
  t.equal(new Decimal(32270).div(children).toFixed(1), value('looked-after-starts-rate-2025').toFixed(1))
  t.equal(new Decimal(49420).div(children).toFixed(1), value('protection-plans-rate-2025').toFixed(1))
  for (const year of [2024, 2025]) {
    const ages = ['under-1', '1-to-4', '5-to-9', '10-to-15', '16-plus'].map((age) => value(`looked-after-starts-${age}-${year}`))
    t.equal(Decimal.sum(...ages).toFixed(), value(`looked-after-starts-${year}`).toFixed())
  }
})

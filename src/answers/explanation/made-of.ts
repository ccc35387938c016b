import type { CompleteCase } from '../../case/complete.ts'
import { valueAt } from '../../case/paths.ts'
import { type LineName, lines } from '../../method/lines.ts'

/** What kind of owner a line has: a demand’s cost line, an intervention’s cost, a view of the economic case. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^demand\.[^.]+\.costs\.[^.]+$/, 'line'],
  [/^demand\.[^.]+$/, 'demand'],
  [/^interventions\.[^.]+\.costs\.[^.]+$/, 'cost'],
  [/^interventions\.[^.]+\.savings\.[^.]+$/, 'saving'],
  [/^interventions\.[^.]+\.effects\.[^.]+$/, 'effect'],
  [/^interventions\.[^.]+\.avoided\.[^.]+$/, 'credit'],
  [/^interventions\.[^.]+$/, 'family'],
  [/^economic\.(fiscal|public)$/, 'view'],
]

/** A line’s name with the kind of its owner: line.cashable, financial.cashable. */
export function kindOf(owner: string, name: LineName): string {
  return `${kinds.find(([pattern]) => pattern.test(owner))?.[1] ?? owner}.${name}`
}

const moneyOf = (own: string, names: readonly string[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    names.flatMap((name) => [
      [
        `${own}.${name}`,
        name === 'cashable' || name === 'partners' || name === 'unplanned' ? [`line.${name}`, 'saving.saving'] : [`line.${name}`],
      ],
    ]),
  )
const rungs = ['partners', 'unplanned', 'fixed', 'notYetReleased', 'backfilled', 'absorbed', 'cashable'] as const

/**
 * The lines that the method makes each line of, by the kind of their owner, those to be named first where one node is several of them.
 * Equal formulas are one node of the graph, so that a node alone does not say which of its names a formula means. Source: the sections of
 * the method that the lines are defined in.
 */
const definitions: Readonly<Record<string, readonly string[]>> = {
  // Method 1.
  'demand.entries': ['demand.entries'],
  'demand.opening': ['demand.entries'],
  'demand.openingLeft': ['demand.openingLeft', 'demand.opening', 'demand.entries'],
  'demand.openingDriftPlaces': ['demand.openingLeft', 'demand.opening', 'demand.entries'],
  'demand.openingDrift': ['demand.openingDriftPlaces', 'line.price'],
  'demand.stockDoNothing': ['demand.stockDoNothing', 'demand.opening', 'demand.entries'],
  'demand.stockBudgeted': ['demand.opening', 'demand.stockDoNothing'],
  'demand.entriesBudgeted': ['demand.stockBudgeted', 'demand.opening', 'demand.entries'],
  // Method 2.
  'family.referred': ['family.warmUp'],
  'family.accepted': ['family.referred'],
  'family.starts': ['family.waiting', 'family.inProgramme', 'family.accepted'],
  'family.inProgramme': ['family.inProgramme', 'family.starts'],
  'family.waiting': ['family.waiting', 'family.accepted', 'family.starts'],
  'family.notServed': ['family.waiting', 'family.accepted', 'family.starts'],
  'family.completed': ['family.starts'],
  'effect.treated': ['family.starts'],
  // Method 3.
  'effect.holding': ['effect.holding', 'effect.treated'],
  'effect.fading': ['effect.fading', 'effect.treated'],
  'effect.strength': ['effect.holding', 'effect.fading', 'effect.strength', 'effect.treated'],
  'effect.standAloneAvoided': ['effect.strength'],
  'effect.share': ['effect.standAloneAvoided', 'demand.entries'],
  'demand.combinedAvoided': ['demand.entries', 'effect.share'],
  'credit.attributedAvoided': ['demand.combinedAvoided', 'demand.entries', 'effect.share'],
  'credit.netAvoidedEntries': ['credit.attributedAvoided'],
  'effect.leavingEarlier': ['effect.leavingEarlier', 'effect.treated'],
  'effect.stockSaved': ['effect.leavingEarlier'],
  'credit.keptStock': ['credit.keptStock', 'credit.netAvoidedEntries'],
  'credit.avoidedStock': ['credit.keptStock', 'effect.stockSaved', 'credit.avoidedStock', 'credit.netAvoidedEntries'],
  'demand.entriesAvoided': ['demand.combinedAvoided', 'credit.netAvoidedEntries', 'credit.attributedAvoided'],
  'demand.keptStock': ['demand.keptStock', 'demand.entriesAvoided'],
  'demand.stockAvoided': ['demand.keptStock', 'effect.stockSaved', 'credit.avoidedStock', 'demand.stockAvoided', 'demand.entriesAvoided'],
  'demand.entriesWithPackage': ['demand.entries', 'demand.entriesAvoided'],
  'demand.stockWithPackage': ['demand.stockDoNothing', 'demand.stockAvoided'],
  // Method 4.
  'line.backfilledPlaces': ['line.avoided'],
  'line.absorbedPlaces': ['line.avoided', 'line.backfilledPlaces', 'line.pressure'],
  'line.emptyPlaces': ['line.avoided', 'line.backfilledPlaces', 'line.absorbedPlaces'],
  'line.standingPlaces': ['line.emptyPlaces'],
  'line.releasedPlaces': ['line.standingPlaces', 'line.emptyPlaces'],
  'line.heldPlaces': ['line.emptyPlaces', 'line.releasedPlaces'],
  'line.cashableByMonth': ['line.releasedPlaces', 'line.price'],
  ...inBothMoneys('line', {
    partners: ['avoided'],
    fixed: ['avoided'],
    backfilled: ['backfilledPlaces'],
    absorbed: ['absorbedPlaces'],
    unplanned: ['heldPlaces'],
    notYetReleased: ['heldPlaces'],
    cashable: ['releasedPlaces'],
    value: ['avoided'],
  }),
  // Method 4 and 5: what is paid and saved.
  ...inBothMoneys('cost', { cost: ['quantity'] }),
  ...inBothMoneys('saving', { saving: ['quantity'] }),
  'cost.cashByMonth': ['cost.quantity', 'cost.price'],
  'saving.cashByMonth': ['saving.quantity', 'saving.price'],
  // Method 6.
  ...Object.fromEntries(['line', 'cost', 'saving'].map((own) => [`${own}.price`, [`${own}.priceReal`, 'prices.inflationIndex']])),
  'prices.inflationIndex': ['prices.inflationIndex'],
  // Method 7.
  ...moneyOf('financial', rungs),
  'financial.grossAvoided': rungs.map((rung) => `financial.${rung}`),
  'financial.cost': ['cost.cost'],
  'financial.costOneOff': ['cost.cost'],
  'financial.costAllFunders': ['cost.cost'],
  'financial.net': ['financial.cashable', 'financial.grants', 'financial.cost'],
  'financial.cumulative': ['financial.cumulative', 'financial.net'],
  'financial.cumulativeByMonth': ['financial.cumulativeByMonth', 'line.cashableByMonth', 'saving.cashByMonth', 'cost.cashByMonth'],
  'headline.peakFunding': ['financial.cumulativeByMonth'],
  ...Object.fromEntries(
    ['grossAvoided', 'cashable', 'cost', 'costAllFunders', 'grants'].map((name) => [`headline.${name}`, [`financial.${name}`]]),
  ),
  'headline.netCashable': ['financial.net'],
  'headline.netAvoided': ['headline.grossAvoided', 'headline.costAllFunders'],
  'line.withPackage': ['line.doNothing', 'line.absorbed', 'line.cashable'],
  ...Object.fromEntries(['budget', 'doNothing', 'withPackage'].map((name) => [`position.${name}`, [`line.${name}`]])),
  'position.gap': ['position.budget', 'position.withPackage'],
  'economic.discountFactor': ['economic.discountFactor'],
  ...Object.fromEntries(Object.entries(moneyOf('economic', rungs)).map(([total, of]) => [`${total}Real`, of.map((each) => `${each}Real`)])),
  'economic.economicReal': ['line.valueReal'],
  'economic.socialReal': ['line.valueReal'],
  'economic.costReal': ['cost.costReal'],
  'view.benefitReal': [
    'view.benefitReal',
    ...rungs.filter((rung) => rung !== 'fixed').map((rung) => `economic.${rung}Real`),
    'economic.economicReal',
    'economic.socialReal',
  ],
  'view.pvBenefit': ['view.benefitReal', 'economic.discountFactor'],
  'view.pvCost': ['economic.costReal', 'economic.discountFactor'],
  'view.npv': ['view.benefitReal', 'economic.costReal', 'economic.discountFactor'],
  'view.bcr': ['view.pvBenefit', 'view.pvCost'],
  'economic.pvFixed': ['economic.fixedReal', 'economic.discountFactor'],
  'demand.placeWorth': ['line.price'],
  'demand.entryWorth': ['line.price'],
  'demand.cashPerPlaceAvoided': ['line.cashableByMonth', 'credit.avoidedStock'],
  'demand.cashPerPlaceAdded': ['line.cashableByMonth', 'credit.avoidedStock'],
  'demand.cashPerEntryAvoided': ['line.cashableByMonth', 'credit.netAvoidedEntries'],
  'demand.cashPerEntryAdded': ['line.cashableByMonth', 'credit.netAvoidedEntries'],
  'credit.grossOfPlaces': ['credit.avoidedStock', 'demand.placeWorth'],
  'credit.grossOfEntries': ['credit.netAvoidedEntries', 'demand.entryWorth'],
  'credit.cashFromPlaces': ['line.cashableByMonth', 'demand.cashPerPlaceAvoided', 'demand.cashPerPlaceAdded', 'credit.avoidedStock'],
  'credit.cashFromEntries': ['line.cashableByMonth', 'demand.cashPerEntryAvoided', 'demand.cashPerEntryAdded', 'credit.netAvoidedEntries'],
  'family.grossAvoided': ['saving.cashByMonth', 'credit.grossOfPlaces', 'credit.grossOfEntries'],
  'family.cashable': ['saving.cashByMonth', 'credit.cashFromPlaces', 'credit.cashFromEntries'],
}

/** What a line is made of depends on what the case pays it for: a place or an entry; a referral, a start or a completion. */
const byPer: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'line.avoided': { entry: ['demand.entriesAvoided'], place: ['demand.stockAvoided'] },
  'line.pressure': { entry: ['demand.entriesBudgeted', 'demand.entries'], place: ['demand.stockBudgeted', 'demand.stockDoNothing'] },
  'line.budget': { entry: ['demand.entriesBudgeted', 'line.price'], place: ['demand.stockBudgeted', 'line.price'] },
  'line.doNothing': {
    entry: ['demand.entriesBudgeted', 'demand.entries', 'line.price'],
    place: ['demand.stockBudgeted', 'demand.stockDoNothing', 'line.price'],
  },
  'cost.quantity': { referral: ['family.referred'], start: ['family.starts'], completion: ['family.completed'], place: [] },
}

/** The lines that the method makes a line of, as `definitions` has them; undefined where it is made of inputs alone. */
export function madeOf(complete: CompleteCase, owner: string, name: LineName): readonly string[] | undefined {
  const kind = kindOf(owner, name)
  const ways = byPer[kind]
  if (ways === undefined) return definitions[kind]
  const item = valueAt(complete, owner)
  const per = typeof item === 'object' && item !== null && 'per' in item ? String(item.per) : ''
  return ways[per] ?? ways.place
}

/** Whether a line may stand in a formula of another: money of the day is not made of money of the base year, nor the other way round. */
export function fits(reader: LineName, operand: LineName): boolean {
  const [unit, other] = [lines[reader].unit, lines[operand].unit] as [string, string]
  const areMoney = unit.startsWith('pounds') && other.startsWith('pounds')
  return !areMoney || unit === other || (reader === 'price' && operand === 'priceReal')
}

/** A line of one owner in money of the day and in money of the base year: a quantity at its price. */
function inBothMoneys(own: string, quantities: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(quantities).flatMap(([name, of]) =>
      ['', 'Real'].map((money) => [`${own}.${name}${money}`, [...of, `price${money}`].map((each) => `${own}.${each}`)]),
    ),
  )
}

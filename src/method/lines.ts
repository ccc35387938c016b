/**
 * What a longer time makes of a line: the sum of its months or years, for what happens in them; the last of them, for what stands at a
 * moment; or nothing, for rates, prices and places, which a year as a whole does not have.
 */
export const overTime = ['sum', 'last', 'none'] as const
export type OverTime = (typeof overTime)[number]

/** What a line is called, what it is measured in, and where the method defines it. */
export interface LineMeaning {
  label: string
  unit: string
  section: string
  overTime: OverTime
}

const line = (section: string, unit: string, label: string, overTime: OverTime): LineMeaning => ({ label, unit, section, overTime })

/** The glossary: every named line by its name. Money is cash money unless the name ends in Real, which is money of the base year. */
export const lines = {
  entries: line('1', 'children', 'Entries if nothing is done', 'sum'),
  opening: line('1', 'children', 'Numbers on the first day', 'none'),
  openingLeft: line('1', 'children', 'What is left of an opening off its steady state', 'none'),
  openingDriftPlaces: line('1', 'children', 'Numbers above the budget that come from the opening', 'none'),
  openingDrift: line('1', 'pounds', 'What an opening off its steady state moves in spending', 'none'),
  stockDoNothing: line('1', 'children', 'Numbers if nothing is done', 'last'),
  stockBudgeted: line('1', 'children', 'Numbers the budget pays for', 'last'),
  entriesBudgeted: line('1', 'children', 'Entries the budget pays for', 'sum'),
  warmUp: line('2', 'proportion', 'Share of the full referral rate reached', 'none'),
  referred: line('2', 'families', 'Families referred', 'sum'),
  accepted: line('2', 'families', 'Families accepted: eligible and willing', 'sum'),
  starts: line('2', 'families', 'Families who start', 'sum'),
  waiting: line('2', 'families', 'Families waiting at the end of the month', 'last'),
  inProgramme: line('2', 'families', 'Families who hold a place as the month begins', 'none'),
  notServed: line('2', 'families', 'Families declined, dropped off or left waiting when the service closed', 'sum'),
  completed: line('2', 'families', 'Families who complete', 'sum'),
  treated: line('2', 'children', 'Children whose effect begins', 'sum'),
  strength: line('3', 'children', 'Children under the effect, at its full-strength equivalent', 'none'),
  holding: line('3', 'children', 'Children under the effect at its full strength', 'none'),
  fading: line('3', 'children', 'Children whose effect is fading, at its full-strength equivalent', 'none'),
  standAloneAvoided: line('3', 'children', 'Entries this intervention would avoid by itself', 'sum'),
  share: line('3', 'proportion', 'Share of the demand this intervention would avoid by itself', 'none'),
  combinedAvoided: line('3', 'children', 'Entries avoided by the package, before any return', 'sum'),
  attributedAvoided: line('3', 'children', 'Entries avoided that are credited to this intervention', 'sum'),
  netAvoidedEntries: line('3', 'children', 'Entries avoided by this intervention, less those that return', 'sum'),
  leavingEarlier: line('3', 'children', 'Children treated whose earlier exit would still count', 'none'),
  keptStock: line('3', 'children', 'Numbers avoided because fewer came in', 'none'),
  stockSaved: line('3', 'children', 'Numbers that earlier exits save', 'last'),
  avoidedStock: line('3', 'children', 'Numbers avoided by this intervention', 'last'),
  entriesAvoided: line('3', 'children', 'Entries avoided by the package', 'sum'),
  stockAvoided: line('3', 'children', 'Numbers avoided by the package', 'last'),
  entriesWithPackage: line('3', 'children', 'Entries with the package', 'sum'),
  stockWithPackage: line('3', 'children', 'Numbers with the package', 'last'),
  avoided: line('4', 'places or entries', 'Avoided on this cost line', 'none'),
  pressure: line('4', 'places or entries', 'Growth on this cost line that the budget does not fund', 'none'),
  backfilledPlaces: line('4', 'places or entries', 'Taken by need that was not being met', 'none'),
  absorbedPlaces: line('4', 'places or entries', 'Taken by growth that the budget does not fund', 'none'),
  emptyPlaces: line('4', 'places or entries', 'Left standing empty', 'none'),
  standingPlaces: line('4', 'places or entries', 'Left empty throughout the notice of the plan, once it has opened', 'none'),
  heldPlaces: line('4', 'places or entries', 'Standing empty and not released', 'none'),
  releasedPlaces: line('4', 'places or entries', 'Released by the plan', 'none'),
  grossAvoided: line('4', 'pounds', 'Gross cost avoided', 'sum'),
  partners: line('4', 'pounds', 'Falls to partners', 'sum'),
  unplanned: line('4', 'pounds', 'No plan to release', 'sum'),
  fixed: line('4', 'pounds', 'Fixed cost that does not move', 'sum'),
  notYetReleased: line('4', 'pounds', 'Planned but not yet released', 'sum'),
  backfilled: line('4', 'pounds', 'Backfilled by unmet need', 'sum'),
  absorbed: line('4', 'pounds', 'Absorbed by unfunded growth', 'sum'),
  cashable: line('4', 'pounds', 'Cashable', 'sum'),
  cashableByMonth: line('4', 'pounds', 'Cash released in the month, unrounded', 'sum'),
  partnersReal: line('4', 'pounds of the base year', 'Falls to partners', 'sum'),
  unplannedReal: line('4', 'pounds of the base year', 'No plan to release', 'sum'),
  fixedReal: line('4', 'pounds of the base year', 'Fixed cost that does not move', 'sum'),
  notYetReleasedReal: line('4', 'pounds of the base year', 'Planned but not yet released', 'sum'),
  backfilledReal: line('4', 'pounds of the base year', 'Backfilled by unmet need', 'sum'),
  absorbedReal: line('4', 'pounds of the base year', 'Absorbed by unfunded growth', 'sum'),
  cashableReal: line('4', 'pounds of the base year', 'Cashable', 'sum'),
  value: line('4', 'pounds', 'Economic or social value avoided, nobody’s budget', 'sum'),
  valueReal: line('4', 'pounds of the base year', 'Economic or social value avoided, nobody’s budget', 'sum'),
  cashByMonth: line('4', 'pounds', 'Cash in the month, unrounded', 'sum'),
  saving: line('4', 'pounds', 'Direct saving', 'sum'),
  savingReal: line('4', 'pounds of the base year', 'Direct saving', 'sum'),
  quantity: line('5', 'times', 'How often the amount is paid', 'sum'),
  cost: line('5', 'pounds', 'Cost', 'sum'),
  costReal: line('5', 'pounds of the base year', 'Cost to all funders', 'sum'),
  costOneOff: line('5', 'pounds', 'One-off cost', 'sum'),
  costAllFunders: line('5', 'pounds', 'Cost to all funders, redeployed staff included', 'sum'),
  grants: line('5', 'pounds', 'Grants', 'sum'),
  price: line('6', 'pounds', 'Unit cost in money of the day', 'none'),
  priceReal: line('6', 'pounds of the base year', 'Unit cost in money of the base year', 'none'),
  inflationIndex: line('6', 'index', 'What £1 of the base year is in this year', 'none'),
  net: line('7', 'pounds', 'Net cash: cashable and grants less cost', 'sum'),
  cumulative: line('7', 'pounds', 'Cumulative net cash', 'none'),
  cumulativeByMonth: line('7', 'pounds', 'Cumulative net cash by month, unrounded', 'last'),
  peakFunding: line('7', 'pounds', 'Peak funding: the deepest cumulative outlay', 'none'),
  netAvoided: line('7', 'pounds', 'Gross cost avoided less cost to all funders', 'none'),
  netCashable: line('7', 'pounds', 'Net cashable: net cash over the horizon', 'none'),
  budget: line('7', 'pounds', 'Budget', 'sum'),
  doNothing: line('7', 'pounds', 'Spending if nothing is done', 'sum'),
  withPackage: line('7', 'pounds', 'Spending with the package', 'sum'),
  gap: line('7', 'pounds', 'Budget less spending with the package, before its cost', 'sum'),
  placeWorth: line('7', 'pounds', 'What a place avoided for a month is worth on all its cost lines', 'none'),
  entryWorth: line('7', 'pounds', 'What an entry avoided is worth on all its cost lines', 'none'),
  grossOfPlaces: line('7', 'pounds', 'Gross cost of the places avoided, unrounded', 'sum'),
  grossOfEntries: line('7', 'pounds', 'Gross cost of the entries avoided, unrounded', 'sum'),
  cashPerPlaceAvoided: line('7', 'pounds', 'Cash released for each place avoided', 'none'),
  cashPerPlaceAdded: line('7', 'pounds', 'Cash lost for each place added', 'none'),
  cashPerEntryAvoided: line('7', 'pounds', 'Cash released for each entry avoided', 'none'),
  cashPerEntryAdded: line('7', 'pounds', 'Cash lost for each entry added', 'none'),
  cashFromPlaces: line('7', 'pounds', 'Cash from places, credited to this intervention, unrounded', 'sum'),
  cashFromEntries: line('7', 'pounds', 'Cash from entries, credited to this intervention, unrounded', 'sum'),
  discountFactor: line('7', 'factor', 'Discount factor', 'none'),
  economicReal: line('7', 'pounds of the base year', 'Economic value avoided', 'sum'),
  socialReal: line('7', 'pounds of the base year', 'Social value avoided', 'sum'),
  benefitReal: line('7', 'pounds of the base year', 'Benefits counted in this view', 'sum'),
  pvBenefit: line('7', 'pounds of the base year', 'Present value of benefits', 'none'),
  pvCost: line('7', 'pounds of the base year', 'Present value of costs', 'none'),
  npv: line('7', 'pounds of the base year', 'Net present value', 'none'),
  bcr: line('7', 'ratio', 'Benefit–cost ratio: benefits for each £1 of cost', 'none'),
  pvFixed: line('7', 'pounds of the base year', 'Present value of fixed cost that frees nothing', 'none'),
} as const satisfies Record<string, LineMeaning>

/** What a label calls a line within a sentence: its name without what explains it, and without a capital. */
export function nameInSentence(label: string): string {
  const [name = label] = label.split(':')
  return name.charAt(0).toLowerCase() + name.slice(1)
}

export type LineName = keyof typeof lines

/** What the payback month and its status are: figures of the answer that are no lines of numbers. */
export const paybackLines = {
  paybackMonth: line('7', 'month', 'First month in which cumulative net cash is back for good', 'none'),
  paybackStatus: line('7', 'status', 'Whether and how the package pays back', 'none'),
} as const

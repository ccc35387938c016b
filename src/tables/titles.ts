/*
 * What columns are called in plain English. The names that the reader matches stand below them and are the names of the case.
 */

/** Titles by the header of a column, in any table. */
const titles: Readonly<Record<string, string>> = {
  id: 'Short name (id)',
  title: 'Title',
  source: 'Source',
  note: 'Note',
  notes: 'Notes',
  description: 'Description',
  field: 'Name in the case',
  value: 'Your value',
  name: 'What to fill in',
  about: 'What it means',
  example: 'Example',
  body: 'Council',
  start: 'First month',
  end: 'Last month of referrals',
  years: 'Number of years',
  'prices.baseYear': 'Price base year',
  'prices.inflation': 'General inflation a year',
  'prices.weeksPerYear': 'Weeks in a year',
  'discounting.schedule': 'Discount rates: schedule',
  'discounting.rate': 'Discount rate of your own',
  'discounting.timing': 'When in the year money counts',
  overlap: 'Interventions for the same children',
  entriesPerYear: 'Entries a year',
  population: 'Children in the area',
  entriesPer10000: 'Entries per 10,000 children',
  growth: 'Growth a year',
  opening: 'Numbers on the first day',
  backfill: 'Empty places filled again (share)',
  'stay.kind': 'How stays end',
  'stay.meanMonths': 'Mean stay in months (geometric)',
  'stay.months': 'Stay in months (fixed)',
  'budget.basis': 'What the budget pays for',
  demand: 'Demand',
  intervention: 'Intervention',
  amount: 'Amount in pounds',
  per: 'Paid for each',
  share: 'Share of the children',
  variable: 'Share of the cost that varies',
  funder: 'Who pays',
  priceYear: 'Prices of the year',
  realGrowth: 'Growth above inflation a year',
  'release.action': 'What turns it into cash',
  'release.owner': 'Who decides',
  'release.from': 'First month of release',
  'release.step': 'Places that go together',
  'release.noticeMonths': 'Notice in months',
  included: 'Part of the case?',
  'warmUp.months': 'Warm-up in months',
  'warmUp.curve': 'Shape of the warm-up',
  'referrals.perMonth': 'Referrals a month',
  'referrals.eligible': 'Share eligible',
  'referrals.takeUp': 'Share that accepts',
  'capacity.places': 'Families served at once',
  'capacity.waitingList': 'Waiting list?',
  'capacity.dropOffPerMonth': 'Share giving up waiting a month',
  'programme.months': 'Programme in months',
  'programme.completion': 'Share that completes',
  'programme.partialEffect': 'Effect without completing (share)',
  childrenPerReferral: 'Children per family',
  basis: 'Whom the evidence measured',
  optimismBias: 'Allowance for optimism',
  startsAfterMonths: 'Months until the effect starts',
  'evidence.design': 'Kind of study',
  'evidence.source': 'Study',
  kind: 'Kind of effect',
  risk: 'Risk without help',
  windowMonths: 'Measured over (months)',
  reduction: 'Relative reduction of the risk',
  holdMonths: 'Months of full effect',
  fadePerYear: 'Fade a year (share)',
  'returns.share': 'Share that enters later after all',
  'returns.afterMonths': 'Months until it does',
  chance: 'Extra chance of leaving early (exits)',
  monthsEarlier: 'Months earlier (exits)',
  month: 'Month paid',
  from: 'First month',
  to: 'Last month',
  redeployed: 'Existing staff moved?',
  year: 'Financial year',
  path: 'Which value (path)',
  at: 'Year, or place in the list',
  low: 'Low',
  high: 'High',
  shape: 'Shape of the range',
  first: 'One range (path)',
  second: 'The other range (path)',
  rho: 'Rank correlation',
  variant: 'Variant',
}

/** Titles of columns that mean something of their own in one table. */
const titlesIn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Case: { id: 'Id of the scenario', source: 'Source of the figures', title: 'Title of the case' },
  Costs: { value: 'Whose money' },
  Interventions: { start: 'First month of referrals' },
  Effects: { demand: 'Demand it acts on' },
  Savings: { funder: 'Whose saving', month: 'Month saved', per: 'Once or every year' },
  Series: { value: 'Value' },
  'Variant values': { value: 'New value' },
}

/** What a column of a table is called in plain English; a column that nobody has named yet is called by its own words. */
export function titleOf(table: string, header: string): string {
  return titlesIn[table]?.[header] ?? titles[header] ?? wordsOf(header)
}

function wordsOf(header: string): string {
  const words = header
    .replaceAll('.', ': ')
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .toLowerCase()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** What each check says in plain English, by how its id begins. */
const names: Readonly<Record<string, string>> = {
  'ladder.': 'The rungs add up to what is avoided, at its unit cost',
  'attribution.entries.': 'Entries credited to the interventions add up to the package’s',
  'attribution.stock.': 'Numbers credited to the interventions add up to the package’s',
  'families.': 'Every family accepted has started, waits or was not served',
  'stock.': 'Opening numbers plus entries less leavers are the closing numbers',
  'ledger.grossAvoided.years': 'Gross cost avoided: its years add up to its cost lines and savings',
  'ledger.cashable.years': 'Cashable: its years add up to its cost lines and savings',
  'ledger.costAllFunders.years': 'Cost to all funders: its years add up to its cost lines',
  'ledger.grossAvoided.interventions': 'Gross cost avoided: its years add up to what interventions are credited with',
  'ledger.cashable.interventions': 'Cashable: its years add up to what interventions are credited with',
  'ledger.costAllFunders.interventions': 'Cost to all funders: its years add up to what interventions cost',
  'financial.net': 'Cumulative net cash ends at cashable and grants less cost',
  'financial.cumulativeByMonth': 'Cumulative net cash by month ends where it does by year',
  'position.gap': 'The gap is budget less spending if nothing is done, plus what is freed',
  'economic.fiscal.npv': 'Budgets alone: benefits less costs are the net present value',
  'economic.public.npv': 'With economic and social value: benefits less costs are the net present value',
}

/** What a check says, whose line or part of the case it looks at ('' for the whole case), and in which year. Throws an Error for an id without words. */
export function checkName(id: string): { words: string; owner: string; year?: string } {
  const prefix = Object.keys(names).find((each) => (each.endsWith('.') ? id.startsWith(each) : id === each))
  if (prefix === undefined) throw new Error(`the check ${id} has no name in plain English`)
  const [owner = '', year] = id.slice(prefix.length).split('@')
  return { words: names[prefix] as string, owner, ...(year === undefined ? {} : { year }) }
}

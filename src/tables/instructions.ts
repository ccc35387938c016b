import { instructionsName, type Table } from './tables.ts'

/** A line of the sheet of instructions. */
export type Instruction = { heading: string } | { text: string } | { term: string; text: string }

/** How to fill in the template, as lines of a sheet. */
export function instructions(tables: readonly Table[]): Instruction[] {
  return [
    { heading: 'A business case, to be filled in' },
    {
      text: 'Fill in one sheet after another, from Case to Funding. The sheets after Funding are for what few cases need; leave them empty. Keep every sheet and every header, and add as many rows as you need under the headers.',
    },
    { heading: 'How to fill in a cell' },
    {
      term: 'Dark header',
      text: 'A row cannot do without this value. A light header may be left blank; the line above it says what a blank cell means.',
    },
    {
      term: 'Ids',
      text: 'Small letters, digits and hyphens, such as care-10-17. Other sheets name a demand or an intervention by its id.',
    },
    { term: 'Numbers', text: 'Plain numbers without a pound sign. Write 35% as 0.35.' },
    { term: 'Months', text: '2026-04 for April 2026. If the spreadsheet makes a date of it, the first of the month is taken.' },
    { term: 'Financial years', text: '2026-27 for April 2026 to March 2027.' },
    {
      term: 'Built-in figures',
      text: 'Write ref: and the id of a published figure in place of a number, such as ref:ifa-week-2020. The ids are at /v1/reference.',
    },
    { term: 'Blank', text: 'A blank cell is a value not given, and a blank row is passed over.' },
    {
      term: 'Not taken',
      text: 'Formulas, merged cells, hidden sheets, and anything outside the columns. The answer names the sheet and the cell of everything that is wrong.',
    },
    { heading: 'The sheets' },
    ...tables.map(({ name, about }) => ({ term: name, text: about })),
    { heading: 'How sure you are' },
    {
      text: 'The value that the answer uses stands in its own sheet. In Ranges, a row with the path of that value says how low and how high it could be, and where that comes from. A path is the sheet’s word, the ids and the header: demand.care.costs.place.amount, interventions.fft.effects.care.reduction, interventions.fft.costs.team.amount, funding.dfe.byYear.2026-27, prices.inflation.',
    },
    { heading: 'To have it appraised' },
    {
      text: 'Send the workbook to the address /v1/appraise of the service, or on the command line: cashable appraise my-case.xlsx. What comes back as caseHash is the same for a workbook, CSV files, YAML and JSON of one case.',
    },
    { text: `This sheet, ${instructionsName}, is not read back.` },
  ]
}

import { instructionsName, type Table } from './tables.ts'

/** A line of the sheet of instructions. */
export type Instruction = { heading: string } | { text: string } | { term: string; text: string }

/** How to fill in the template, as lines of a sheet. */
export function instructions(tables: readonly Table[]): Instruction[] {
  return [
    { heading: 'A business case, to be filled in' },
    {
      text: 'Fill in one sheet after another, from Case to Funding. The sheets after Funding are for what few cases need; leave them empty. Keep every sheet and the grey line of names under the headers, and add as many rows as you need below it.',
    },
    { heading: 'How to fill in a cell' },
    {
      term: 'Dark header',
      text: 'A row cannot do without this value. Under a light header a cell may be left blank; the help below it says what a blank cell means.',
    },
    {
      term: 'Examples',
      text: 'The line that begins with e.g. shows how a value is written. It is not read. A whole case, filled in, is at /v1/template.xlsx?scenario=minimal, and a larger one at /v1/template.xlsx?scenario=la5-package.',
    },
    {
      term: 'Ids',
      text: 'Small letters, digits and hyphens, such as care-10-17. Other sheets name a demand or an intervention by its id; choose it from the list in the cell.',
    },
    {
      term: 'Numbers',
      text: 'Plain numbers. A pound sign and commas may be shown by the format of the cell, but not typed into text. 35% is 0.35, and both may be typed.',
    },
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

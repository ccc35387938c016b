import { tables } from '../tables/tables.ts'

/* The types of an upload, and what the OpenAPI document says of them. */

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const formType = 'multipart/form-data'

const file = (description: string) => ({ type: 'string', format: 'binary', description })
const fileOfTable = ({ file: name, about }: (typeof tables)[number]) => [name, file(`${name}.csv. ${about}`)] as const

/** The bodies of files that a case is read from, by their types. */
export const fileBodies = {
  [workbookType]: { schema: file('The workbook of /v1/template.xlsx, filled in.') },
  [formType]: {
    schema: {
      type: 'object',
      description:
        'The CSV files of all the tables, each in a part of its table’s name or with its own file name; or one workbook, in the part workbook.',
      properties: { ...Object.fromEntries(tables.map(fileOfTable)), workbook: file('The workbook, alone.') },
    },
  },
} as const

import Type from 'typebox'
import { problems } from './problem.ts'

const ProblemError = Type.Object(
  {
    pointer: Type.String({
      description: 'where it is in the body: an RFC 6901 JSON pointer; empty where it is the whole body, or not the body',
    }),
    path: Type.String({ description: 'the same place as a path, such as demand.care.costs.ifa.amount; an option in the address as ?name' }),
    message: Type.String({ description: 'what is wrong and what to do' }),
    got: Type.Optional(Type.String({ description: 'what was found, shortened' })),
    expected: Type.Optional(Type.String({ description: 'what would be taken' })),
    line: Type.Optional(Type.Integer({ minimum: 1, description: 'line in the body, counted from 1' })),
    column: Type.Optional(
      Type.Integer({ minimum: 1, description: 'column in the line, counted from 1; in a CSV file, the number of the column of the table' }),
    ),
    file: Type.Optional(Type.String({ description: 'the scenario it stands in, where the case extends one; or the CSV file' })),
    sheet: Type.Optional(Type.String({ description: 'the sheet it stands in, where the case came in a workbook' })),
    cell: Type.Optional(Type.String({ description: 'the cell it stands in, such as C4' })),
  },
  { $id: 'ProblemError', description: 'One thing that is wrong.', additionalProperties: false },
)

/** The schema of every error's document. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: 'urn:cashable:problem: and the code', examples: ['urn:cashable:problem:not-a-case'] }),
    title: Type.String({ description: 'the kind of problem' }),
    status: Type.Integer({ minimum: 400, maximum: 599, description: 'the HTTP status' }),
    code: Type.String({ description: `a stable code; now one of ${Object.keys(problems).join(', ')}`, examples: ['not-a-case'] }),
    detail: Type.String({ description: 'this problem in a sentence or two' }),
    errors: Type.Array(ProblemError, { description: 'everything that is wrong, the first fifty; empty where detail says it all' }),
    total: Type.Optional(Type.Integer({ description: 'how many errors there are, where more than are listed' })),
  },
  { $id: 'Problem', description: 'An error, as a problem document (RFC 9457).', additionalProperties: false },
)

import { withParts } from '../workbook/zip-parts.ts'

/** When a document says it was made: always the same, because what it says depends on no clock. */
const moment = '2000-01-01T00:00:00Z'

/** A Word document without the hour it was made at, so that the same paper gives the same bytes. */
export function settled(bytes: Uint8Array): Uint8Array {
  return withParts(
    bytes,
    (name) => name === 'docProps/core.xml',
    (text) => text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`),
  )
}

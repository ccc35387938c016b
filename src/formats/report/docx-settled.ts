import { withParts } from '../workbook/zip-parts.ts'

/** When a document says it was made: always the same, because what it says depends on no clock. */
const moment = '2000-01-01T00:00:00Z'

/** What is taken out of a part of a Word document that is not of the paper, by the name of the part. */
const settlings: Readonly<Record<string, (text: string) => string>> = {
  'docProps/core.xml': (text) => text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`),
  'word/document.xml': bookmarksFromOne,
}

/** A Word document without the hour it was made at, and without a trace of those made before it, so that the same paper gives the same bytes. */
export function settled(bytes: Uint8Array): Uint8Array {
  return withParts(
    bytes,
    (name) => settlings[name] !== undefined,
    (text, name) => settlings[name]?.(text) ?? text,
  )
}

/** The library numbers bookmarks through all documents that a process makes. */
function bookmarksFromOne(text: string): string {
  const numbers = new Map<string, number>()
  return text.replace(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)/g, (_, before: string, id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
    return `${before}${numbers.get(id)}`
  })
}

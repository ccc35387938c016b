import { follow, isFound } from '../case/paths.ts'
import { writeWorkbook } from '../formats/workbook/write.ts'
import { appraisal } from '../method/appraisal.ts'
import { answerOf, appraise, type ReadyCase, type Workshop } from './appraise.ts'
import { checkTitle } from './check-titles.ts'
import { ownerWords } from './explanation/titles.ts'
import { Figures } from './figures.ts'
import { glossary } from './glossary.ts'
import { inputTitle } from './input-titles.ts'
import type { Warning } from './warnings/all.ts'

/** A workbook as the bytes of a file, and the hash of the result that it shows. */
export interface Book {
  bytes: Uint8Array
  resultHash: string
}

/**
 * The workbook of a case: an XLSX file with live formulas, the same as the answer's, and every input a cell.
 * Throws CheckFailure, and gives no file, where any check fails, and an Error where the method written with every input as a cell gives
 * other figures than the answer.
 */
export async function workbook(ready: ReadyCase, workshop: Workshop, more: readonly Warning[] = []): Promise<Book> {
  const answer = appraise(ready, workshop, more)
  const figures = new Figures(
    ready.case,
    ready.register,
    appraisal(ready.case, ready.register, () => true),
  )
  const { method } = figures
  // A plain 0 or 1 folds away in the answer and stays a cell in the book: two ways to write the same figures.
  if (answerOf(figures, workshop.model).resultHash !== answer.resultHash)
    throw new Error('the method with every input as a cell gives other figures than the answer')
  const bytes = await writeWorkbook({
    answer,
    method,
    register: ready.register,
    titleOf: (path) => inputTitle(ready.case, path),
    ownerTitleOf: (owner) => ownerWords(ready.case, owner),
    checkTitleOf: (id) => checkTitle(ready.case, id),
    glossary: glossary(),
    exactOf: (expression) => figures.of(expression),
    limitsOf: (path) => {
      const found = follow(ready.case, path)
      return isFound(found) && found.field.is === 'quantity' ? found.field.domain : undefined
    },
  })
  return { bytes, resultHash: answer.resultHash }
}

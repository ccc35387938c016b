import { withAppendix, withoutAppendix } from '../formats/report/business-case.ts'
import { picturesOf, reportDocx } from '../formats/report/docx.ts'
import { reportHtml } from '../formats/report/html.ts'
import type { Workshop } from './appraise.ts'
import { type PaperAsked, paperOf } from './paper.ts'

/** The forms that a report may be written in. */
export const reportForms = ['html', 'docx'] as const
export type ReportForm = (typeof reportForms)[number]

/** A report as the bytes of a file, and the hash of the result that it shows. */
export interface Report {
  bytes: Uint8Array
  resultHash: string
}

/**
 * The business-case paper of a case, as a page that stands alone or as a Word document. Throws CheckFailure, and gives no file, where any check
 * fails, and a CaseError where a variant is not legal.
 */
export async function report(asked: PaperAsked, form: ReportForm, workshop: Workshop): Promise<Report> {
  const paper = await paperOf(asked, workshop)
  const body = withoutAppendix(paper)
  // Pictures are drawn on other threads while the rest is put together.
  const pictures = form === 'docx' ? picturesOf(body) : undefined
  const document = withAppendix(paper, body)
  const bytes = pictures === undefined ? new TextEncoder().encode(reportHtml(document)) : await reportDocx(document, pictures)
  return { bytes, resultHash: document.resultHash }
}

import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import { appraise } from '../answers/appraise.ts'
import { type RowAnswer, rowAnswer } from '../answers/batch-row.ts'
import { priceOfAppraisal, priceOfExplanation, priceOfReport, priceOfSlopes, priceOfWorkbook } from '../answers/cost/price.ts'
import { type Ended, uncarried } from '../answers/crew/carried.ts'
import { type Explained, explain } from '../answers/explain.ts'
import type { Report } from '../answers/report.ts'
import { bareText, lineValue } from '../answers/values.ts'
import type { Warning } from '../answers/warnings/all.ts'
import { type Book, workbook } from '../answers/workbook.ts'
import { type AnswerForm, type WrittenAnswer, writtenAnswer } from '../answers/written.ts'
import type { ReadCase } from '../case/read-case.ts'
import { type NumberForm, rendered, type Unrendered } from '../formats/json.ts'
import { WorkError } from '../uncertainty/work-error.ts'
import { goneSignal } from './client-gone.ts'
import type * as jobs from './jobs.ts'
import { inSpan } from './seeing/spans.ts'
import type { Service } from './service.ts'

/*
 * What is done here and what on a thread. A cheap question is answered at once, which is faster; one that would keep others waiting goes to
 * the threads. Both ways call the same functions, so the bytes of an answer do not tell which it was.
 */

/** Up to so many operations a question is answered between two others: some tens of milliseconds. */
const inlineOperations = 60_000

/** Has the threads do one job for a request. Throws what the job throws, and a WorkError where it is not done. */
export async function askThreads(
  { crew }: Pick<Service, 'crew'>,
  reply: FastifyReply,
  job: keyof typeof jobs,
  task: unknown,
): Promise<unknown> {
  return await crew.take(goneSignal(reply), async (threads) => uncarried((await threads.run(job, task)) as Ended))
}

/** The answer of a posted case as a text. */
export async function postedAnswer(
  service: Service,
  reply: FastifyReply,
  ready: ReadCase,
  form: AnswerForm,
  more: readonly Warning[],
): Promise<WrittenAnswer> {
  const { model, limits } = service
  if (priceOf(form)(ready, limits) > inlineOperations)
    return (await askThreads(service, reply, 'appraisalOf', { ready, model, form, more })) as WrittenAnswer
  return inSpan('appraise', () => writtenAnswer(appraise(ready, service, more), ready, form))
}

/** The answer of a scenario as a text; one that was given lately is kept. */
export async function scenarioAnswer(service: Service, reply: FastifyReply, ready: ReadCase, form: AnswerForm): Promise<WrittenAnswer> {
  const { model, limits, recent } = service
  const isKept = priceOf(form) === priceOfAppraisal && recent.has(ready)
  if (priceOf(form)(ready, limits) > inlineOperations && !isKept)
    return (await askThreads(service, reply, 'appraisalOf', { ready, model, form })) as WrittenAnswer
  return writtenAnswer(recent.of(ready).answer, ready, form)
}

/** One figure of a scenario as a bare text. */
export async function scenarioValue(service: Service, reply: FastifyReply, ready: ReadCase, line: string): Promise<WrittenAnswer> {
  const { model, limits, recent } = service
  if (priceOfAppraisal(ready, limits) > inlineOperations && !recent.has(ready))
    return (await askThreads(service, reply, 'figureOf', { ready, model, line })) as WrittenAnswer
  const { figures, answer } = recent.of(ready)
  return { text: bareText(lineValue(figures, line)), resultHash: answer.resultHash }
}

/** One row of a batch. Rows come one after the other, so one that finds the threads busy waits rather than being left without an answer. */
export async function batchRow(service: Service, gone: AbortSignal, ready: ReadCase, lines: readonly string[]): Promise<RowAnswer> {
  const { model, limits, crew } = service
  if (priceOfAppraisal(ready, limits) <= inlineOperations) return rowAnswer(ready, lines, service)
  for (;;) {
    try {
      return (await crew.take(gone, async (threads) =>
        uncarried((await threads.run('rowOf', { ready, model, lines })) as Ended),
      )) as RowAnswer
    } catch (error) {
      if (!(error instanceof WorkError) || error.fault !== 'busy') throw error
      await pause(500)
    }
  }
}

/** The workbook of a case. */
export async function bookOf(service: Service, reply: FastifyReply, ready: ReadCase, more: readonly Warning[] = []): Promise<Book> {
  const { model, limits } = service
  if (priceOfWorkbook(ready, limits) > inlineOperations)
    return (await askThreads(service, reply, 'workbookOf', { ready, model, more })) as Book
  return await workbook(ready, service, more)
}

/** The business-case paper of a case: always on a thread, because it asks every question there is. */
export async function reportOf(service: Service, reply: FastifyReply, asked: Omit<jobs.ReportAsked, 'model' | 'limits'>): Promise<Report> {
  const { model, limits } = service
  priceOfReport(asked.ready, limits)
  return (await askThreads(service, reply, 'reportOf', { ...asked, model, limits })) as Report
}

/** One figure explained, its figures written out. */
export async function explained(
  service: Service,
  reply: FastifyReply,
  ready: ReadCase,
  line: string,
  numbers: NumberForm,
): Promise<unknown> {
  const { model, limits } = service
  if (priceOfExplanation(ready, limits) > inlineOperations)
    return await askThreads(service, reply, 'explanationOf', { ready, model, line, numbers })
  const found: Explained = explain(ready, service, line)
  return rendered(found as unknown as Unrendered, numbers)
}

function priceOf(form: AnswerForm): typeof priceOfAppraisal {
  return form.as === 'json' && form.slopes !== undefined ? priceOfSlopes : priceOfAppraisal
}

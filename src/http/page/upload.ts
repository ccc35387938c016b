import { TextDecoder } from 'node:util'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inThousands, type Limits } from '../../answers/cost/limits.ts'
import type { ReadCase } from '../../case/read-case.ts'
import { askThreads } from '../long-work.ts'
import { HttpProblem } from '../problem.ts'
import type { Service } from '../service.ts'
import { filesOfForm } from '../uploads.ts'
import { ownText } from './scenario-file.ts'

/**
 * The case that a form of the page brings: one scenario file in YAML or JSON, a filled-in workbook, or the CSV files of its tables. It is read on a
 * thread, its variants with it, which are kept. Throws a CaseError that names file and line, or sheet and cell; a CostError; an HttpProblem.
 */
export async function openedCase(request: FastifyRequest, reply: FastifyReply, service: Service): Promise<ReadCase> {
  const { limits, library } = service
  const files = await filesOfForm(request)
  const [first] = files
  if (first === undefined || first.bytes.length === 0)
    throw new HttpProblem('empty-body', 'Choose a file first: a scenario file, a workbook, or CSV files.')
  const ending = /\.(ya?ml|json)$/i.exec(first.name)?.[1]?.toLowerCase()
  if (ending === undefined || files.length > 1)
    return carriable((await askThreads(service, reply, 'caseOfUpload', { files, limits, keepsVariants: true })) as ReadCase, limits)
  const text = textOf(first.name, first.bytes)
  const format = ending === 'json' ? 'json' : 'yaml'
  const posted = { text, format, name: first.name, texts: library.texts, limits, keepsVariants: true }
  return carriable((await askThreads(service, reply, 'caseOfText', posted)) as ReadCase, limits)
}

/** The most bytes of a form of the page: a case travels with its form, and every character of it may take three. */
export function formLimit({ bodyBytes }: Pick<Limits, 'bodyBytes'>): number {
  return 3 * bodyBytes + 100_000
}

/** What a value of an assumption takes in the form beside its path. */
const valueBytes = 60

/** A case that the form of its page can carry, with all values that the page shows. Throws an HttpProblem for any other, before it is worked on. */
function carriable(ready: ReadCase, limits: Limits): ReadCase {
  const values = [...ready.register.keys()].reduce((sum, path) => sum + path.length + valueBytes, 0)
  const bytes = new URLSearchParams({ case: ownText(ready) }).toString().length + values
  const most = formLimit(limits)
  if (bytes <= most) return ready
  const figures = `${inThousands(bytes)} bytes, and the page carries ${inThousands(most)}`
  const advice = 'Shorten its notes and sources, or work with it on the command line.'
  throw new HttpProblem(
    'body-too-large',
    `The case is too large for the page, which carries it with its form: it takes ${figures}. ${advice}`,
  )
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new HttpProblem('not-text', `${name} is not UTF-8 text; save it as UTF-8.`)
  }
}

import { TextDecoder } from 'node:util'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ReadCase } from '../../case/read-case.ts'
import { askThreads } from '../long-work.ts'
import { HttpProblem } from '../problem.ts'
import type { Service } from '../service.ts'
import { filesOfForm } from '../uploads.ts'

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
    return (await askThreads(service, reply, 'caseOfUpload', { files, limits, keepsVariants: true })) as ReadCase
  const text = textOf(first.name, first.bytes)
  const format = ending === 'json' ? 'json' : 'yaml'
  const posted = { text, format, name: first.name, texts: library.texts, limits, keepsVariants: true }
  return (await askThreads(service, reply, 'caseOfText', posted)) as ReadCase
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new HttpProblem('not-text', `${name} is not UTF-8 text; save it as UTF-8.`)
  }
}

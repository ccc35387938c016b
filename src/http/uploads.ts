import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { rendered } from '../case/problem.ts'
import { workbookBytes } from '../tables/read-workbook.ts'
import { tables } from '../tables/tables.ts'
import { HttpProblem } from './problem.ts'
import { workbookType } from './upload-schemas.ts'
import { isWorkbook, type UploadedFile } from './uploaded-case.ts'

/** All files of a form together; a workbook by itself may be as large. */
export const uploadLimit = workbookBytes
const filesLimit = 30

/** Lets workbooks come as the bytes they are, and files as a form. Call it after the other types of body are known. */
export async function takeUploads(app: FastifyInstance): Promise<void> {
  app.addContentTypeParser(workbookType, { parseAs: 'buffer', bodyLimit: workbookBytes }, (_request, body, done) => done(null, body))
  const limits = { fileSize: uploadLimit, files: filesLimit, parts: filesLimit + 1, fieldSize: 1000, headerPairs: 50 }
  await app.register(multipart, { limits, throwFileSizeLimit: true })
}

/** The workbook that is the body of a request. Throws an HttpProblem where there is none. */
export function workbookOfBody(body: unknown): UploadedFile[] {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new HttpProblem('empty-body', 'Send a workbook in the body.')
  return [{ name: 'workbook', bytes: body }]
}

/** The files of a form: the CSV files of its tables, or one workbook. Throws an HttpProblem. */
export async function filesOfForm(request: FastifyRequest): Promise<UploadedFile[]> {
  const files = await filesOf(request)
  const [first] = files
  if (first === undefined) throw new HttpProblem('empty-body', 'Send the tables as files, each in a field of its name, or one workbook.')
  const workbook = files.find(({ bytes }) => isWorkbook(bytes))
  if (workbook === undefined) return files
  if (files.length === 1) return workbookOfBody(workbook.bytes)
  const more = files.length === 2 ? 'is one more file' : `are ${files.length - 1} more files`
  const message = `${rendered(workbook.name)} is a workbook, and there ${more}. Send one workbook alone, or the CSV files of the tables.`
  throw new HttpProblem('malformed-request', message)
}

async function filesOf(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }[]> {
  const files: { name: string; bytes: Buffer }[] = []
  let total = 0
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field')
        throw new HttpProblem('malformed-request', `${rendered(part.fieldname)} is not a file; send each table as a file.`)
      const bytes = await part.toBuffer()
      total += bytes.length
      if (total > uploadLimit)
        throw new HttpProblem('body-too-large', `The files of a form may have at most ${uploadLimit} bytes together.`)
      files.push({ name: nameOf(part.fieldname, part.filename), bytes })
    }
  } catch (error) {
    // What the parser of forms says has no code of its own.
    const said = error instanceof Error && !('code' in error) ? error.message : ''
    if (!/multipart|part header|unexpected end/i.test(said)) throw error
    throw new HttpProblem('malformed-request', `The form cannot be read: ${said.charAt(0).toLowerCase()}${said.slice(1)}.`)
  }
  return files
}

/** A file is known by its field where that is the name of a table, and by its own name otherwise. */
function nameOf(field: string, filename: string | undefined): string {
  return tables.some(({ file }) => file === field) ? `${field}.csv` : (filename ?? field)
}

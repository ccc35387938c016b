/** A file that cannot be read at all, before anything is known of what is in it. */
export class InputError extends Error {
  readonly file: string
  readonly line: number | undefined

  constructor(file: string, message: string, line?: number) {
    super(message)
    this.name = 'InputError'
    this.file = file
    this.line = line
  }
}

const reasons: Record<string, Record<'read' | 'write', string>> = {
  ENOENT: { read: 'there is no such file', write: 'there is no such folder' },
  EACCES: { read: 'it may not be read', write: 'it may not be written' },
  EISDIR: { read: 'it is a directory', write: 'it is a directory' },
  ENOTDIR: { read: 'a part of its path is not a directory', write: 'a part of its path is not a directory' },
  EEXIST: { read: 'it is not a file', write: 'it is not a directory' },
}

/** What the operating system has against reading or writing a file, in words. */
export function reasonAgainst(doing: 'read' | 'write', error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return reasons[String(code)]?.[doing] ?? message
}

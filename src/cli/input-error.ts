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

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is not a directory',
}

/** What the operating system has against a file, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}

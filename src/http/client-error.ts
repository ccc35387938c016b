import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { type ProblemCode, problemDocument, problemMediaType } from './problem.ts'

/** What Node says of a request that never became one. */
const meanings: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['request-timeout', 'The request did not arrive in time.'],
  HPE_HEADER_OVERFLOW: ['headers-too-large', 'The headers are larger than 16 KiB.'],
}

/** What answers what is not HTTP, with these headers beside those of its own. */
export function clientErrorAnswerer(headers: Readonly<Record<string, string>>): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => answerClientError(error, socket, headers)
}

/**
 * Answers what is not HTTP with a problem document, straight to the connection, and closes it. A request before it that had come in whole is
 * answered first: the problem would else pass for its answer.
 */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket, headers: Readonly<Record<string, string>>): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const { _httpMessage: before } = socket as Socket & { _httpMessage?: ServerResponse | null }
  if (before?.req.complete === true && !before.writableFinished) {
    before.once('finish', () => setImmediate(answerClientError, error, socket, headers))
    return
  }
  const known = error.code !== undefined && Object.hasOwn(meanings, error.code) ? meanings[error.code] : undefined
  const [code, detail] = known ?? (['malformed-request', 'The request is not HTTP as RFC 9112 has it.'] as const)
  const document = problemDocument(code, detail)
  const body = JSON.stringify(document)
  // In the middle of an answer a second one would pass for a part of it; an answer that breaks off is seen to be broken.
  if (socket.writable && before?.headersSent !== true) {
    const head = [
      `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
      `Content-Type: ${problemMediaType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      'Connection: close',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  }
  socket.destroy()
}

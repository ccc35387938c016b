import { parentPort, workerData } from 'node:worker_threads'
import { readSheets } from './read-xlsx.ts'
import { ZipFault } from './zip-bounds.ts'

/*
 * The thread that unpacks and reads one workbook, so that a hostile one can be stopped and has a memory of its own to fill.
 */

const { bytes } = workerData as { bytes: Uint8Array }
try {
  const sheets = await readSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  parentPort?.postMessage({ sheets })
} catch (error) {
  const { name, message } = error as Error
  parentPort?.postMessage({ fault: { name, message, isTooLarge: error instanceof ZipFault && error.isTooLarge } })
}

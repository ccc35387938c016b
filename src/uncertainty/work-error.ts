/** Why work that was asked for has not been done, though nothing was wrong with the question. */
export type WorkFault = 'busy' | 'too-long' | 'out-of-memory' | 'ended' | 'gone'

/** Work that was not begun, or was broken off. */
export class WorkError extends Error {
  readonly fault: WorkFault

  constructor(fault: WorkFault, message: string) {
    super(message)
    this.name = 'WorkError'
    this.fault = fault
  }
}

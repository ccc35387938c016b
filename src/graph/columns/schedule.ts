import { inputStep, type Operand, type Steps } from './lowering.ts'

/**
 * The order in which steps run, so that few columns are in use at once: depth first beneath each output, in turn; and any other step at
 * once when it has become possible and is the last reader of one of its operands, so that sums over months are added up month by month
 * and take one column instead of one a month.
 */
export function scheduled(steps: Steps, outputs: readonly Operand[]): number[] {
  const schedule = new Schedule(steps, outputs)
  for (const output of outputs) if (output >= 0) schedule.reach(output)
  return schedule.order
}

class Schedule {
  readonly order: number[] = []
  private readonly does: readonly number[]
  private readonly left: readonly Operand[]
  private readonly right: readonly Operand[]
  private readonly readers: Readers
  /** How many readers of each step are still to run; an output has one more, who reads it at the end. */
  private readonly toCome: Int32Array
  private readonly isEntered: Uint8Array
  private readonly isDone: Uint8Array

  constructor(steps: Steps, outputs: readonly Operand[]) {
    this.does = steps.does
    this.left = steps.left
    this.right = steps.right
    this.readers = new Readers(steps)
    this.toCome = this.readers.counts()
    for (const output of outputs) if (output >= 0) this.toCome[output] = (this.toCome[output] as number) + 1
    this.isEntered = new Uint8Array(steps.does.length)
    this.isDone = new Uint8Array(steps.does.length)
  }

  /** Runs what stands beneath a step, its left side first, and then the step. */
  reach(output: number): void {
    const waiting = [output]
    for (let step = waiting.at(-1); step !== undefined; step = waiting.at(-1)) {
      if (this.isDone[step] === 0 && this.isEntered[step] === 0) {
        this.isEntered[step] = 1
        for (const operand of this.operandsOf(step).reverse()) if (this.isDone[operand] === 0) waiting.push(operand)
      } else {
        waiting.pop()
        if (this.isDone[step] === 0) this.runWithFollowers(step)
      }
    }
  }

  private runWithFollowers(first: number): void {
    this.run(first)
    const possible = [...this.awaiting(first)]
    for (let step = possible.pop(); step !== undefined; step = possible.pop()) {
      if (!this.isFreeToRun(step)) continue
      this.run(step)
      possible.push(...this.awaiting(step))
    }
  }

  private run(step: number): void {
    this.isDone[step] = 1
    if (this.does[step] !== inputStep) this.order.push(step)
    for (const operand of this.operandsOf(step)) this.toCome[operand] = (this.toCome[operand] as number) - 1
  }

  /** The steps that read a step which has run, or that are now the last to read one of its operands. */
  private *awaiting(step: number): Generator<number> {
    for (const operand of this.operandsOf(step)) if (this.toCome[operand] === 1) yield* this.readers.of(operand)
    yield* this.readers.of(step)
  }

  /** Whether a step can run and gives back a column for the one it takes. */
  private isFreeToRun(step: number): boolean {
    if (this.isDone[step] === 1) return false
    const operands = this.operandsOf(step)
    return operands.every((operand) => this.isDone[operand] === 1) && operands.some((operand) => this.toCome[operand] === 1)
  }

  /** The one or two steps that a step reads. */
  private operandsOf(step: number): number[] {
    if (this.does[step] === inputStep) return []
    const l = this.left[step] as number
    const r = this.right[step] as number
    if (l < 0) return [r]
    return r < 0 || r === l ? [l] : [l, r]
  }
}

/** Which steps read each step, in flat arrays. */
class Readers {
  private readonly first: Int32Array
  private readonly list: Int32Array

  constructor(steps: Steps) {
    const size = steps.does.length
    this.first = new Int32Array(size + 1)
    eachReading(steps, (operand) => {
      this.first[operand + 1] = (this.first[operand + 1] as number) + 1
    })
    for (let step = 0; step < size; step++) this.first[step + 1] = (this.first[step + 1] as number) + (this.first[step] as number)
    this.list = new Int32Array(this.first[size] as number)
    const next = this.first.slice()
    eachReading(steps, (operand, reader) => {
      this.list[next[operand] as number] = reader
      next[operand] = (next[operand] as number) + 1
    })
  }

  of(step: number): Int32Array {
    return this.list.subarray(this.first[step], this.first[step + 1])
  }

  counts(): Int32Array {
    return Int32Array.from({ length: this.first.length - 1 }, (_, step) => (this.first[step + 1] as number) - (this.first[step] as number))
  }
}

function eachReading({ does, left, right }: Steps, visit: (operand: number, reader: number) => void): void {
  for (const [step, what] of does.entries()) {
    if (what === inputStep) continue
    const l = left[step] as number
    const r = right[step] as number
    if (l >= 0) visit(l, step)
    if (r >= 0 && r !== l) visit(r, step)
  }
}

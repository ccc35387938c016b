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

/** No operand: what a single number or the second reading of the same step counts as. */
const none = -1

class Schedule {
  readonly order: number[] = []
  private readonly does: readonly number[]
  /** The one or two steps that each step reads. */
  private readonly one: Int32Array
  private readonly other: Int32Array
  private readonly readers: Readers
  /** How many readers of each step are still to run; an output has one more, who reads it at the end. */
  private readonly toCome: Int32Array
  private readonly isEntered: Uint8Array
  private readonly isDone: Uint8Array
  private readonly possible: number[] = []

  constructor({ does, left, right }: Steps, outputs: readonly Operand[]) {
    const size = does.length
    this.does = does
    this.one = new Int32Array(size).fill(none)
    this.other = new Int32Array(size).fill(none)
    for (let step = 0; step < size; step++) {
      if (does[step] === inputStep) continue
      const l = left[step] as number
      const r = right[step] as number
      if (l >= 0) this.one[step] = l
      if (r >= 0 && r !== l) this.other[step] = r
    }
    this.readers = new Readers(this.one, this.other)
    this.toCome = this.readers.counts()
    for (const output of outputs) if (output >= 0) this.toCome[output] = (this.toCome[output] as number) + 1
    this.isEntered = new Uint8Array(size)
    this.isDone = new Uint8Array(size)
  }

  /** Runs what stands beneath a step, its left side first, and then the step. */
  reach(output: number): void {
    const { one, other, isDone, isEntered } = this
    const waiting = [output]
    for (let step = waiting.at(-1); step !== undefined; step = waiting.at(-1)) {
      if (isDone[step] === 0 && isEntered[step] === 0) {
        isEntered[step] = 1
        const l = one[step] as number
        const r = other[step] as number
        if (r !== none && isDone[r] === 0) waiting.push(r)
        if (l !== none && isDone[l] === 0) waiting.push(l)
      } else {
        waiting.pop()
        if (isDone[step] === 0) this.runWithFollowers(step)
      }
    }
  }

  private runWithFollowers(first: number): void {
    this.run(first)
    for (let step = this.possible.pop(); step !== undefined; step = this.possible.pop()) {
      if (this.isFreeToRun(step)) this.run(step)
    }
  }

  /** Runs a step, and notes the steps that read it, and those that are now the last to read one of its operands. */
  private run(step: number): void {
    this.isDone[step] = 1
    if (this.does[step] !== inputStep) this.order.push(step)
    this.hasRead(this.one[step] as number)
    this.hasRead(this.other[step] as number)
    this.readers.addTo(this.possible, step, this.isDone)
  }

  private hasRead(operand: number): void {
    if (operand === none) return
    const left = (this.toCome[operand] as number) - 1
    this.toCome[operand] = left
    if (left === 1) this.readers.addTo(this.possible, operand, this.isDone)
  }

  /** Whether a step can run and gives back a column for the one it takes. */
  private isFreeToRun(step: number): boolean {
    const { one, other, isDone, toCome } = this
    if (isDone[step] === 1) return false
    const l = one[step] as number
    const r = other[step] as number
    if ((l !== none && isDone[l] === 0) || (r !== none && isDone[r] === 0)) return false
    return (l !== none && toCome[l] === 1) || (r !== none && toCome[r] === 1)
  }
}

/** Which steps read each step, in flat arrays. */
class Readers {
  private readonly first: Int32Array
  private readonly list: Int32Array

  constructor(one: Int32Array, other: Int32Array) {
    const size = one.length
    const first = new Int32Array(size + 1)
    for (const operands of [one, other]) {
      for (let step = 0; step < size; step++) {
        const operand = operands[step] as number
        if (operand !== none) first[operand + 1] = (first[operand + 1] as number) + 1
      }
    }
    for (let step = 0; step < size; step++) first[step + 1] = (first[step + 1] as number) + (first[step] as number)
    const list = new Int32Array(first[size] as number)
    const next = first.slice()
    for (const operands of [one, other]) {
      for (let step = 0; step < size; step++) {
        const operand = operands[step] as number
        if (operand === none) continue
        const place = next[operand] as number
        list[place] = step
        next[operand] = place + 1
      }
    }
    this.first = first
    this.list = list
  }

  /** Adds the readers of a step that have not run to a list. */
  addTo(list: number[], step: number, isDone: Uint8Array): void {
    for (let place = this.first[step] as number; place < (this.first[step + 1] as number); place++) {
      const reader = this.list[place] as number
      if (isDone[reader] === 0) list.push(reader)
    }
  }

  /** How many readers each step has. */
  counts(): Int32Array {
    const counts = new Int32Array(this.first.length - 1)
    for (let step = 0; step < counts.length; step++) counts[step] = (this.first[step + 1] as number) - (this.first[step] as number)
    return counts
  }
}

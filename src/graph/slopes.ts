import type { Expression, Graph } from './graph.ts'
import { Operation } from './operations.ts'

/** What a small change of each input does to one line. */
export interface Slopes {
  /** The derivative of the line by each input, by path. */
  byInput: ReadonlyMap<string, number>
  /** The inputs beneath a whole step that the line feels: their slopes leave its jumps out. */
  stepped: ReadonlySet<string>
}

/**
 * The derivative of one line by every input, in one pass from the line back to the inputs. `values` are the float64 values of all nodes at the
 * point where the slopes are taken. A rounding to pence counts as none; a whole step is flat, and what lies beneath it is told; where the two
 * sides of a least or a greatest are equal, the slope is that of the side which the exact reader takes, the left one. Source: the
 * design, slopes reader.
 */
export function slopes(graph: Graph, values: Float64Array, line: Expression): Slopes {
  const { operation, left, right, operands, inputs } = graph
  const adjoint = new Float64Array(line.index + 1)
  const beneathStep = new Uint8Array(line.index + 1)
  adjoint[line.index] = 1
  const byInput = new Map(inputs.map((path) => [path, 0]))
  const stepped = new Set<string>()
  const give = (index: number, share: number, isStepped: number) => {
    adjoint[index] = (adjoint[index] as number) + share
    if (isStepped === 1) beneathStep[index] = 1
  }
  for (let index = line.index; index >= 0; index--) {
    const slope = adjoint[index] as number
    const step = beneathStep[index] as number
    if (slope === 0 && step === 0) continue
    const l = left[index] as number
    const r = right[index] as number
    const a = values[l] as number
    const b = values[r] as number
    switch (operation[index]) {
      case Operation.constant:
        break
      case Operation.input: {
        const path = inputs[l] as string
        byInput.set(path, slope)
        if (step === 1) stepped.add(path)
        break
      }
      case Operation.plus:
        give(l, slope, step)
        give(r, slope, step)
        break
      case Operation.minus:
        give(l, slope, step)
        give(r, -slope, step)
        break
      case Operation.times:
        give(l, slope * b, step)
        give(r, slope * a, step)
        break
      case Operation.over:
        give(l, b === 0 ? 0 : slope / b, step)
        give(r, b === 0 ? 0 : (-slope * a) / (b * b), step)
        break
      case Operation.min:
        if (b < a) give(r, slope, step)
        else give(l, slope, step)
        break
      case Operation.max:
        if (a < b) give(r, slope, step)
        else give(l, slope, step)
        break
      case Operation.floor:
        give(l, 0, 1)
        break
      case Operation.round2:
        give(l, slope, step)
        break
      case Operation.squareRoot:
        give(l, a === 0 ? 0 : slope / (2 * Math.sqrt(a)), step)
        break
      case Operation.cubeRoot: {
        const root = values[index] as number
        give(l, root === 0 ? 0 : slope / (3 * root * root), step)
        break
      }
      default:
        for (let place = l; place < l + r; place++) give(operands[place] as number, slope, step)
    }
  }
  return { byInput, stepped }
}

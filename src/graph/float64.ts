import type { ExactValues } from './exact.ts'
import { nearlyFloat } from './exact.ts'
import type { Graph } from './graph.ts'
import { Operation } from './operations.ts'

/** How far float64 may be from exact, relative to the largest magnitude added or subtracted beneath a node. */
export const agreement = 1e-9

/** Every node's float64 value and the magnitude that its rounding error is measured against. */
export interface FloatValues {
  values: Float64Array
  magnitudes: Float64Array
}

/**
 * Reads a graph in float64 beside the exact reader, as a second opinion on every node.
 * A floor, a rounding or a zero divisor is a step: where the argument agrees with the exact one but float64 cannot tell on which side
 * of the step it stands, the exact side is taken; so is the quotient whose divisor float64 cannot tell from 0, so that only real disagreement remains. Magnitudes grow with what is added,
 * subtracted, multiplied and divided beneath a node. Source: method, checks.
 */
export function readFloat64(graph: Graph, exact: ExactValues): FloatValues {
  const { operation, left, right, operands, size } = graph
  const values = new Float64Array(size)
  const magnitudes = new Float64Array(size)
  const exactly = (index: number) => nearlyFloat(exact.values[index] as ExactValues['values'][number])
  for (let index = 0; index < size; index++) {
    const l = left[index] as number
    const r = right[index] as number
    const a = values[l] as number
    const b = values[r] as number
    const magnitudeA = magnitudes[l] as number
    const magnitudeB = magnitudes[r] as number
    let value: number
    let magnitude: number
    switch (operation[index]) {
      case Operation.constant:
      case Operation.input:
        value = exactly(index)
        magnitude = Math.abs(value)
        break
      case Operation.plus:
        value = a + b
        magnitude = Math.max(magnitudeA, magnitudeB)
        break
      case Operation.minus:
        value = a - b
        magnitude = Math.max(magnitudeA, magnitudeB)
        break
      case Operation.times:
        value = a * b
        magnitude = Math.max(magnitudeA * Math.abs(b), magnitudeB * Math.abs(a))
        break
      case Operation.over: {
        const isLost = Math.abs(b) <= agreement * magnitudeB && Math.abs(a - exactly(l)) <= agreement * magnitudeA
        value = isLost ? exactly(index) : b === 0 ? 0 : a / b
        magnitude = isLost || b === 0 ? Math.abs(value) : Math.max(magnitudeA, magnitudeB * Math.abs(value)) / Math.abs(b)
        break
      }
      case Operation.min:
        value = Math.min(a, b)
        magnitude = Math.max(magnitudeA, magnitudeB)
        break
      case Operation.max:
        value = Math.max(a, b)
        magnitude = Math.max(magnitudeA, magnitudeB)
        break
      case Operation.floor:
      case Operation.round2: {
        const stepped = operation[index] === Operation.floor ? Math.floor(a + 1e-9) : roundToPence(a)
        value = Math.abs(a - exactly(l)) <= agreement * magnitudeA ? exactly(index) : stepped
        magnitude = Math.max(magnitudeA, Math.abs(value))
        break
      }
      case Operation.squareRoot:
        value = Math.sqrt(a)
        magnitude = a === 0 ? 0 : (magnitudeA / a) * value
        break
      case Operation.cubeRoot:
        value = cubeRoot(a)
        magnitude = a === 0 ? 0 : (magnitudeA / a) * value
        break
      default:
        value = 0
        magnitude = 0
        for (let place = l; place < l + r; place++) {
          const operand = operands[place] as number
          value += values[operand] as number
          magnitude = Math.max(magnitude, magnitudes[operand] as number)
        }
    }
    values[index] = value
    magnitudes[index] = magnitude
  }
  return { values, magnitudes }
}

/** A cube root by Newton's method, from + − × ÷ alone so that every engine gives the same bits; for 0 and above. */
export function cubeRoot(value: number): number {
  if (value === 0) return 0
  let root = Math.max(value, 1)
  for (;;) {
    const next = root - (root - value / (root * root)) / 3
    if (next >= root) return root
    root = next
  }
}

function roundToPence(value: number): number {
  const pence = Math.abs(value) * 100
  const tenth = Math.round(pence * 1e8) / 1e8
  return (Math.sign(value) * Math.floor(tenth + 0.5)) / 100
}

import { Operation } from './operations.ts'

/*
 * An expression graph in flat arrays: node i is operation[i] on left[i] and right[i]. A constant's or input's left is its place in
 * `constants` or `inputs`; a sum's left and right are the first place and the number of its operands in `operands`. Operands always
 * come before the node that uses them, so readers walk the arrays once, from front to back. Nothing in a graph is a number yet.
 */

const initialNodes = 1 << 15

/** A growing expression graph; the same operation on the same operands is one node, and zeros and ones fold away while building. */
export class Graph {
  operation = new Uint8Array(initialNodes)
  left = new Int32Array(initialNodes)
  right = new Int32Array(initialNodes)
  operands = new Int32Array(initialNodes)
  size = 0
  operandCount = 0
  readonly constants: string[] = []
  readonly inputs: string[] = []
  readonly zero: Expression
  readonly one: Expression
  private readonly constantNodes = new Map<string, Expression>()
  private readonly inputNodes = new Map<string, Expression>()
  private known = new Int32Array(initialNodes * 4)

  constructor() {
    this.zero = this.constant('0')
    this.one = this.constant('1')
  }

  /** The node of a constant, given as a canonical decimal text or a whole number. */
  constant(value: string | number): Expression {
    const text = String(value)
    const found = this.constantNodes.get(text)
    if (found) return found
    const node = this.append(Operation.constant, this.constants.push(text) - 1, 0)
    this.constantNodes.set(text, node)
    return node
  }

  /** The node of an input whose value readers are given by path. */
  input(path: string): Expression {
    const found = this.inputNodes.get(path)
    if (found) return found
    const node = this.append(Operation.input, this.inputs.push(path) - 1, 0)
    this.inputNodes.set(path, node)
    return node
  }

  /** The node of an operation on one or two nodes, shared with an earlier node that says the same. */
  node(operation: Operation, left: Expression, right: Expression = this.zero): Expression {
    const mask = this.known.length - 1
    let slot = hash(operation, left.index, right.index) & mask
    for (let index = this.known[slot] as number; index !== 0; index = this.known[slot] as number) {
      if (this.operation[index] === operation && this.left[index] === left.index && this.right[index] === right.index) {
        return new Expression(this, index)
      }
      slot = (slot + 1) & mask
    }
    const node = this.append(operation, left.index, right.index)
    this.known[slot] = node.index
    if (this.size * 2 > this.known.length) this.growKnown()
    return node
  }

  /** The node that adds many nodes up; an empty sum is zero. */
  sum(terms: readonly Expression[]): Expression {
    const zero = this.zero.index
    const added = terms.filter((term) => term.index !== zero)
    const [first, second] = added
    if (first === undefined) return this.zero
    if (second === undefined) return first
    if (added.length === 2) return first.plus(second)
    while (this.operandCount + added.length > this.operands.length) this.operands = grown(this.operands, Int32Array)
    const start = this.operandCount
    for (const term of added) this.operands[this.operandCount++] = term.index
    return this.append(Operation.sum, start, added.length)
  }

  private append(operation: Operation, left: number, right: number): Expression {
    if (this.size === this.operation.length) {
      this.operation = grown(this.operation, Uint8Array)
      this.left = grown(this.left, Int32Array)
      this.right = grown(this.right, Int32Array)
    }
    const index = this.size++
    this.operation[index] = operation
    this.left[index] = left
    this.right[index] = right
    return new Expression(this, index)
  }

  private growKnown(): void {
    const larger = new Int32Array(this.known.length * 2)
    const mask = larger.length - 1
    for (const index of this.known) {
      if (index === 0) continue
      let slot = hash(this.operation[index] as number, this.left[index] as number, this.right[index] as number) & mask
      while (larger[slot] !== 0) slot = (slot + 1) & mask
      larger[slot] = index
    }
    this.known = larger
  }
}

function grown<Kind extends Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(array: Kind, kind: new (length: number) => Kind): Kind {
  const larger = new kind(array.length * 2)
  larger.set(array)
  return larger
}

function hash(operation: number, left: number, right: number): number {
  const mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b) ^ Math.imul(operation, 0xc2b2ae35)
  return mixed ^ (mixed >>> 15)
}

/** One node of a graph, with the arithmetic that a formula is written in. */
export class Expression {
  readonly graph: Graph
  readonly index: number

  constructor(graph: Graph, index: number) {
    this.graph = graph
    this.index = index
  }

  /** Whether this is the constant 0, known while building. */
  get isZero(): boolean {
    return this.index === this.graph.zero.index
  }

  /** Whether this is the constant 1, known while building. */
  get isOne(): boolean {
    return this.index === this.graph.one.index
  }

  plus(other: Expression): Expression {
    if (other.isZero) return this
    if (this.isZero) return other
    return this.graph.node(Operation.plus, this, other)
  }

  minus(other: Expression): Expression {
    if (other.isZero) return this
    if (other.index === this.index) return this.graph.zero
    return this.graph.node(Operation.minus, this, other)
  }

  times(other: Expression): Expression {
    if (this.isZero || other.isOne) return this
    if (other.isZero || this.isOne) return other
    return this.graph.node(Operation.times, this, other)
  }

  /** This divided by other; 0 where other is 0. */
  over(other: Expression): Expression {
    if (this.isZero || other.isOne) return this
    if (other.isZero) return other
    return this.graph.node(Operation.over, this, other)
  }

  /** The greatest whole number not above this + 10⁻⁹. */
  floor(): Expression {
    return this.isZero || this.isOne ? this : this.graph.node(Operation.floor, this)
  }

  /** Rounded to 10 places and then to pence, both half away from zero. */
  round2(): Expression {
    return this.isZero || this.isOne ? this : this.graph.node(Operation.round2, this)
  }

  squareRoot(): Expression {
    return this.isZero || this.isOne ? this : this.graph.node(Operation.squareRoot, this)
  }

  /** The root that, taken to the twelfth power, gives this. */
  twelfthRoot(): Expression {
    if (this.isZero || this.isOne) return this
    return this.graph.node(Operation.cubeRoot, this).squareRoot().squareRoot()
  }

  negative(): Expression {
    return this.graph.zero.minus(this)
  }

  /** max⁺: this, or 0 where it is below 0. */
  positive(): Expression {
    return max(this, this.graph.zero)
  }

  absolute(): Expression {
    return max(this, this.negative())
  }
}

/** The lesser of two nodes. */
export function min(a: Expression, b: Expression): Expression {
  return a.index === b.index ? a : a.graph.node(Operation.min, a, b)
}

/** The greater of two nodes. */
export function max(a: Expression, b: Expression): Expression {
  return a.index === b.index ? a : a.graph.node(Operation.max, a, b)
}

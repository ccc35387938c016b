import type { Computed } from './formula.ts'
import type { Expression } from './graph.ts'
import { Operation } from './operations.ts'
import type { CellFormula, Workings } from './workings.ts'

/** A formula as one cell holds it: a tree down to constants, inputs of the case and other cells. */
export type CellTree = ValueTree | { is: 'cell'; node: Expression } | Count | ListTree
/** A number that goes up or down by 1 from column to column, counted from 0: `start` + `step` × column. */
export interface Count {
  is: 'count'
  start: number
  step: 1 | -1
}
export type ValueTree = { is: 'constant'; value: string } | { is: 'input'; path: string }
export interface ListTree {
  is: Exclude<Computed, 'plus'>
  of: readonly CellTree[]
}

const zero: CellTree = { is: 'constant', value: '0' }

/** The tree of a node's own formula, down to what `workings` says has a cell. */
export function treeOf(expression: Expression, workings: Workings): CellTree {
  const formula: CellFormula = workings.formula(expression)
  if (!('of' in formula)) return formula
  const of = formula.of.map((term) => (workings.isReferred(term) ? asLeaf(term) : treeOf(term, workings)))
  return { is: formula.is, of }
}

/** A node as another formula refers to it: its cell, or the constant or input that it is. */
export function asLeaf(expression: Expression): CellTree {
  const { graph, index } = expression
  const operation = graph.operation[index]
  if (operation === Operation.constant) return { is: 'constant', value: graph.constants[graph.left[index] as number] as string }
  if (operation === Operation.input) return { is: 'input', path: graph.inputs[graph.left[index] as number] as string }
  return { is: 'cell', node: expression }
}

/** The cells that a tree refers to, from left to right. */
export function leavesOf(tree: CellTree): Expression[] {
  if (tree.is === 'cell') return [tree.node]
  return 'of' in tree ? tree.of.flatMap(leavesOf) : []
}

/** What a tree looks like whatever cells it refers to; `loosely`, whatever numbers stand in it too. */
export function shapeOf(tree: CellTree, loosely = false): string {
  if (tree.is === 'cell') return '•'
  if (tree.is === 'constant') return loosely ? '#' : tree.value
  if (tree.is === 'input') return tree.path
  if (tree.is === 'count') return `${tree.start}+${tree.step}n`
  return `${tree.is}(${tree.of.map((each) => shapeOf(each, loosely)).join(',')})`
}

/** What a tree says, cells by the nodes that they show: two trees that say the same are the same formula. */
export function meaningOf(tree: CellTree): string {
  if (tree.is === 'cell') return `@${tree.node.index}`
  return 'of' in tree ? `${tree.is}(${tree.of.map(meaningOf).join(',')})` : shapeOf(tree)
}

/**
 * A tree with other nodes in its cells, folded as a graph folds while it is built: 0 and 1 fall away. `leaf` gives the node of each cell,
 * from left to right.
 */
export function refilled(tree: CellTree, column: number, leaf: () => Expression): CellTree {
  if (tree.is === 'cell') return asLeaf(leaf())
  if (tree.is === 'count') return { is: 'constant', value: String(tree.start + tree.step * column) }
  if (!('of' in tree)) return tree
  const of = tree.of.map((each) => refilled(each, column, leaf))
  return folded(tree.is, of)
}

/** The plain numbers of a tree, from left to right. */
export function numbersOf(tree: CellTree): number[] {
  if (tree.is === 'constant') return [Number(tree.value)]
  return 'of' in tree ? tree.of.flatMap(numbersOf) : []
}

/** A tree with some of its plain numbers as counts; `count` gives them, or undefined, from left to right. */
export function counted(tree: CellTree, count: () => Count | undefined): CellTree {
  if (tree.is === 'constant') return count() ?? tree
  return 'of' in tree ? { ...tree, of: tree.of.map((each) => counted(each, count)) } : tree
}

function folded(is: ListTree['is'], of: readonly CellTree[]): CellTree {
  const [a, b] = of as [CellTree, CellTree]
  switch (is) {
    case 'sum':
      return listed(
        is,
        of.flatMap((term) => (term.is === 'sum' ? term.of : [term])).filter((term) => !isNumber(term, '0')),
      )
    case 'min':
    case 'max':
      return listed(is, once(of.flatMap((term) => (term.is === is ? term.of : [term]))))
    case 'minus':
      if (isNumber(b, '0')) return a
      return meaningOf(a) === meaningOf(b) ? zero : { is, of }
    case 'times':
      if (isNumber(a, '0') || isNumber(b, '1')) return a
      return isNumber(b, '0') || isNumber(a, '1') ? b : { is, of }
    case 'over':
      if (isNumber(a, '0') || isNumber(b, '1')) return a
      return isNumber(b, '0') ? b : { is, of }
    default:
      return isNumber(a, '0') || isNumber(a, '1') ? a : { is, of }
  }
}

function listed(is: 'sum' | 'min' | 'max', of: readonly CellTree[]): CellTree {
  const [first, second] = of
  return second === undefined ? (first ?? zero) : { is, of }
}

function once(terms: readonly CellTree[]): CellTree[] {
  return [...new Map(terms.map((term) => [meaningOf(term), term])).values()]
}

function isNumber(tree: CellTree, value: string): boolean {
  return tree.is === 'constant' && tree.value === value
}

import { type CellTree, type Count, counted, numbersOf, shapeOf } from './cell-tree.ts'

/** From this many columns on, numbers that go up or down one by one are a count. */
const fewest = 3

/** The trees of a row with numbers that count its columns, such as the months of a warm-up, written as counts. */
export function withCounts(trees: readonly (CellTree | undefined)[]): (CellTree | undefined)[] {
  const made = [...trees]
  for (let from = 0; from < trees.length; ) {
    const shape = looseShape(trees[from])
    let until = from + 1
    while (shape !== undefined && until < trees.length && looseShape(trees[until]) === shape) until++
    if (until - from >= fewest) countAlong(made, from, until)
    from = until
  }
  return made
}

function looseShape(tree: CellTree | undefined): string | undefined {
  return tree === undefined || !('of' in tree) ? undefined : shapeOf(tree, true)
}

/** Puts counts in place of the numbers that count, in columns whose trees differ in nothing but numbers and cells. */
function countAlong(trees: (CellTree | undefined)[], from: number, until: number): void {
  const numbers = trees.slice(from, until).map((tree) => numbersOf(tree as CellTree))
  const counts = (numbers[0] as number[]).map((_, place) =>
    countFrom(
      numbers.map((each) => each[place] as number),
      from,
    ),
  )
  if (counts.every((count) => count === undefined)) return
  for (let column = from; column < until; column++) {
    let place = 0
    trees[column] = counted(trees[column] as CellTree, () => counts[place++])
  }
}

function countFrom(values: readonly number[], from: number): Count | undefined {
  const [first, second] = values as [number, number]
  const step = second - first
  if ((step !== 1 && step !== -1) || values.some((value, place) => value !== first + step * place)) return undefined
  return { is: 'count', start: first - step * from, step }
}

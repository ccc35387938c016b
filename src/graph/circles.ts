import type { RowFormula } from './row-formulas.ts'
import type { SheetRow } from './sheet.ts'

type Formulas = ReadonlyMap<SheetRow, (RowFormula | undefined)[]>
interface Cell {
  row: SheetRow
  column: number
}
/** A cell on the way, and how many of the cells it refers to have been followed. */
interface Step extends Cell {
  followed: number
}

/**
 * Gives cells back their own formula where formulas taken from their neighbours would refer to each other in a circle. A cell's own formula
 * only refers to what is computed before it, so that some cell of every circle has been given its neighbour's.
 */
export function withoutCircles(formulas: Formulas): void {
  for (let circle = circleIn(formulas); circle !== undefined; circle = circleIn(formulas)) {
    let given = 0
    for (const { row, column } of circle) {
      const own = formulas.get(row)?.[column]?.own
      if (own === undefined) continue
      ;(formulas.get(row) as (RowFormula | undefined)[])[column] = own
      given++
    }
    if (given === 0) throw new Error(`the formula of ${circle[0]?.row.id} refers to itself`)
  }
}

/** The cells of some circle; undefined where there is none. */
function circleIn(formulas: Formulas): readonly Cell[] | undefined {
  const state = new Map<SheetRow, Uint8Array>()
  for (const [row, cells] of formulas) state.set(row, new Uint8Array(cells.length))
  for (const [row, cells] of formulas) {
    for (let column = 0; column < cells.length; column++) {
      if (state.get(row)?.[column] !== 0) continue
      const circle = circleFrom({ row, column }, formulas, state)
      if (circle !== undefined) return circle
    }
  }
  return undefined
}

/** Follows references from a cell; in `state` 1 is on the way and 2 is known to lead into no circle. */
function circleFrom(start: Cell, formulas: Formulas, state: ReadonlyMap<SheetRow, Uint8Array>): readonly Cell[] | undefined {
  const way: Step[] = [{ ...start, followed: 0 }]
  mark(start, 1)
  for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
    const next = formulas.get(at.row)?.[at.column]?.cells[at.followed++]
    if (next === undefined) {
      mark(at, 2)
      way.pop()
      continue
    }
    const seen = state.get(next.row)?.[next.column]
    if (seen === 1) return way.slice(way.findIndex(({ row, column }) => row === next.row && column === next.column))
    if (seen !== 0) continue
    mark(next, 1)
    way.push({ row: next.row, column: next.column, followed: 0 })
  }
  return undefined

  function mark({ row, column }: Cell, as: 1 | 2): void {
    const cells = state.get(row)
    if (cells !== undefined) cells[column] = as
  }
}

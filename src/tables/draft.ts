import type { Standing } from '../case/assemble.ts'
import type { Field } from '../case/fields.ts'
import type { OddValue } from '../case/place.ts'
import { pointerAbove, pointerOf } from '../case/pointer.ts'
import type { Problem } from '../case/problem.ts'
import { type CellValue, cellValue } from './cell-value.ts'
import type { Cell } from './cells.ts'
import type { Steps } from './columns.ts'

/** A case as it is being put together from cells: its values, what is odd about them, and the cell that each of them stands in. */
export class Draft {
  readonly root: Record<string, unknown> = {}
  readonly odd: OddValue[] = []
  readonly problems: Problem[] = []
  private readonly places = new Map<string, Standing>()

  /** Sets what a cell gives for a field; a blank cell gives nothing, but it is remembered where the value would stand. */
  fill(steps: Steps, cell: Cell | undefined, field: Field, place: Standing): void {
    this.placed(steps, place)
    if (cell === undefined || (cell.is === 'text' && cell.text === '')) return
    this.take(steps, cellValue(cell, field))
  }

  /** Sets a value that has been read. */
  take(steps: Steps, { value, odd }: CellValue): void {
    this.set(steps, value)
    if (odd !== undefined) this.odd.push({ pointer: pointerOf(steps), ...odd })
  }

  /** Sets a value, making the objects and lists on the way to it. */
  set(steps: Steps, value: unknown): void {
    let holder = this.root as Record<string | number, unknown>
    for (const [at, step] of steps.slice(0, -1).entries()) {
      if (typeof holder[step] !== 'object' || holder[step] === null) own(holder, step, typeof steps[at + 1] === 'number' ? [] : {})
      holder = holder[step] as Record<string | number, unknown>
    }
    own(holder, steps.at(-1) as string | number, value)
  }

  /** The value at some steps; undefined where there is none. */
  at(steps: Steps): unknown {
    return steps.reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? (value as Record<string | number, unknown>)[step]
          : undefined,
      this.root,
    )
  }

  /** Remembers the cell of a value, and for what holds it the first cell that was filled. */
  placed(steps: Steps, place: Standing): void {
    this.places.set(pointerOf(steps), place)
    for (let length = steps.length - 1; length > 0; length -= 1) {
      const pointer = pointerOf(steps.slice(0, length))
      if (!this.places.has(pointer)) this.places.set(pointer, place)
    }
  }

  /** The cell of the value at a pointer, or of the nearest value around it. */
  readonly place = (pointer: string): Standing | undefined => {
    for (let at = pointer; at !== ''; at = pointerAbove(at)) {
      const place = this.places.get(at)
      if (place !== undefined) return place
    }
    return undefined
  }

  /** Notes something that is wrong with the tables rather than with a value of the case. */
  say(place: Standing, path: string, message: string, got: string, expected: string): void {
    this.problems.push({ pointer: '', path, message, got, expected, ...place })
  }
}

// A key such as __proto__ must become an ordinary key, to be refused by its name.
function own(holder: object, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
}

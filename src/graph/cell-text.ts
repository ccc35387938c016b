import type { CellTree, Count, ListTree } from './cell-tree.ts'

/** A cell that a formula refers to; `fixed` where the reference does not move along the row. */
export interface Reference<Row> {
  row: Row
  column: number
  fixed: boolean
}

/** How a formula refers to cells and inputs. */
export interface Named<Row> {
  cell: (cell: Reference<Row>) => string
  range: (first: Reference<Row>, last: Reference<Row>) => string
  input: (path: string) => string
  /** How many columns there are from one of the row up to the formula's, both included. */
  columnsFrom: (column: number) => string
}

/** The most arguments that a spreadsheet takes in one function. */
const mostArguments = 200

/** Writes a tree as a formula without its equals sign; `cells` are the cells that it refers to, from left to right. */
export function cellText<Row>(tree: CellTree, cells: readonly Reference<Row>[], named: Named<Row>): string {
  let next = 0
  return written(tree).text

  function written(part: CellTree): Written {
    if (part.is === 'constant') return part.value.startsWith('-') ? sum(part.value) : atom(part.value)
    if (part.is === 'input') return atom(named.input(part.path))
    if (part.is === 'cell') return atom(named.cell(cells[next++] as Reference<Row>))
    if (part.is === 'count') return count(part)
    switch (part.is) {
      case 'sum': {
        const terms = list(part)
        const hasRange = terms.some((term) => term.includes(':'))
        return !hasRange && terms.length <= 3 ? sum(terms.join('+')) : atom(called('SUM', terms))
      }
      case 'min':
      case 'max':
        return atom(called(part.is === 'min' ? 'MIN' : 'MAX', list(part)))
      default:
        return operated(part)
    }
  }

  /** A number that goes up or down by 1 along the row, counted from the column where it is 1, or from the row's first. */
  function count({ start, step }: Count): Written {
    if (step < 0) return sum(`${start + 1}-${named.columnsFrom(0)}`)
    if (start <= 1) return atom(named.columnsFrom(1 - start))
    return sum(`${named.columnsFrom(0)}+${start - 1}`)
  }

  function operated({ is, of }: ListTree): Written {
    const [first, divisorTree] = of as [CellTree, CellTree]
    const [a, b] = of.map(written) as [Written, Written]
    switch (is) {
      case 'minus':
        return sum(first.is === 'constant' && first.value === '0' ? `-${tight(b, 2)}` : `${a.text}-${tight(b, 2)}`)
      case 'times':
        return { text: `${tight(a, 2)}*${tight(b, 2)}`, binds: 2 }
      case 'over': {
        const divisor = tight(b, 3)
        const quotient = `${tight(a, 2)}/${divisor}`
        return divisorTree.is === 'constant' ? { text: quotient, binds: 2 } : atom(`IF(${divisor}=0,0,${quotient})`)
      }
      case 'floor':
        return atom(`INT(${a.text}+0.000000001)`)
      case 'round2':
        return atom(`ROUND(ROUND(${a.text},10),2)`)
      case 'squareRoot':
        return atom(`SQRT(${a.text})`)
      default:
        return atom(`POWER(${a.text},1/3)`)
    }
  }

  /** The terms of a list, with runs of neighbouring cells as ranges and the same cell again and again as a product. */
  function list({ is, of }: ListTree): string[] {
    const terms: string[] = []
    for (let place = 0; place < of.length; ) {
      const term = of[place] as CellTree
      if (term.is !== 'cell') {
        terms.push(written(term).text)
        place += 1
        continue
      }
      const from = next
      let alike = 1
      while (of[place + alike]?.is === 'cell') alike++
      const first = cells[from] as Reference<Row>
      let run = 1
      while (run < alike && isBeside(cells[from + run], first, run)) run++
      let again = 1
      while (is === 'sum' && run === 1 && again < alike && isBeside(cells[from + again], first, 0)) again++
      const last = cells[from + run - 1] as Reference<Row>
      if (run > 1) terms.push(named.range(first, last))
      else terms.push(again > 1 ? `${again}*${named.cell(first)}` : named.cell(first))
      next += Math.max(run, again)
      place += Math.max(run, again)
    }
    return terms
  }
}

function isBeside<Row>(cell: Reference<Row> | undefined, first: Reference<Row>, steps: number): boolean {
  return cell !== undefined && cell.row === first.row && cell.fixed === first.fixed && cell.column === first.column + steps
}

/** A piece of a formula and how tightly it holds together: 1 a sum, 2 a product, 3 a single thing. */
interface Written {
  text: string
  binds: 1 | 2 | 3
}

function atom(text: string): Written {
  return { text, binds: 3 }
}

function sum(text: string): Written {
  return { text, binds: 1 }
}

/** A piece in brackets unless it holds together at least as tightly as its place needs. */
function tight({ text, binds }: Written, needed: 2 | 3): string {
  return binds >= needed ? text : `(${text})`
}

function called(name: 'SUM' | 'MIN' | 'MAX', terms: readonly string[]): string {
  if (terms.length <= mostArguments) return `${name}(${terms.join(',')})`
  const parts: string[] = []
  for (let from = 0; from < terms.length; from += mostArguments) parts.push(`${name}(${terms.slice(from, from + mostArguments).join(',')})`)
  return `${name}(${parts.join(',')})`
}

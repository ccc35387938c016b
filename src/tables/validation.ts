import { wordList } from '../case/nearest.ts'
import { referenceMark } from './cell-value.ts'
import { type Column, help } from './columns.ts'

/** What a cell takes, for the spreadsheet to hold it to. */
export interface Validation {
  /** A list of words, or a formula that is true where the value is legal. `{cell}` stands for the first cell it is for. */
  words?: readonly string[]
  /** The cells whose values are the words. */
  from?: string
  formula?: string
  whole?: { minimum: number; maximum: number }
  /** What is said while the cell is being filled in. */
  prompt: string
  /** What is said where the value is not legal. */
  refusal: string
}

/** Excel shows no more than this of a prompt. */
const promptLimit = 250

/** A limit that only keeps absurd numbers out is not worth telling. */
const beyondAll = 1_000_000_000

function limits(minimum: string, maximum: string): string {
  if (Number(maximum) < beyondAll) return `from ${minimum} to ${maximum}`
  return Number(minimum) <= -beyondAll ? 'of any size' : `of ${minimum} or more`
}

/** What the spreadsheet can check of a column as it is filled in; the service checks the rest. */
export function validationOf(column: Column): Validation {
  const { field, words } = column
  const prompt = help(column).slice(0, promptLimit)
  if (words.length > 0)
    return {
      words: field.is === 'choice' && field.kind === 'flag' ? ['TRUE', 'FALSE'] : words,
      prompt,
      refusal: `Choose ${wordList(words)}.`,
    }
  if (field.is === 'quantity' || field.is === 'rates') {
    const { minimum, maximum, unit } = field.is === 'quantity' ? field.domain : field.one.domain
    const isFigure = `AND(ISTEXT({cell}),LEFT({cell},${referenceMark.length})="${referenceMark}")`
    return {
      formula: `OR(AND(ISNUMBER({cell}),{cell}>=${minimum},{cell}<=${maximum}),${isFigure})`,
      prompt,
      refusal: `A number ${limits(minimum, maximum)} (${unit}) is expected, or ${referenceMark} and the id of a built-in figure.${unit === 'proportion' ? ' Write 35% as 0.35.' : ''}`,
    }
  }
  if (field.is === 'count') {
    const { minimum, maximum } = field
    return { whole: { minimum, maximum }, prompt, refusal: `A whole number from ${minimum} to ${maximum} is expected.` }
  }
  if (field.is === 'choice' && field.unit === 'month') {
    return {
      formula: 'OR(ISNUMBER({cell}),AND(LEN({cell})=7,MID({cell},5,1)="-"))',
      prompt,
      refusal: 'Write the month as 2026-04.',
    }
  }
  if (field.is === 'choice' && field.unit === 'financial year')
    return { formula: 'AND(LEN({cell})=7,MID({cell},5,1)="-")', prompt, refusal: 'Write the financial year as 2026-27.' }
  return { prompt, refusal: '' }
}

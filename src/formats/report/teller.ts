import type { Exact } from '../../graph/exact.ts'
import { people, pounds, poundsAndPence, wholePounds } from '../sentences/amounts.ts'
import { type Sentence, type Told, told } from '../sentences/sentence.ts'
import type { Paper } from './paper.ts'

/** Where the answer gives no figure. */
const none = 'none'

/** Tells figures of the answer by the ids of their lines, so that what a paper shows can be nothing else than what the line is. */
export class Teller {
  private readonly paper: Paper

  constructor(paper: Paper) {
    this.paper = paper
  }

  /** The exact value of a line. Throws where it is no number. */
  exact(line: string): Exact {
    const value = this.paper.valueOf(line)
    if (value === null || typeof value === 'string') throw new Error(`${line} is no number`)
    return value.value
  }

  /** Whole pounds with their sign, for a sentence. */
  pounds(line: string): Told {
    return told(pounds(this.exact(line)), line)
  }

  /** The same without a minus sign, where the words say which way it goes. */
  size(line: string): Told {
    return told(pounds(this.exact(line).abs()), line)
  }

  /** Whole pounds without the sign of the pound, for a column. */
  whole(line: string): Sentence {
    return [told(wholePounds(this.exact(line)), line)]
  }

  /** Children, families or places. */
  people(line: string): Sentence {
    return [told(people(this.exact(line)), line)]
  }

  /** Pounds and pence; none where nothing is spent. */
  pence(line: string): Sentence {
    return this.paper.valueOf(line) === null ? [none] : [told(poundsAndPence(this.exact(line)), line)]
  }

  /** Whole pounds for a column; none where there is no such figure. */
  wholeOrNone(line: string): Sentence {
    return this.paper.valueOf(line) === null ? [none] : this.whole(line)
  }

  /** A factor to four places. */
  factor(line: string): Sentence {
    return [told(this.exact(line).toDecimalPlaces(4, 4).toFixed(4), line)]
  }
}

/** Whole pounds that are worked out in the paper, for a column; the column says how. */
export function worked(value: Exact): string {
  return wholePounds(value)
}

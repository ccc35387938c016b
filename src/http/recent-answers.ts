import { type Appraised, answerOf, type Workshop } from '../answers/appraise.ts'
import { Figures } from '../answers/figures.ts'
import type { ReadCase } from '../case/read-case.ts'
import { inSpan } from './seeing/spans.ts'

/** An answer, and the figures that it and every line of it are read from. */
export interface Recent {
  figures: Figures
  answer: Appraised
}

/**
 * The answers given lately, by the case that was asked about. A sheet asks for one case in many cells, and LibreOffice asks for each of
 * them twice, with HEAD and with GET; the case is appraised once.
 */
export class RecentAnswers {
  private readonly workshop: Workshop
  private readonly mostNodes: number
  private readonly byCase = new Map<string, Recent>()
  private nodes = 0

  /** Keeps answers whose methods have at most `mostNodes` nodes together, the latest used. */
  constructor(workshop: Workshop, mostNodes = 300_000) {
    this.workshop = workshop
    this.mostNodes = mostNodes
  }

  /** Whether the answer of a case has been made lately. */
  has({ raw }: ReadCase): boolean {
    return this.byCase.has(JSON.stringify(raw))
  }

  /** The answer of a case, made now or lately. Throws CheckFailure as an appraisal does. */
  of(ready: ReadCase): Recent {
    // The whole case as it was given: the answer also says which values were given and which are defaults.
    const key = JSON.stringify(ready.raw)
    const known = this.byCase.get(key)
    if (known) {
      this.byCase.delete(key)
      this.byCase.set(key, known)
      return known
    }
    const { model, methods } = this.workshop
    const made = inSpan('appraise', () => {
      const figures = new Figures(ready.case, ready.register, methods.for(ready.case, ready.register))
      return { figures, answer: answerOf(figures, model) }
    })
    this.keep(key, made)
    return made
  }

  private keep(key: string, made: Recent): void {
    const size = sizeOf(made)
    if (size > this.mostNodes) return
    this.byCase.set(key, made)
    this.nodes += size
    for (const [oldest, recent] of this.byCase) {
      if (this.nodes <= this.mostNodes) break
      this.byCase.delete(oldest)
      this.nodes -= sizeOf(recent)
    }
  }
}

function sizeOf({ figures }: Recent): number {
  return figures.method.book.graph.size
}

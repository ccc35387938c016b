import { createHash } from 'node:crypto'
import type { Sentence, Told } from '../sentences/sentence.ts'
import type { Verdict } from '../sentences/verdicts.ts'
import { sizeOf } from './chart-size.ts'
import type { Block, Document, Row, Table } from './document.ts'
import { escaped } from './markup.ts'
import { style } from './style.ts'

/** What a browser is told to let the page do: to show itself in its own style, known by its hash, and nothing else. */
export const reportPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`

/**
 * A paper as one HTML page that stands alone: no script, nothing from elsewhere, every figure that has a line a link to how it came about and back
 * from there. Texts of the case are written as texts, whatever they hold.
 */
export function reportHtml(document: Document): string {
  const { title, subtitle, blocks, resultHash } = document
  const written = new Written()
  const body = blocks.map((block) => written.block(block)).join('\n')
  const parts = blocks.flatMap((block) => (block.is === 'heading' && block.level === 2 ? [block] : []))
  const contents = parts.map(({ id, text }) => `<li><a href="#${escaped(id)}">${escaped(text)}</a></li>`).join('')
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="result" content="${escaped(resultHash)}">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p class="subtitle">${escaped(subtitle)}</p>
</header>
<nav class="contents" aria-label="Contents"><ol>${contents}</ol></nav>
<main>
${body}
</main>
</body>
</html>
`
}

/** Whether a drawing has so many rows of words that they could not be read at the height of the others on paper. */
function isTall(svg: string): boolean {
  const { width, height } = sizeOf(svg)
  return height > 0.6 * width
}

/** Where a line or an assumption is explained, and where its figure first stands. */
function explains(line: string): string {
  return `explain-${line}`
}
function stands(line: string): string {
  return `figure-${line}`
}

/** A page as far as it is written: which figures have stood in it already. */
class Written {
  private readonly stood = new Set<string>()

  block(block: Block): string {
    switch (block.is) {
      case 'heading':
        return `<h${block.level} id="${escaped(block.id)}">${escaped(block.text)}</h${block.level}>`
      case 'paragraph':
        return `<p${block.look === undefined ? '' : ` class="${block.look}"`}>${this.sentences(block.sentences)}</p>`
      case 'list':
        return `<ul>${block.items.map((item) => `<li>${this.sentences(item)}</li>`).join('')}</ul>`
      case 'verdicts':
        return `<div class="verdicts">${block.verdicts.map((verdict) => this.verdict(verdict)).join('')}</div>`
      case 'table':
        return this.table(block.table)
      case 'chart':
        // On a phone a figure scrolls in its own box, which the keyboard has to reach.
        return `<figure${isTall(block.chart.svg) ? ' class="tall"' : ''} tabindex="0">${block.chart.svg}<figcaption>${escaped(block.chart.caption)}</figcaption></figure>`
    }
  }

  private sentences(sentences: readonly Sentence[]): string {
    return sentences.map((sentence) => this.sentence(sentence)).join(' ')
  }

  private sentence(sentence: Sentence): string {
    return sentence.map((part) => (typeof part === 'string' ? unbroken(part) : this.figure(part))).join('')
  }

  private figure({ text, line }: Told): string {
    const isFirst = !this.stood.has(line)
    this.stood.add(line)
    const id = isFirst ? ` id="${escaped(stands(line))}"` : ''
    return `<a class="figure"${id} href="#${escaped(explains(line))}">${escaped(text)}</a>`
  }

  private verdict({ question, answer, figures, sentences }: Verdict): string {
    const list = figures.map(({ label, figure }) => `<dt>${escaped(label)}</dt><dd>${this.figure(figure)}</dd>`).join('')
    return `<section class="verdict"><h3>${escaped(question)}</h3><p class="answer">${answer}</p><dl>${list}</dl><p>${this.sentences(sentences)}</p></section>`
  }

  private table({ caption, columns, rows }: Table): string {
    const kind = (place: number) => (columns[place]?.kind === 'number' ? ' class="number"' : '')
    const heads = columns.map(({ heading }, place) => `<th scope="col"${kind(place)}>${escaped(heading)}</th>`).join('')
    const body = rows.map((row, place) => (row.look === 'group' ? this.group(row, columns.length, place) : this.row(row, kind))).join('\n')
    // A box that scrolls can be reached by the keyboard, and says what it is.
    return `<div class="scroll${rows.length <= 14 ? ' short' : ''}" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}
</tbody></table></div>`
  }

  /** A group is a body of the table of its own, so that the row which names it is known to be for those below it. */
  private group({ cells: [name = [], more] }: Row, columns: number, place: number): string {
    const said = more === undefined ? '' : ` <span class="more">${this.sentence(more)}</span>`
    const before = place === 0 ? '' : '</tbody>\n<tbody>\n'
    return `${before}<tr class="group"><th scope="rowgroup" colspan="${columns}">${this.sentence(name)}${said}</th></tr>`
  }

  private row({ cells, look, explains: line }: Row, kind: (place: number) => string): string {
    const back =
      line !== undefined && this.stood.has(line) ? `&nbsp;<a href="#${escaped(stands(line))}" aria-label="back to the figure">↩</a>` : ''
    const written = cells.map((cell, place) =>
      place === 0 ? `<th scope="row">${this.sentence(cell)}${back}</th>` : `<td${kind(place)}>${this.sentence(cell)}</td>`,
    )
    const id = line === undefined ? '' : ` id="${escaped(explains(line))}"`
    return `<tr${id}${look === undefined ? '' : ` class="${look}"`}>${written.join('')}</tr>`
  }
}

/** A text in which no line ends inside an amount or a financial year. */
function unbroken(text: string): string {
  return escaped(text).replace(/(?<![\w./#;-])−?£?\d[\d,]*(?:\.\d+)?(?:-\d\d)?%?(?![\w-])/g, (figure) =>
    /[−£,-]/.test(figure) ? `<span class="n">${figure}</span>` : figure,
  )
}

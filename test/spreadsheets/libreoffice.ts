import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { converted, ranScript } from '../libreoffice/start.ts'

/** What a cell shows: its text, its number where it is one, and the number of its error. */
export interface Cell {
  text: string
  value: number | null
  error: number
}

/** Opens a sheet whose first column has these formulas, as LibreOffice writes them, and gives what each cell shows. */
export async function calculated(formulas: readonly string[]): Promise<Cell[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
  try {
    const sheet = join(folder, 'sheet.fods')
    writeFileSync(sheet, flatSheet(formulas))
    return JSON.parse(await ranScript('read-cells.py', [join(folder, 'profile'), sheet])) as Cell[]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A cell of a sheet that was read from a file: a number as the file had it, or a text; undefined where it is empty. */
export type Imported = { number: string } | { text: string } | undefined

/** Opens a CSV as the guide says (UTF-8, comma, English), and gives its rows as LibreOffice understands them. */
export async function imported(csv: string): Promise<Imported[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
  try {
    writeFileSync(join(folder, 'answer.csv'), csv)
    // Comma 44, quote 34, UTF-8 76, from row 1, no formats for columns, English (UK) 2057.
    const options = ['--infilter=CSV:44,34,76,1,,2057']
    await converted([join(folder, 'answer.csv')], { kind: 'fods', folder, profile: join(folder, 'profile'), options })
    const sheet = readFileSync(join(folder, 'answer.fods'), 'utf8')
    return [...sheet.matchAll(/<table:table-row(?:(?!table-row>)[\s\S])*<\/table:table-row>/g)].map(([row]) =>
      [...row.matchAll(/<table:table-cell(?<attributes>[^>]*?)(?:\/>|>(?<inside>[\s\S]*?)<\/table:table-cell>)/g)].flatMap(({ groups }) =>
        cellsOf(groups?.attributes ?? '', groups?.inside ?? ''),
      ),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cellsOf(attributes: string, inside: string): Imported[] {
  const number = /office:value="([^"]*)"/.exec(attributes)?.[1]
  const paragraphs = [...inside.matchAll(/<text:p>([\s\S]*?)<\/text:p>/g)].map(([, text = '']) => text.replace(/<[^>]+>/g, ''))
  const text = paragraphs
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
  if (attributes.includes('table:formula')) throw new Error(`a formula: ${attributes}`)
  const cell = number !== undefined ? { number } : text === '' ? undefined : { text }
  return Array.from({ length: Number(/columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1) }, () => cell)
}

const namespaces = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
].join(' ')

/** A flat OpenDocument sheet, one formula a row; functions that Excel has by the same name go by COM.MICROSOFT in the file. */
function flatSheet(formulas: readonly string[]): string {
  const rows = formulas.map((formula) => {
    const inFile = formula.replace(/\b(WEBSERVICE|FILTERXML|ENCODEURL|NUMBERVALUE)\(/g, (_, name) =>
      name === 'NUMBERVALUE' ? 'NUMBERVALUE(' : `COM.MICROSOFT.${name}(`,
    )
    const escaped = inFile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
    return `<table:table-row><table:table-cell table:formula="of:${escaped}"/></table:table-row>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Sheet1">${rows.join('')}</table:table></office:spreadsheet></office:body></office:document>`
}

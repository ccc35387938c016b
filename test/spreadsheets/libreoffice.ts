import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a cell shows: its text, its number where it is one, and the number of its error. */
export interface Cell {
  text: string
  value: number | null
  error: number
}

/** The Python that LibreOffice's own bindings belong to: the system's, which need not be the first on the path. */
const pythons = ['/usr/bin/python3', 'python3']
const hasUno = (python: string) => spawnSync(python, ['-c', 'import uno'], { stdio: 'ignore' }).status === 0
const python = pythons.find(hasUno)
const hasSoffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** Why tests with the real program cannot run here; false where they can. */
export const withoutLibreOffice: string | false = !hasSoffice
  ? 'LibreOffice (soffice) is not installed: install libreoffice-calc-nogui'
  : python === undefined
    ? 'no python3 knows uno: install python3-uno'
    : false

/** Opens a sheet whose first column has these formulas, as LibreOffice writes them, and gives what each cell shows. */
export async function calculated(formulas: readonly string[]): Promise<Cell[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
  try {
    const sheet = join(folder, 'sheet.fods')
    writeFileSync(sheet, flatSheet(formulas))
    const script = join(import.meta.dirname, 'read-cells.py')
    return JSON.parse(await run(python as string, [script, 'soffice', join(folder, 'profile'), sheet])) as Cell[]
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
    const options = [
      '--headless',
      '--infilter=CSV:44,34,76,1,,2057',
      '--convert-to',
      'fods',
      '--outdir',
      folder,
      join(folder, 'answer.csv'),
    ]
    await run('soffice', [`-env:UserInstallation=file://${folder}/profile`, ...options])
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

/** Does not block this process, which may be the service that the cells ask. */
function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk) => (said.out += chunk))
    child.stderr.on('data', (chunk) => (said.err += chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(said.out) : reject(new Error(`LibreOffice: ${said.err}`))))
  })
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

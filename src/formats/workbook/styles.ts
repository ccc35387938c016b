import type { CellStyle } from 'hucre/xlsx'

/** How a cell looks, by what it is. */
export type Look =
  | 'plain'
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'period'
  | 'group'
  | 'label'
  | 'note'
  | 'wrapped'
  | 'pounds'
  | 'wholePounds'
  | 'number'
  | 'factor'
  | 'total'
  | 'working'
  | 'workingNumber'
  | 'input'
  | 'fixed'
  | 'verdict'
  | 'share'
  | 'figure'
  | 'ratio'
  | 'sterling'
  | 'unit'
  | 'right'

const fill = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } })
const under: CellStyle = { border: { bottom: { style: 'thin', color: { rgb: '8A94A0' } } } }
const poundsFormat = '#,##0.00;[Red]-#,##0.00'
const wholePoundsFormat = '£#,##0;[Red]-£#,##0'

/** Dark blue headings, pale yellow inputs with blue figures, grey workings: readable in print and in grey. */
export const styles: Readonly<Record<Look, CellStyle>> = {
  plain: { alignment: { vertical: 'top' } },
  title: { font: { name: 'Calibri', bold: true, size: 18, color: { rgb: '1F3A5F' } } },
  subtitle: { font: { name: 'Calibri', size: 11, color: { rgb: '4A5560' } } },
  heading: {
    ...fill('1F3A5F'),
    font: { name: 'Calibri', bold: true, color: { rgb: 'FFFFFF' } },
    alignment: { wrapText: true, vertical: 'center' },
  },
  period: {
    ...fill('1F3A5F'),
    font: { name: 'Calibri', bold: true, color: { rgb: 'FFFFFF' } },
    alignment: { horizontal: 'right', vertical: 'center', wrapText: true },
  },
  group: { ...fill('DCE6F0'), font: { name: 'Calibri', bold: true, color: { rgb: '1F3A5F' } } },
  label: { alignment: { vertical: 'top' } },
  note: { alignment: { vertical: 'top' }, font: { name: 'Calibri', italic: true, color: { rgb: '5F6A75' } } },
  wrapped: { alignment: { wrapText: true, vertical: 'top' } },
  pounds: { numFmt: poundsFormat },
  wholePounds: { numFmt: wholePoundsFormat },
  number: { numFmt: '#,##0.00;[Red]-#,##0.00' },
  factor: { numFmt: '0.000000' },
  total: { ...under, font: { name: 'Calibri', bold: true }, numFmt: wholePoundsFormat },
  working: { font: { name: 'Calibri', italic: true, size: 9, color: { rgb: '7A8590' } }, alignment: { indent: 1 } },
  workingNumber: { font: { name: 'Calibri', size: 9, color: { rgb: '7A8590' } }, numFmt: '#,##0.0000' },
  input: {
    ...fill('FFF8DC'),
    font: { name: 'Calibri', color: { rgb: '0B3D91' } },
    alignment: { vertical: 'top' },
    border: {
      top: { style: 'hair', color: { rgb: 'B8A65A' } },
      bottom: { style: 'hair', color: { rgb: 'B8A65A' } },
      left: { style: 'hair', color: { rgb: 'B8A65A' } },
      right: { style: 'hair', color: { rgb: 'B8A65A' } },
    },
  },
  fixed: { alignment: { vertical: 'top' }, font: { name: 'Calibri', color: { rgb: '5F6A75' } } },
  verdict: { ...fill('EEF3F8'), font: { name: 'Calibri', bold: true, size: 12 }, alignment: { vertical: 'center' } },
  share: { numFmt: '0.0%' },
  right: { alignment: { horizontal: 'right' } },
  sterling: { numFmt: '£#,##0.00;[Red]-£#,##0.00' },
  unit: { alignment: { indent: 1, vertical: 'top' } },
  ratio: { numFmt: '0.0000' },
  figure: { numFmt: '#,##0.00' },
}

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
  | 'smallNumber'
  | 'factor'
  | 'total'
  | 'working'
  | 'workingNumber'
  | 'workingPounds'
  | 'workingHeading'
  | 'workingWrapped'
  | 'input'
  | 'fixed'
  | 'verdict'
  | 'share'
  | 'figure'
  | 'ratio'
  | 'sterling'
  | 'unit'
  | 'unitHeading'
  | 'code'
  | 'right'

const fill = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } })
const top: CellStyle = { alignment: { vertical: 'top' } }
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
  pounds: { ...top, numFmt: poundsFormat },
  wholePounds: { ...top, numFmt: wholePoundsFormat },
  number: { ...top, numFmt: '#,##0.00;[Red]-#,##0.00' },
  smallNumber: { ...top, numFmt: '#,##0.0000;[Red]-#,##0.0000' },
  factor: { ...top, numFmt: '0.000000' },
  total: { ...top, ...under, font: { name: 'Calibri', bold: true }, numFmt: wholePoundsFormat },
  working: {
    font: { name: 'Calibri', italic: true, size: 9, color: { rgb: '7A8590' } },
    alignment: { horizontal: 'left', indent: 1, vertical: 'top' },
  },
  workingNumber: {
    ...top,
    font: { name: 'Calibri', size: 9, color: { rgb: '7A8590' } },
    numFmt: '#,##0.0000',
  },
  workingPounds: { font: { name: 'Calibri', size: 9, color: { rgb: '7A8590' } }, alignment: { vertical: 'top' }, numFmt: '#,##0.00' },
  workingWrapped: {
    font: { name: 'Calibri', italic: true, size: 9, color: { rgb: '7A8590' } },
    alignment: { horizontal: 'left', indent: 1, wrapText: true, vertical: 'top' },
  },
  workingHeading: { font: { name: 'Calibri', bold: true, size: 9, color: { rgb: '7A8590' } }, alignment: { horizontal: 'right' } },
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
  share: { ...top, numFmt: '0.0%' },
  code: {
    font: { name: 'Calibri', size: 8, color: { rgb: '7A8590' } },
    alignment: { horizontal: 'right', wrapText: true, vertical: 'top' },
  },
  right: { alignment: { horizontal: 'right', vertical: 'top' } },
  sterling: { ...top, numFmt: '£#,##0.00;[Red]-£#,##0.00' },
  unit: { alignment: { horizontal: 'left', indent: 1, vertical: 'top' } },
  unitHeading: {
    ...fill('1F3A5F'),
    font: { name: 'Calibri', bold: true, color: { rgb: 'FFFFFF' } },
    alignment: { horizontal: 'left', indent: 1, vertical: 'center' },
  },
  ratio: { ...top, numFmt: '0.0000' },
  figure: { ...top, numFmt: '#,##0.00' },
}

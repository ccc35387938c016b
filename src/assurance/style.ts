import { looks } from './looks.ts'

/** The looks of the page, on a screen and on paper; it loads nothing. */
export const style = `${looks}  body { max-width: 62rem; }
  section { overflow-x: auto; }
  table { margin-bottom: 1.25rem; font-size: .92rem; }
  tbody th { font-weight: 500; min-width: 9rem; }
  .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .data td:last-child { width: 42%; }
  .data td.number { white-space: normal; min-width: 5rem; }
  .data table { font-size: .85rem; }
  .names { columns: 2; font-size: .92rem; }
  .good, .bad { padding: .35rem .9rem; border-left: 5px solid; margin: 1rem 0; }
  .good { border-color: #1d6b35; background: #edf6ef; }
  .bad { border-color: #a12a1d; background: #fbecea; }
  @media print {
    @page { size: A4; margin: 16mm; }
    body { max-width: none; font-size: 9.5pt; }
    section { overflow: visible; }
    table { font-size: 8pt; }
    .data table { font-size: 6.5pt; line-height: 1.3; }
    .data td, .data tbody th { padding: .1rem .4rem .1rem 0; min-width: 0; }
    thead { display: table-header-group; }
    tr, .good, .bad { break-inside: avoid; }
    caption { break-after: avoid; }
  }
`

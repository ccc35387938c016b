/** The looks of the page, on a screen and on paper; it loads nothing. */
export const style = `
  :root { color-scheme: light; }
  body { font: 1rem/1.5 system-ui, "Liberation Sans", Arial, sans-serif; color: #1b1b1b; background: #fff; max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; }
  h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid #b8b8b8; }
  h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
  a { color: #0b4f8a; }
  a:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
  code { font: .85rem/1.45 ui-monospace, "Liberation Mono", Consolas, monospace; background: #f3f4f6; padding: .05rem .2rem; overflow-wrap: anywhere; }
  section { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.25rem; font-size: .92rem; }
  caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
  th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #d5d7da; }
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
    body { max-width: none; padding: 0; font-size: 9.5pt; }
    section { overflow: visible; }
    table { font-size: 8pt; }
    .data table { font-size: 6.5pt; line-height: 1.3; }
    .data td, .data tbody th { padding: .1rem .4rem .1rem 0; min-width: 0; }
    thead { display: table-header-group; }
    tr, .good, .bad { break-inside: avoid; }
    caption, h2, h3 { break-after: avoid; }
    a { color: inherit; }
  }
`

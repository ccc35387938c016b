/** The looks that the pages have in common which the service explains itself with. Each adds its own, and its width. */
export const looks = `
  :root { color-scheme: light; }
  body { font: 1rem/1.5 system-ui, "Liberation Sans", Arial, sans-serif; color: #1b1b1b; background: #fff; max-width: 54rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; }
  h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid #b8b8b8; }
  h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
  a { color: #0b4f8a; }
  a:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
  code, pre { font: .85rem/1.45 ui-monospace, "Liberation Mono", Consolas, monospace; }
  pre { background: #f3f4f6; border: 1px solid #d5d7da; border-radius: 4px; padding: .75rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; }
  p code, li code, td code, dd code { background: #f3f4f6; padding: .05rem .2rem; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; margin: .75rem 0; }
  caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
  th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #d5d7da; }
  @media print {
    body { max-width: none; padding: 0; }
    h2, h3 { break-after: avoid; }
    a { color: inherit; }
  }
`

/** The same, in a page that has a place for it. */
export function dressed(page: string): string {
  return page.replace('/* looks */', looks.trim())
}

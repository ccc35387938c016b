import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { batchLimits } from '../../answers/batch-heading.ts'
import { dressed } from '../../assurance/looks.ts'

/** The page holds all it needs: it may load nothing, from here or elsewhere. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

const page = dressed(readFileSync(new URL('../pages/spreadsheets.html', import.meta.url), 'utf8'))
const { bytes, rows, columns, cell, lines } = batchLimits
const inWords = (count: number) => count.toString().replace(/\B(?=(\d{3})+$)/g, ',')
const figures: Readonly<Record<string, string>> = {
  batchMegabytes: inWords(bytes / 1024 / 1024),
  batchRows: inWords(rows),
  batchColumns: inWords(columns),
  batchCell: inWords(cell),
  batchLines: inWords(lines),
}

/** GET /docs/spreadsheets: how to use the service from a spreadsheet, with its own address in everything that is to be copied. */
export function spreadsheetsRoute(app: FastifyInstance): void {
  app.get('/docs/spreadsheets', { schema: { hide: true } }, async (request, reply) => {
    const address = addressOf(request)
    const fifteen = /<pre id="fifteen"[^>]*>([^<]*)<\/pre>/.exec(page)?.[1] ?? ''
    const length = fifteen.replaceAll('&amp;', '&').replace('{{address}}', address).length
    const given: Record<string, string> = { ...figures, address, fifteenLength: inWords(length) }
    reply.header('content-security-policy', contentPolicy).header('vary', 'host').type('text/html; charset=utf-8')
    return page.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => given[name] ?? whole)
  })
}

/**
 * Where the reader found the service; a host that could not be written into a page as it is gives way to the usual address. What a proxy that is
 * believed calls the protocol may be the caller's own words.
 */
function addressOf({ protocol, host }: FastifyRequest): string {
  return /^[a-z0-9.-]+(:[0-9]{1,5})?$|^\[[0-9a-f:]+\](:[0-9]{1,5})?$/i.test(host)
    ? `${protocol === 'https' ? 'https' : 'http'}://${host}`
    : 'http://127.0.0.1:8080'
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'

/** What the page loads besides itself, all of it from here: its style, its icon, htmx as its makers ship it, and a little script of its own. */
const files = {
  'style.css': { type: 'text/css; charset=utf-8', body: readFileSync(new URL('./style.css', import.meta.url)) },
  'page.js': { type: 'text/javascript; charset=utf-8', body: readFileSync(new URL('./page.js', import.meta.url)) },
  'htmx.js': {
    type: 'text/javascript; charset=utf-8',
    body: readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')),
  },
  'icon.svg': { type: 'image/svg+xml', body: readFileSync(new URL('./icon.svg', import.meta.url)) },
} as const
type File = keyof typeof files

const year = 31_536_000

/** The address of what the page loads: it holds the start of the hash of its bytes, so that it may be kept for ever. */
export function asset(name: File): string {
  return `/page/${hashOf(files[name].body)}/${name}`
}

function hashOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16)
}

/** GET /page/<hash>/<name>: what the page loads. */
export function assetRoutes(app: FastifyInstance): void {
  for (const [name, { type, body }] of Object.entries(files)) {
    app.get(asset(name as File), { schema: { hide: true } }, async (_request, reply) => {
      reply.header('cache-control', `public, max-age=${year}, immutable`).type(type)
      return body
    })
  }
}

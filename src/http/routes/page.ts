import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keepsKey } from '../access/credential.ts'
import type { AccessSettings } from '../access/settings.ts'
import { type Asked, askedByAddress, askedByForm, fieldsType } from '../page/asked.ts'
import { assetRoutes } from '../page/assets.ts'
import { Orders } from '../page/assumptions.ts'
import { changesPart } from '../page/changes.ts'
import { casePage, numbered, pieces } from '../page/content.ts'
import { downloadRoutes } from '../page/downloads.ts'
import { chanceOf, pictureOf } from '../page/drawn.ts'
import { allRows, stateOf } from '../page/form.ts'
import { notice } from '../page/notice.ts'
import { ownText } from '../page/scenario-file.ts'
import { contentPolicy, isPiecemeal, send } from '../page/send.ts'
import { shell } from '../page/shell.ts'
import { signingInRoutes } from '../page/signing-in.ts'
import { linkOf, standingOf } from '../page/standing.ts'
import { takingAway } from '../page/taking-away.ts'
import { sendTrouble } from '../page/trouble.ts'
import { formLimit, openedCase } from '../page/upload.ts'
import type { Service } from '../service.ts'
import { formType } from '../upload-schemas.ts'

const hidden = { schema: { hide: true } }

/** GET and POST / and what the page asks for: pages for people, which the OpenAPI document leaves out. */
export async function pageRoutes(
  app: FastifyInstance,
  service: Service,
  { hstsSeconds }: Pick<AccessSettings, 'hstsSeconds'>,
): Promise<void> {
  await app.register(async (page) => {
    const orders = new Orders()
    const bodyLimit = formLimit(service.limits)
    page.addContentTypeParser(fieldsType, { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
    page.setErrorHandler((error, request, reply) => sendTrouble(error, request, reply))
    page.addHook('onRequest', async (_request, reply) => void reply.header('content-security-policy', contentPolicy))
    assetRoutes(page)
    downloadRoutes(page, service)
    signingInRoutes(page, hstsSeconds > 0)
    // The browser's bar shows these addresses after a form, and a person may go there again.
    for (const address of ['/page/download', '/page/sign-in', '/page/sign-out'])
      page.get(address, hidden, async (_request, reply) => reply.redirect('/', 303))

    page.get('/', hidden, async (request, reply) => await sendPage(request, reply, askedByAddress(request)))
    page.post('/', hidden, async (request, reply) => {
      if (isForm(request)) {
        const own = ownText(await openedCase(request, reply, service))
        return await sendPage(request, reply, { own, overrides: {} })
      }
      const asked = askedByForm(request)
      if (!isPiecemeal(request)) return await afterForm(request, reply, asked, '/')
      return await sendPieces(request, reply, asked)
    })
    page.get('/page/chance', hidden, async (request, reply) => await sendPage(request, reply, askedByAddress(request), true))
    page.post('/page/chance', hidden, async (request, reply) => {
      const asked = askedByForm(request)
      if (!isPiecemeal(request)) return await afterForm(request, reply, asked, '/page/chance')
      const { chance, cash } = await chanceOf(service, reply, standingOf(service, asked))
      return send(reply, pieces({ 'chance-part': chance, 'cash-part': cash }))
    })

    /** A form without htmx: back to an address that carries the changes, or, for a case of one's own, the page at once. */
    async function afterForm(request: FastifyRequest, reply: FastifyReply, asked: Asked, address: string) {
      const standing = standingOf(service, asked)
      const link = linkOf(standing, standing.asked, address)
      return link === undefined ? await sendPage(request, reply, asked, address !== '/') : reply.redirect(link, 303)
    }

    async function sendPage(request: FastifyRequest, reply: FastifyReply, asked: Asked, withChance = false) {
      const standing = standingOf(service, asked)
      const { ready, title } = standing.saved
      const [rows, picture] = await Promise.all([orders.rows(service, reply, ready), pictureOf(service, reply, standing)])
      const chance = withChance ? await chanceOf(service, reply, standing) : undefined
      const shown = chance === undefined ? picture : { ...picture, cash: chance.cash }
      reply.code(standing.problems.length > 0 ? 422 : 200)
      return send(reply, shell(title, casePage(service.library, standing, rows, shown, chance?.chance), keepsKey(request)))
    }

    async function sendPieces(request: FastifyRequest, reply: FastifyReply, asked: Asked) {
      const standing = standingOf(service, asked)
      const rows = await orders.rows(service, reply, standing.saved.ready)
      const all = allRows(rows)
      const places = numbered(all)
      const states = Object.fromEntries(
        all.flatMap((row) => {
          const state = stateOf(row, standing).text
          return state === '' ? [] : [[`state-${places.get(row.path)}`, state]]
        }),
      )
      const said = notice(standing, rows).text
      // The last good picture stays where a value is not legal.
      if (standing.problems.length > 0) return send(reply.code(422), pieces({ ...states, notice: said }))
      const picture = await pictureOf(service, reply, standing)
      const link = linkOf(standing, standing.changes)
      const isNew =
        link !== undefined && request.headers['hx-moving'] === undefined && link !== addressOf(request.headers['hx-current-url'])
      if (isNew) reply.header('hx-push-url', link)
      const parts = Object.entries(picture).map(([name, text]) => [name === 'verdicts' || name === 'now' ? name : `${name}-part`, text])
      return send(
        reply,
        pieces({
          ...states,
          notice: said,
          changes: changesPart(standing).text,
          'taking-away': takingAway(standing).text,
          ...Object.fromEntries(parts),
        }),
      )
    }
  })
}

function isForm({ headers }: FastifyRequest): boolean {
  return (headers['content-type'] ?? '').toLowerCase().startsWith(formType)
}

function addressOf(url: string | string[] | undefined): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}

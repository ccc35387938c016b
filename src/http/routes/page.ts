import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { stringify } from 'yaml'
import { priceOfSimulation } from '../../answers/cost/price.ts'
import { type Ended, uncarried } from '../../answers/crew/carried.ts'
import { simulate } from '../../answers/simulate.ts'
import type { Simulation } from '../../answers/simulate-schema.ts'
import { usualSimulation } from '../../answers/simulation/asked.ts'
import { cookieOf } from '../access/cookie.ts'
import { keepsKey } from '../access/credential.ts'
import type { AccessSettings } from '../access/settings.ts'
import { goneSignal } from '../client-gone.ts'
import { formats, sendReport, sendWorkbook } from '../formats.ts'
import { askThreads, bookOf, postedAnswer, reportOf } from '../long-work.ts'
import { type Asked, askedByAddress, askedByForm, fieldsType, formFields } from '../page/asked.ts'
import { assetRoutes } from '../page/assets.ts'
import { Orders } from '../page/assumptions.ts'
import { changesPart } from '../page/changes.ts'
import { casePage, numbered, pieces } from '../page/content.ts'
import { allRows, stateOf } from '../page/form.ts'
import { notice } from '../page/notice.ts'
import type { Picture } from '../page/picture/picture.ts'
import { shell } from '../page/shell.ts'
import { linkOf, type Standing, standingOf } from '../page/standing.ts'
import { sendTrouble } from '../page/trouble.ts'
import { openedCase } from '../page/upload.ts'
import { HttpProblem } from '../problem.ts'
import type { Service } from '../service.ts'
import { formType } from '../upload-schemas.ts'

/** The page loads its style, script and htmx from here and nothing else; nothing in it is run or styled that stands in the page itself. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
/** Draws for the page: enough for a chance to the nearest per cent or so, and soon there. */
const draws = 4096
const hidden = { schema: { hide: true } }

/** GET and POST / and what the page asks for: pages for people, which the OpenAPI document leaves out. */
export async function pageRoutes(
  app: FastifyInstance,
  service: Service,
  { hstsSeconds }: Pick<AccessSettings, 'hstsSeconds'>,
): Promise<void> {
  await app.register(async (page) => {
    const orders = new Orders()
    // A case travels with its form, and every character of it may take three.
    const bodyLimit = 3 * service.limits.bodyBytes + 100_000
    page.addContentTypeParser(fieldsType, { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body))
    // Whoever is turned away at the door has not come to the hook below: the page that says so needs its style, and its form to be sent.
    page.setErrorHandler((error, request, reply) => sendTrouble(error, request, reply.header('content-security-policy', contentPolicy)))
    page.addHook('onRequest', async (_request, reply) => void reply.header('content-security-policy', contentPolicy))
    assetRoutes(page)

    page.get('/', hidden, async (request, reply) => await sendPage(request, reply, askedByAddress(request)))
    page.post('/', hidden, async (request, reply) => {
      if (isForm(request)) {
        const { raw } = await openedCase(request, reply, service)
        return await sendPage(request, reply, { own: JSON.stringify(raw), overrides: {} })
      }
      const asked = askedByForm(request)
      if (!isPiecemeal(request)) return await afterForm(request, reply, asked, '/')
      return await sendPieces(request, reply, asked)
    })
    page.get('/page/chance', hidden, async (request, reply) => await sendPage(request, reply, askedByAddress(request), true))
    page.post('/page/chance', hidden, async (request, reply) => {
      const asked = askedByForm(request)
      if (!isPiecemeal(request)) return await afterForm(request, reply, asked, '/page/chance')
      const standing = standingOf(service, asked)
      const { chance, cash } = await chanceOf(reply, standing)
      return send(reply, pieces({ 'chance-part': chance, 'cash-part': cash }))
    })
    page.get('/page/case.yaml', hidden, async (request, reply) => sendScenarioFile(reply, soundStanding(askedByAddress(request))))
    page.post('/page/download', hidden, async (request, reply) => {
      const standing = soundStanding(askedByForm(request))
      const as = formFields(request).get('as')
      if (as === 'yaml') return sendScenarioFile(reply, standing)
      if (as === 'xlsx') return sendWorkbook(request, reply, await bookOf(service, reply, standing.ready), 'cashable')
      if (as === 'html' || as === 'docx')
        return sendReport(request, reply, as, await reportOf(service, reply, { ready: standing.ready, form: as }), 'cashable')
      if (as !== 'csv') throw new HttpProblem('wrong-option', 'as: a download is yaml, xlsx, csv, html or docx.')
      const { text } = await postedAnswer(service, reply, standing.ready, { as: 'csv' }, [])
      reply.header('content-disposition', 'attachment; filename="cashable.csv"')
      return reply.type(`${formats.csv.mediaType}; charset=utf-8`).send(text)
    })
    page.post('/page/sign-in', hidden, async (request, reply) => {
      ofThisSite(request)
      const fields = formFields(request)
      const then = fields.get('next') ?? '/'
      const key = (fields.get('key') ?? '').trim()
      // A key is letters that a cookie may hold; anything else is none, and the page says so.
      reply.header('set-cookie', cookieOf(/^[\w-]{1,200}$/.test(key) ? key : 'unreadable', hstsSeconds > 0))
      return reply.redirect(/^\/(\?[!-~]*)?$/.test(then) ? then : '/', 303)
    })
    page.post('/page/sign-out', hidden, async (request, reply) => {
      ofThisSite(request)
      return reply.header('set-cookie', cookieOf('', hstsSeconds > 0)).redirect('/', 303)
    })

    // The browser's bar shows these addresses after a form, and a person may go there again.
    for (const address of ['/page/download', '/page/sign-in', '/page/sign-out'])
      page.get(address, hidden, async (_request, reply) => reply.redirect('/', 303))

    /** A form without htmx: back to an address that carries the changes, or, for a case of one's own, the page at once. */
    async function afterForm(request: FastifyRequest, reply: FastifyReply, asked: Asked, address: string) {
      const standing = standingOf(service, asked)
      const link = linkOf(standing, standing.asked, address)
      return link === undefined ? await sendPage(request, reply, asked, address !== '/') : reply.redirect(link, 303)
    }

    async function sendPage(request: FastifyRequest, reply: FastifyReply, asked: Asked, withChance = false) {
      const standing = standingOf(service, asked)
      const [rows, picture] = await Promise.all([orders.rows(service, reply, standing.saved.ready), pictureOf(reply, standing)])
      const chance = withChance ? await chanceOf(reply, standing) : undefined
      const shown = chance === undefined ? picture : { ...picture, cash: chance.cash }
      reply.code(standing.problems.length > 0 ? 422 : 200)
      return send(reply, shell(standing.saved.title, casePage(service.library, standing, rows, shown, chance?.chance), keepsKey(request)))
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
      const picture = await pictureOf(reply, standing)
      const link = linkOf(standing, standing.changes)
      const isNew =
        link !== undefined && request.headers['hx-moving'] === undefined && link !== addressOf(request.headers['hx-current-url'])
      if (isNew) reply.header('hx-push-url', link)
      const parts = Object.entries(picture).map(([name, text]) => [name === 'verdicts' || name === 'now' ? name : `${name}-part`, text])
      return send(reply, pieces({ ...states, notice: said, changes: changesPart(standing).text, ...Object.fromEntries(parts) }))
    }

    async function pictureOf(reply: FastifyReply, standing: Standing): Promise<Picture> {
      return (await askThreads(service, reply, 'pictureOf', pictured(standing))) as Picture
    }

    function pictured({ ready, saved, changes }: Standing) {
      const { model } = service
      return Object.keys(changes).length === 0 ? { ready, model } : { ready, saved: saved.ready, model }
    }

    async function chanceOf(reply: FastifyReply, standing: Standing): Promise<{ chance: string; cash: string }> {
      const { ready, saved, changes } = standing
      priceOfSimulation(ready, draws, false, service.limits)
      const gone = goneSignal(reply)
      const certain = Object.keys(changes).filter((path) => saved.ready.register.get(path)?.range !== undefined).length
      return await service.crew.take(gone, async (crew) => {
        const asked = { ...usualSimulation, draws, drivers: false }
        const simulation = (await simulate(ready, asked, { crew, model: service.model, signal: gone })) as Simulation
        return uncarried((await crew.run('chancePictureOf', { ...pictured(standing), simulation, certain })) as Ended) as {
          chance: string
          cash: string
        }
      })
    }

    /** Where a visit stands, with nothing wrong. Throws an HttpProblem with what is. */
    function soundStanding(asked: Asked): Standing {
      const standing = standingOf(service, asked)
      const [first] = standing.problems
      if (first === undefined) return standing
      throw new HttpProblem('not-a-case', first.message, { errors: standing.problems })
    }
  })
}

function sendScenarioFile(reply: FastifyReply, { saved, ready }: Standing) {
  const name = saved.scenario ?? 'case'
  reply.header('content-disposition', `attachment; filename="${name}.yaml"`).type('application/yaml; charset=utf-8')
  return reply.send(stringify(ready.raw, { lineWidth: 120 }))
}

function send(reply: FastifyReply, text: string) {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)
}

/** Holds a form to being sent from here: another site could else sign a visitor in with its key, or out. Throws an HttpProblem. Source: Fetch Metadata. */
function ofThisSite({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new HttpProblem('malformed-request', 'This form was sent from another site. Sign in or out on the page itself.')
}

function isPiecemeal({ headers }: FastifyRequest): boolean {
  return headers['hx-request'] === 'true'
}

function isForm({ headers }: FastifyRequest): boolean {
  return (headers['content-type'] ?? '').toLowerCase().startsWith(formType)
}

function addressOf(url: string | string[] | undefined): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}

import { readXlsx } from 'hucre/xlsx'
import t from 'tap'
import { postCase, service, smallest } from './service.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a workbook shows of a figure of the headline in its column of live values. */
async function shown(bytes: Buffer, label: string): Promise<unknown> {
  const { sheets } = await readXlsx(bytes)
  return sheets[0]?.rows.find((row) => row[0] === label)?.[1]
}

t.test('a posted case leaves as a workbook, by ?format= and by Accept', async (t) => {
  const app = await service(t)
  const byOption = await postCase(app, smallest, '?format=xlsx')
  t.equal(byOption.statusCode, 200)
  t.equal(byOption.headers['content-type'], workbookType)
  t.equal(byOption.headers['content-disposition'], 'attachment; filename="cashable.xlsx"')
  // The contract's smallest useful case.
  t.equal(await shown(byOption.rawPayload, 'Net cashable: net cash over the horizon'), 2568991.44)
  const byAccept = await app.inject({ method: 'POST', url: '/v1/appraise', headers: { accept: workbookType }, payload: smallest as object })
  t.same(byAccept.rawPayload, byOption.rawPayload)
})

t.test('a scenario as a workbook answers HEAD and If-None-Match, and takes new values', async (t) => {
  const app = await service(t)
  const url = '/v1/scenarios/minimal/appraise.xlsx'
  const response = await app.inject(url)
  const { etag } = response.headers
  t.match(etag, /^"[0-9a-f]{32}-[0-9a-f]{16}"$/)
  const head = await app.inject({ method: 'HEAD', url })
  t.same([head.statusCode, head.headers.etag, head.rawPayload.length], [200, etag, 0])
  t.equal((await app.inject({ url, headers: { 'if-none-match': String(etag) } })).statusCode, 304)
  // Twice the price of a place avoids twice as much: 4,068,991.44 at £1,500, less a penny or so of rounding at each posting.
  const dearer = await app.inject(`${url}?s.care.place.amount=3000`)
  const gross = Number(await shown(dearer.rawPayload, 'Gross cost avoided'))
  t.ok(Math.abs(gross - 2 * 4068991.44) <= 0.05, `${gross}`)
  t.equal((await app.inject(`${url}?set.years=0`)).json().code, 'not-a-case')
})

t.test('a workbook that is posted can be explained', async (t) => {
  const app = await service(t)
  const template = await app.inject('/v1/template.xlsx?scenario=minimal')
  const explained = await app.inject({
    method: 'POST',
    url: '/v1/explain?line=headline.netCashable',
    headers: { 'content-type': workbookType },
    payload: template.rawPayload,
  })
  t.equal(explained.statusCode, 200)
  t.equal(explained.json().value, '2568991.44')
})

import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { service } from '../http/service.ts'
import { noOffice } from '../libreoffice/start.ts'
import { calculated, imported } from './libreoffice.ts'

t.setTimeout(300_000)

/** A service that listens, and every request that it is sent. */
async function listening(t: {
  teardown: (work: () => unknown) => void
}): Promise<{ app: FastifyInstance; address: string; seen: string[] }> {
  const app = await service(t)
  const seen: string[] = []
  app.addHook('onRequest', async (request) => void seen.push(`${request.method} ${request.url}`))
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, address, seen }
}

const scenarios = ['minimal', 'la5-package', 'fdac-exits', 'urgent-saving', 'la3-pooled-budget', 'step-release-home']

t.test('cells of LibreOffice show what the API answers', { skip: noOffice }, async (t) => {
  const { app, address, seen } = await listening(t)
  const expected: string[] = []
  const formulas: string[] = []
  const hold = (formula: string, value: string) => {
    formulas.push(formula)
    expected.push(value)
  }
  for (const id of scenarios) {
    const at = `${address}/v1/scenarios/${id}`
    const { headline, years, demand } = (await app.inject(`/v1/scenarios/${id}/appraise.json`)).json()
    const [, second] = years
    hold(`=NUMBERVALUE(WEBSERVICE("${at}/value.txt?line=headline.netCashable");".")`, headline.netCashable)
    hold(`=NUMBERVALUE(WEBSERVICE("${at}/value.txt?line=financial.cumulative@${second.year}");".")`, second.cash.cumulative)
    const picked = (path: string) => `=NUMBERVALUE(FILTERXML(WEBSERVICE("${at}/appraise.xml");"${path}");".")`
    hold(picked('/answer/headline/grossAvoided'), headline.grossAvoided)
    hold(picked(`//year[@id='${second.year}']/position/gap`), second.position.gap)
    const [first] = demand
    hold(picked(`//demands/demand[@id='${first.id}']/years/year[@id='${second.year}']/entries`), first.years[1].entries)
  }
  seen.length = 0
  const cells = await calculated(formulas)
  for (const [at, formula] of formulas.entries()) {
    t.equal(cells[at]?.error, 0, formula)
    t.equal(cells[at]?.value, Number(expected[at]), formula)
  }
  const addresses = new Set(seen.map((each) => each.split(' ')[1]))
  t.equal(addresses.size, scenarios.length * 3, 'an address that five cells ask for is one')
  const counts = Object.fromEntries(
    ['OPTIONS', 'HEAD', 'GET'].map((method) => [method, seen.filter((each) => each.startsWith(method)).length]),
  )
  t.same(counts, { OPTIONS: addresses.size, HEAD: addresses.size, GET: addresses.size }, 'LibreOffice asks three times for each')
})

t.test('a change of an assumption in the address moves the cell as it moves the API', { skip: noOffice }, async (t) => {
  const { app, address } = await listening(t)
  const changes = ['s.fgc.warmUp.months=18', 's.care.place.amount=1800', 's.care.growth=0.03', 's.fgc.care.reduction=-0.1', 's.years=10']
  const url = (change: string) => `/v1/scenarios/minimal/value.txt?line=headline.netCashable&${change}`
  const cells = await calculated(changes.map((change) => `=NUMBERVALUE(WEBSERVICE("${address}${url(change)}");".")`))
  const values = await Promise.all(changes.map(async (change) => Number((await app.inject(url(change))).body)))
  t.same(
    cells.map(({ value }) => value),
    values,
  )
  t.equal(new Set(values).size, changes.length, 'and every change moves it')
})

t.test('a cell shows what is wrong where it asks for that, and fails where it does not', { skip: noOffice }, async (t) => {
  const { address } = await listening(t)
  const at = `${address}/v1/scenarios/minimal`
  const [text, sum, plain, xml, none] = await calculated([
    `=WEBSERVICE("${at}/value.txt?line=headline.cost&s.years=99&onError=text")`,
    '=[.A1]+1',
    `=WEBSERVICE("${at}/value.txt?line=headline.cost&s.years=99")`,
    `=FILTERXML(WEBSERVICE("${at}/appraise.xml?s.title=%3Cb%3E&s.years=99&onError=text");"/answer/error")`,
    `=FILTERXML(WEBSERVICE("${at}/appraise.xml?s.years=99&onError=text");"//headline/cost")`,
  ])
  t.match(text?.text, /^#ERROR years: 99 is above/)
  t.not(sum?.error, 0, 'a sum over a problem fails and is not 1')
  t.not(plain?.error, 0)
  t.match(xml?.text, /^#ERROR .*years/)
  t.not(none?.error, 0)
})

t.test('titles from the library reach a cell as they are, whatever is in them', { skip: noOffice }, async (t) => {
  const { address } = await listening(t)
  const titles = ['Tom & “Jerry” <b>', '£1,500 – 漢字 🙂', '=1+1', "]]> &amp; 'x'"]
  const at = `${address}/v1/scenarios/minimal/appraise.xml?only=headline&s.title=`
  const cells = await calculated(titles.map((title) => `=FILTERXML(WEBSERVICE("${at}${encodeURIComponent(title)}");"/answer/title")`))
  t.same(
    cells.map(({ text }) => text),
    titles,
  )
})

t.test('the CSV comes into LibreOffice with numbers as numbers and every text as text', { skip: noOffice }, async (t) => {
  const app = await service(t)
  const title = '=HYPERLINK("http://x","y")'
  const query = `s.title=${encodeURIComponent(title)}&s.fgc.title=%2B1&s.fgc.team.amount=900000`
  const { body } = await app.inject(`/v1/scenarios/minimal/appraise.csv?${query}`)
  const rows = await imported(body)
  const { headline, years } = (await app.inject(`/v1/scenarios/minimal/appraise.json?numbers=json&${query}`)).json()
  const cellOf = (owner: string, line: string, year?: string) => {
    const is = (at: number, text: string, row: readonly unknown[]) => (row[at] as { text?: string } | undefined)?.text === text
    const row = rows.find((each) => is(1, owner, each) && is(2, line, each) && (year === undefined || is(4, year, each)))
    return row?.[6]
  }
  for (const name of ['grossAvoided', 'netCashable', 'npv', 'bcr'] as const)
    t.equal(Number(numberIn(cellOf('headline', name))), headline[name], name)
  t.ok(headline.netCashable < 0, 'one of them is negative')
  for (const { year, cash } of years) t.equal(Number(numberIn(cellOf('financial', 'net', year))), cash.net, year)
  t.match(cellOf('case', 'title'), { text: `'${title}` })
  t.match(cellOf('interventions.fgc', 'title'), { text: "'+1" })
})

function numberIn(cell: unknown): string {
  return (cell as { number?: string } | undefined)?.number ?? 'no number'
}

import { readXlsx } from 'hucre/xlsx'
import t from 'tap'
import { model, service } from '../http/service.ts'

/* Every answer names what it takes to get it again: the program, the method, the built-in figures, the case, and what was asked. */

const base = '/v1/scenarios/la5-package'
const care = 'demand.care-10-17.growth'

t.test('every JSON answer names its model and its case, and overrides are in the case', async (t) => {
  const app = await service(t)
  const { caseHash } = (await app.inject(`${base}/appraise.json?set.${care}=0`)).json()
  const questions = ['explain?line=headline.npv', `explain?line=${care}`, 'simulate?draws=200', 'sensitivity?measure=npv', 'compare']
  const more = ['break-even?path=fft.care-10-17.reduction&measure=npv', 'choose?measure=npv&draws=1000']
  for (const question of [...questions, ...more]) {
    const response = await app.inject(`${base}/${question}${question.includes('?') ? '&' : '?'}set.${care}=0`)
    t.equal(response.statusCode, 200, `${question} ${response.statusCode === 200 ? '' : response.body}`)
    t.same(response.json().model, model, question)
    t.equal(response.json().caseHash, caseHash, question)
  }
  const central = (await app.inject(`${base}/appraise.json`)).json()
  t.match(central.caseHash, /^[0-9a-f]{64}$/)
  t.not(central.caseHash, caseHash, 'another value is another case')
})

t.test('what was asked is in the answer', async (t) => {
  const app = await service(t)
  const of = async (question: string) => (await app.inject(`${base}/${question}`)).json()
  t.same((await of('simulate?draws=200&seed=x&sampling=latin-hypercube&measure=npv&drivers=no')).simulation, {
    draws: 200,
    seed: 'x',
    sampling: 'latin-hypercube',
    measure: 'headline.npv',
    drivers: 'no',
  })
  const [one, other] = [await of('simulate?draws=200'), await of('simulate?draws=200&drivers=no')]
  t.same([one.simulation.drivers, other.simulation.drivers], ['yes', 'no'])
  t.match((await of('sensitivity?measure=npv')).measure, { id: 'headline.npv' })
  t.match((await of('choose?measure=npv&draws=1000&seed=x&budget=1000000&budgetOn=cost')).asked, {
    ...{ measure: { id: 'headline.npv' }, budgetBasis: 'cost', budget: '1000000.00', draws: 1000, seed: 'x' },
  })
})

t.test('so do the forms for spreadsheets', async (t) => {
  const app = await service(t)
  const answer = (await app.inject(`${base}/appraise.json`)).json()
  const told = [model.version, model.method, model.referenceData, model.commit, answer.caseHash, answer.resultHash]
  const csv = (await app.inject(`${base}/appraise.csv`)).body
  const xml = (await app.inject(`${base}/appraise.xml`)).body
  for (const each of told) t.ok(csv.includes(`${each}\r\n`) && xml.includes(`>${each}<`), each)
  const { sheets } = await readXlsx((await app.inject(`${base}/appraise.xlsx`)).rawPayload)
  const cells =
    sheets
      .find(({ name }) => name === 'Checks')
      ?.rows.flat()
      .map(String) ?? []
  for (const each of [`cashable ${model.version}`, ...told.slice(1)]) t.ok(cells.includes(each), each)
  const headers = { 'content-type': 'text/csv' }
  const batch = await app.inject({ method: 'POST', url: '/v1/batch', headers, payload: 'scenario\nla5-package\nnone\n' })
  const [heading = '', row = '', without = ''] = batch.body.split('\r\n')
  t.match(heading, /caseHash,resultHash,model,warnings,error$/)
  t.ok(row.includes(`${answer.caseHash},${answer.resultHash},"cashable 0.0.0, method 1, figures 2026-11, commit test",`))
  t.match(without, /^2,none,+There is no scenario|^2,none,+"There is no scenario/)
})

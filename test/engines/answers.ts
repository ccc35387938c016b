import { createHash } from 'node:crypto'
import { buildApp } from '../../src/http/app.ts'
import { presentInputs } from '../golden/inputs.ts'
import { model, scenarios } from '../http/service.ts'

/*
 * Asks the service, as it is built in production, all that can be asked of an answer, and writes one line a question: the status, the SHA-256
 * of the bytes that came, and the question. A test runs this on two engines and compares what they write.
 */

const app = await buildApp({ model, scenarios })
const told = (status: number, bytes: Uint8Array, question: string) =>
  console.log(`${status} ${createHash('sha256').update(bytes).digest('hex')} ${question}`)

for (const { name, given } of presentInputs()) {
  const headers = { 'content-type': 'application/json' }
  const response = await app.inject({ method: 'POST', url: '/v1/appraise', headers, payload: JSON.stringify(given) })
  told(response.statusCode, response.rawPayload, `appraise ${name}`)
}

const library = (await app.inject('/v1/scenarios')).json().scenarios as { id: string }[]
const ofEach = library.flatMap(({ id }) => [
  ...['csv', 'xml', 'xlsx'].map((form) => `${id}/appraise.${form}`),
  ...['why.cashable', 'headline.npv', 'headline.peakFunding', 'financial.cumulative'].map((line) => `${id}/explain?line=${line}`),
  ...['random', 'latin-hypercube'].map((sampling) => `${id}/simulate?draws=1500&seed=engines&sampling=${sampling}`),
  `${id}/sensitivity?measure=netCashable`,
  `${id}/compare`,
])
const ofSome = [
  'la4-conferencing/break-even?path=fgc.care.reduction&measure=netCashable',
  'la5-package/choose?measure=npv&budget=1500000&budgetOn=peakFunding&draws=1000&seed=engines',
]
for (const address of [...ofEach, ...ofSome]) {
  const response = await app.inject(`/v1/scenarios/${address}`)
  told(response.statusCode, response.rawPayload, address)
}
await app.close()

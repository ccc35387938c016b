import { createHash } from 'node:crypto'
import { buildApp } from '../../src/http/app.ts'
import { model, scenarios } from '../http/service.ts'

/*
 * Asks the service, as it is built in production, everything that an answer can be asked for, and writes one line a question: the SHA-256 of the
 * bytes that came, and the address. A test runs this on two engines and compares what they write.
 */

const app = await buildApp({ model, scenarios })
const library = (await app.inject('/v1/scenarios')).json().scenarios as { id: string; variants: { id: string }[] }[]

const ofEach = library.flatMap(({ id, variants }) => [
  ...['appraise.json', 'appraise.csv', 'appraise.xml', 'appraise.xlsx'].map((form) => `${id}/${form}`),
  ...variants.map((variant) => `${id}/appraise.json?variant=${variant.id}`),
  ...['why.cashable', 'headline.npv', 'headline.peakFunding', 'financial.cumulative'].map((line) => `${id}/explain?line=${line}`),
  `${id}/appraise.json?numbers=json`,
  ...['random', 'latin'].map((sampling) => `${id}/simulate?draws=1500&seed=engines&sampling=${sampling}`),
  `${id}/sensitivity?measure=netCashable`,
  `${id}/compare`,
])
const ofSome = [
  'la4-conferencing/break-even?path=fgc.care.reduction&measure=netCashable',
  'la5-package/choose?measure=npv&budget=1500000&budgetOn=peakFunding&draws=1000&seed=engines',
]
for (const address of [...ofEach, ...ofSome]) {
  const response = await app.inject(`/v1/scenarios/${address}`)
  const hash = createHash('sha256').update(response.rawPayload).digest('hex')
  console.log(`${response.statusCode} ${hash} ${address}`)
}
await app.close()

import t from 'tap'
import { service } from '../http/service.ts'

/*
 * Every figure of the page is the figure that the API gives for its line. How it is written is worked out here, from the decimal text of the API, by
 * hand: half away from zero.
 */

const cases = [
  '/?scenario=la5-package',
  '/?scenario=la5-package&set.interventions.fft.included=false&set.demand.care-10-17.growth=0',
  '/?scenario=minimal',
  '/?scenario=minimal&set.interventions.fgc.effects.care.reduction=0.25&set.interventions.fgc.referrals.perMonth=12',
  '/?scenario=step-release-home',
  '/?scenario=fdac-exits',
  '/?scenario=la1-pause-refused',
  '/?scenario=parenting-savings-elsewhere',
  '/?scenario=three-claims&set.prices.inflation=0.04',
  '/?scenario=urgent-saving',
]

t.test('every figure of the page is that of the API for its line', async (t) => {
  const app = await service(t)
  for (const address of cases) {
    const page = await app.inject(address)
    t.equal(page.statusCode, 200, address)
    const found = [...page.body.matchAll(/<data class="figure" value="[^"]*" data-line="([^"]+)">([^<]*)<\/data>/g)]
    const figures = new Map(found.map(([, line = '', text = '']) => [`${line} ${text}`, { line, text }]))
    t.ok(figures.size > 30, `${figures.size} figures`)
    const scenario = /scenario=([^&]+)/.exec(address)?.[1]
    const set = address.split('&').slice(1).join('&')
    const differing: string[] = []
    for (const { line, text } of figures.values()) {
      const value = (await app.inject(`/v1/scenarios/${scenario}/value.txt?line=${line}&${set}`)).body
      // In a sentence a loss is told as an amount; the figure with its sign then stands elsewhere on the page.
      const isTold = agree(`−${text}`, value) && figures.has(`${line} −${text}`)
      if (!agree(text, value) && !isTold) differing.push(`${line}: the page has ${text}, the API ${value}`)
    }
    t.same(differing, [], address)
  }
})

const months = 'January February March April May June July August September October November December'.split(' ')

/** Whether a text of the page is the API's decimal, rounded to the places that the text has, or its month in words. */
function agree(text: string, value: string): boolean {
  if (value === 'none') return !/[0-9]/.test(text)
  if (/^\d{4}-\d{2}$/.test(value)) return text === `${months[Number(value.slice(5)) - 1]} ${value.slice(0, 4)}`
  // A sentence names the grants rather than their amount.
  if (!/[0-9]/.test(text)) return text === 'grants' && Number(value) !== 0
  const bare = text.replace('−', '-').replace(/[£,]/g, '')
  return bare === roundedBy(value, bare.split('.')[1]?.length ?? 0)
}

/** A decimal text to so many places, half away from zero, on whole numbers. */
function roundedBy(value: string, places: number): string {
  const [whole = '', part = ''] = value.replace('-', '').split('.')
  const digits = BigInt(whole + part.padEnd(places + 1, '0').slice(0, places + 1))
  const rounded = String((digits + 5n) / 10n).padStart(places + 1, '0')
  const text = places === 0 ? rounded : `${rounded.slice(0, -places)}.${rounded.slice(-places)}`
  return value.startsWith('-') && /[1-9]/.test(text) ? `-${text}` : text
}

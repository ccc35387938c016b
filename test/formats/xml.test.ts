import { spawnSync } from 'node:child_process'
import t from 'tap'
import { appraise } from '../../src/answers/appraise.ts'
import { WrittenMethods } from '../../src/answers/structure.ts'
import { completeCase } from '../../src/case/read-case.ts'
import { rendered, type Unrendered } from '../../src/formats/json.ts'
import { answerXml, errorXml, usualXmlParts, xmlParts } from '../../src/formats/xml.ts'
import { xmlText } from '../../src/formats/xml-text.ts'
import { referenceCase } from '../bench/reference-case.ts'
import { smallest } from '../http/service.ts'

const model = { name: 'cashable', version: 'test', method: '1', referenceData: 'test', commit: 'test' }
const answerTo = (given: unknown) => appraise(completeCase(given), { model, methods: new WrittenMethods() })
const skip = spawnSync('python3', ['--version']).status === 0 ? false : 'there is no python3 to read XML with'

/** Reads XML with another reader, which refuses what is not well-formed, and gives what these XPaths find. */
function found(xml: string, paths: readonly string[]): string[][] {
  const python = `
import sys, json
from xml.etree import ElementTree
given = json.load(sys.stdin)
root = ElementTree.fromstring(given['xml'])
print(json.dumps([[each.text or '' for each in root.findall(path)] for path in given['paths']]))`
  const { stdout, stderr, status } = spawnSync('python3', ['-c', python], { input: JSON.stringify({ xml, paths }), encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as string[][]
}

t.test('figures are where the guide says, as the JSON answer has them', { skip }, async (t) => {
  const answer = answerTo(referenceCase)
  const json = rendered(answer as unknown as Unrendered) as {
    headline: Record<string, string> & { entriesAvoided: Record<string, string> }
    years: { year: string; cash: Record<string, string>; position: Record<string, string>; real: Record<string, string> }[]
    economic: { fiscal: { npv: string }; public: { bcr: string } }
    interventions: { id: string; years: { avoided: Record<string, string> }[]; costPerEntryAvoided: Record<string, string | null> }[]
    demand: { id: string; years: Record<string, string>[]; lines: { id: string; cash: Record<string, string> }[] }[]
  }
  const expected: [string, string | null | undefined][] = [
    ['headline/netCashable', json.headline.netCashable],
    ["headline/entriesAvoided/demand[@id='plans']", json.headline.entriesAvoided.plans],
    ...json.years.flatMap(({ year, cash, position, real }): [string, string | undefined][] => [
      [`.//year[@id='${year}']/cash/cashable`, cash.cashable],
      [`.//year[@id='${year}']/position/gap`, position.gap],
      [`.//year[@id='${year}']/real/discountFactor`, real.discountFactor],
    ]),
    ['economic/fiscal/npv', json.economic.fiscal.npv],
    ['economic/public/bcr', json.economic.public.bcr],
    ["interventions/intervention[@id='fgc']/years/year[3]/avoided/demand[@id='care']", json.interventions[0]?.years[2]?.avoided.care],
    ["interventions/intervention[@id='fft']/costPerEntryAvoided/demand[@id='plans']", json.interventions[1]?.costPerEntryAvoided.plans],
    ["demands/demand[@id='care']/years/year[@id='2027-28']/stockWithPackage", json.demand[0]?.years[1]?.stockWithPackage],
    ["demands/demand[@id='care']/lines/line[@id='homes']/cash/notYetReleased", json.demand[0]?.lines[1]?.cash.notYetReleased],
  ]
  const got = found(
    answerXml(answer),
    expected.map(([path]) => path),
  )
  for (const [at, [path, value]] of expected.entries()) t.same(got[at], [value ?? ''], path)
})

t.test('it is well-formed whatever is in the texts, and says them again', { skip }, async (t) => {
  const titles = ['a<b>&"c"\'d\'', ']]>', '£ é 漢 🙂', 'two\nlines\tand a tab', '<!ENTITY x "y">', '&amp;', '=1+1', '-- -->']
  for (const title of titles) {
    const [got] = found(answerXml(answerTo({ ...smallest, title })), ['title'])
    t.same(got, [title], JSON.stringify(title))
  }
  const hostile = [...Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)), '\ud800 \udfff \ufffe \uffff \u{10ffff}'].join(
    '',
  )
  const text = xmlText({ name: 'a', attributes: { b: hostile }, content: hostile })
  t.match(text, /^[ -~]*$/, 'every character is plain ASCII')
  const [[inside = ''] = []] = found(`<r>${text}</r>`, ['a'])
  const lost = (code: number) =>
    (code < 32 && ![9, 10, 13].includes(code)) || (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff
  const shown = [...hostile].map((character) => (lost(character.codePointAt(0) ?? 0) ? '\ufffd' : character)).join('')
  t.equal(inside, shown, 'what XML cannot hold is shown as lost, and the rest is there')
})

t.test('there is no namespace, no declaration, and nothing between elements', async (t) => {
  const text = answerXml(answerTo(smallest))
  t.ok(text.startsWith('<answer><'))
  t.notMatch(text, /xmlns|<\?xml|>\s+</)
  t.notMatch(text, /[^ -~]/)
})

t.test('what the answer does not give is an empty element', async (t) => {
  const free = answerXml(answerTo({ ...smallest, interventions: [] }), ['headline'])
  t.match(free, '<paybackMonth/>')
  t.match(free, '<bcr/>')
})

t.test('parts come as they are asked for; the usual ones of a five-year case fit into a cell', async (t) => {
  const answer = answerTo(referenceCase)
  t.match(answerXml(answer, ['headline']), /<\/headline><\/answer>$/)
  t.notMatch(answerXml(answer, ['headline']), '<years>')
  t.same(
    xmlParts.filter((part) => !usualXmlParts.includes(part)),
    ['assumptions'],
  )
  t.ok(answerXml(answer).length < 32_767, `${answerXml(answer).length} characters`)
  // 30 years, every amount as long as it can be, is still a headline that fits.
  t.ok(answerXml(answerTo({ ...referenceCase, years: 30, funding: [] }), ['headline']).length < 2000)
})

t.test('a problem takes the place of the answer', async (t) => {
  t.equal(errorXml('not-a-case', '#ERROR a < b'), '<answer><error code="not-a-case">#ERROR a &#60; b</error></answer>')
})

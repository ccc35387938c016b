import { parseHTML } from 'linkedom'
import t from 'tap'
import { reportHtml } from '../../../src/formats/report/html.ts'
import { fgc, made, madeOf, smallest } from './papers.ts'

const attack = `</title><script>alert(1)</script><img src=x onerror=alert(2)> "quoted" 'single' &amp;`

t.test('texts of a case are written as texts, whatever they hold', async (t) => {
  const hostile = {
    ...smallest,
    title: attack,
    body: 'council',
    interventions: [
      {
        ...fgc,
        title: `<b onmouseover="x">${fgc.id}</b>`,
        costs: [{ ...fgc.costs[0], title: '<svg onload=alert(3)>', note: '<a href="https://example.org/">out</a>' }],
      },
    ],
  }
  const html = reportHtml((await made(hostile)).document)
  const { document } = parseHTML(html)
  t.equal(document.querySelectorAll('script, img, iframe, object, embed, link, base, form, b').length, 0)
  for (const element of document.querySelectorAll('*')) {
    t.notOk(
      [...element.attributes].some(({ name }) => /^on|^style$/i.test(name)),
      element.tagName,
    )
  }
  t.equal(document.title.includes('<script>alert(1)</script>'), true, 'as a text')
  t.notMatch(html, /(?!\n)\p{Cc}/u)
  t.ok(html.isWellFormed())
})

t.test('nothing comes from elsewhere, and the page says what it is to those who do not see it', async (t) => {
  const html = reportHtml((await madeOf('la5-package')).document)
  const { document } = parseHTML(html)
  t.equal(document.querySelectorAll('style').length, 1)
  t.equal(document.querySelectorAll('script, link, iframe, img[src], [src], [background]').length, 0)
  t.notMatch(document.querySelector('style')?.textContent ?? '', /@import|url\(/)
  const outward = [...document.querySelectorAll('[href]')]
    .map((each) => each.getAttribute('href') ?? '')
    .filter((href) => !href.startsWith('#'))
  t.same(outward, [], 'every link is inside the page')
  t.equal(document.documentElement.getAttribute('lang'), 'en-GB')
  t.equal(document.querySelectorAll('h1').length, 1)
  const levels = [...document.querySelectorAll('main h2, main h3, main h4')].map(({ tagName }) => Number(tagName.slice(1)))
  t.ok(
    levels.every((level, place) => place === 0 || level - (levels[place - 1] as number) <= 1),
    'no level of heading is left out',
  )
  const tables = [...document.querySelectorAll('table')]
  t.ok(tables.length > 20)
  for (const table of tables) {
    t.ok((table.querySelector('caption')?.textContent ?? '').length > 3)
    t.ok([...table.querySelectorAll('thead th')].every((cell) => cell.getAttribute('scope') === 'col'))
    for (const row of table.querySelectorAll('tbody tr')) {
      const scope = row.querySelector('th')?.getAttribute('scope')
      // The row that names a group stands first in a body of its own.
      const isGroup = row.parentElement?.querySelector('tr') === row && row.getAttribute('class') === 'group'
      t.equal(scope, isGroup ? 'rowgroup' : 'row')
    }
  }
  for (const figure of document.querySelectorAll('figure')) {
    t.ok(figure.querySelector('figcaption'))
    t.equal(figure.querySelector('svg')?.getAttribute('role'), 'img')
  }
})

t.test('the same case gives the same bytes', async (t) => {
  t.equal(reportHtml((await made(smallest)).document), reportHtml((await made(smallest)).document))
})

import t from 'tap'
import { reportDocx } from '../../../src/formats/report/docx.ts'
import { type Part, partsOf, unpacked } from '../../../src/tables/zip-bounds.ts'
import { made, madeOf, smallest } from './papers.ts'

t.test('the same case gives the same bytes, whatever was written before it', async (t) => {
  const { document } = await made(smallest)
  const first = Buffer.from(await reportDocx(document))
  await reportDocx((await madeOf('la5-package')).document)
  t.ok(first.equals(Buffer.from(await reportDocx((await made(smallest)).document))))
})

t.test('the document is in British English, its links lead somewhere, and tables have header rows', async (t) => {
  for (const { document } of [await made(smallest), await madeOf('la5-package')]) {
    const bytes = Buffer.from(await reportDocx(document))
    const parts = new Map(partsOf(bytes).map((part) => [part.name, part]))
    const read = (name: string) => unpacked(bytes, parts.get(name) as Part).toString('utf8')
    const [body, styles] = [read('word/document.xml'), read('word/styles.xml')]
    t.match(styles, /<w:docDefaults>.*<w:lang [^>]*w:val="en-GB"/s)
    t.notMatch(styles + body, /<w:lang [^>]*w:val="(?!en-GB)/)

    const marks = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name = '']) => name)
    t.equal(new Set(marks).size, marks.length, 'no two bookmarks of one name')
    const anchors = [...body.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, name = '']) => name)
    t.ok(anchors.length > 20, `${anchors.length} links`)
    t.same(
      anchors.filter((anchor) => !marks.includes(anchor)),
      [],
    )
    const headings = document.blocks.flatMap((block) => (block.is === 'heading' && block.level === 2 ? [block.text] : []))
    const contents = body.slice(body.indexOf('Contents: '), body.indexOf('</w:p>', body.indexOf('Contents: ')))
    t.equal(contents.match(/<w:hyperlink /g)?.length, headings.length, 'each part is in the contents')
    // Of each table the first row alone is a header row.
    const tables = body.split('<w:tbl>').slice(1)
    const headed = tables.filter((table) => table.slice(0, table.indexOf('</w:tr>')).includes('<w:tblHeader'))
    const captioned = document.blocks.filter(({ is }) => is === 'table').length
    t.equal(headed.length, captioned, 'every table of the paper; the verdicts beside each other have no header')
    for (const table of tables) t.ok((table.match(/<w:tblHeader/g) ?? []).length <= 1)
  }
})

import t from 'tap'
import { reportDocx } from '../../../src/formats/report/docx.ts'
import { made, madeOf, smallest } from './papers.ts'

t.test('the same case gives the same bytes, whatever was written before it', async (t) => {
  const { document } = await made(smallest)
  const first = Buffer.from(await reportDocx(document))
  await reportDocx((await madeOf('la5-package')).document)
  t.ok(first.equals(Buffer.from(await reportDocx((await made(smallest)).document))))
})

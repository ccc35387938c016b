import t from 'tap'
import { plain } from '../../../src/formats/sentences/sentence.ts'
import { care, fgc, type Made, made, madeOf, saidIn, smallest, statesIn } from './papers.ts'

/*
 * What a committee reads first. The smallest useful case has no growth and no inflation, a plan for its one cost line, and a team at £300,000 a
 * year over five years: £1,500,000.
 */

const withReduction = (reduction: unknown) => ({ ...smallest, interventions: [{ ...fgc, effects: [{ ...fgc.effects[0], reduction }] }] })

/** The rows of the first table whose caption begins so, as texts; nothing where there is none. */
function rowsOf({ document }: Made, caption: string): string[][] | undefined {
  const found = document.blocks.find((block) => block.is === 'table' && block.table.caption.startsWith(caption))
  return found?.is === 'table' ? found.table.rows.map(({ cells }) => cells.map(plain)) : undefined
}

t.test('the years stand across, at most six of them, and add up to the total', async (t) => {
  const rows = rowsOf(await made(smallest), 'Cash by year, £') ?? []
  t.same(rows[2], ['less: Cost', ...Array(5).fill('300,000'), '1,500,000'], 'five years of the team')
  t.same(rows[1], ['Grants', ...Array(6).fill('0')])
  // The contract's smallest useful case.
  t.equal(rows[0]?.at(-1), '4,068,991')
  t.equal(rows[3]?.at(-1), '2,568,991')
  const long = await made({ ...smallest, years: 8 })
  const first = rowsOf(long, 'Cash by year, £, the first 6 of 8 years') ?? []
  t.same(first[2], ['less: Cost', ...Array(6).fill('300,000')], 'no total of a part')
  t.equal(rowsOf(await madeOf('la2-redeployed-neglect'), 'Cash by year'), undefined, 'nothing where no cash moves')
})

t.test('a paper without ranges says that it cannot tell how likely it is', async (t) => {
  t.match(saidIn((await made(smallest)).document), 'How likely this is cannot be said, because no assumption has a range.')
})

t.test('a verdict that most draws contradict is said aloud, and one that they bear out is not', async (t) => {
  // At 19.2% off the risk the case is £2,568,991 up; what is avoided goes with the effect, so it takes 1,500,000 / 4,068,991 of 19.2%, 7.1%, to break
  // even. Of draws spread evenly from −60% to 20% only those above 7.1% do: (20 − 7.1) / 80, some 16%.
  const unlikely = await made(withReduction({ central: '0.192', low: '-0.6', high: '0.2', shape: 'uniform' }))
  const [cash, worth] = statesIn(unlikely.document).filter((state) => state.startsWith('At the central values'))
  t.match(
    cash ?? '',
    /^At the central values the package pays for itself in cash, but in most draws of the ranges it does not: net cashable is/,
  )
  t.match(
    worth ?? '',
    /^At the central values the package is worth doing, but in most draws of the ranges it is not: the net present value is/,
  )
  const share = Number(/in ([0-9.]+)% of the draws/.exec(cash ?? '')?.[1])
  t.ok(Math.abs(share - 16.1) < 1.6, `${share}% is within three standard errors of 16.1%`)
  // From 15% to 22% every draw pays.
  const sure = await made(withReduction({ central: '0.192', low: '0.15', high: '0.22', shape: 'uniform' }))
  t.notMatch(statesIn(sure.document).join('\n'), /At the central values/)
  t.match(saidIn(sure.document), /Over the ranges of its assumptions, net cashable is nil or better in 100% of the draws/)
})

t.test('whose decisions the cash rests on; nobody’s where there is no cash', async (t) => {
  t.match(
    saidIn((await made(smallest)).document),
    'What is cash rests on 1 decision to take money out of a budget, to be made by: head of placements.',
  )
  t.notMatch(saidIn((await made(withReduction('-0.192'))).document), /What is cash rests on/)
})

t.test('harm is said as harm: spending is added, and fixed cost is not avoided', async (t) => {
  const fixed = [{ ...care.costs[0], variable: '0.8' }]
  const harm = { ...withReduction('-0.192'), demand: [{ ...care, costs: fixed }] }
  const said = saidIn((await made(harm)).document)
  // Four fifths of £4,068,991.44 is £3,255,193.15, and the team's £1,500,000 beside it.
  t.match(
    said,
    'Over the horizon there are £1,500,000 of cost and £3,255,193 of added spending on the demands, and nothing against them: net −£4,755,193.',
  )
  t.match(said, /Fixed cost of £[\d,]+ in present value would be added on paper and is not, because it does not rise with numbers/)
  t.notMatch(said, 'Fixed cost of −')
})

t.test('a switching value is rounded to four digits, not cut off', async (t) => {
  // £1,500 a week earns £4,068,991.44, so £1,500,000 is earned by 1,500 × 1,500,000 / 4,068,991.44 = £552.9625… a week.
  const rows = rowsOf(await made(smallest), 'The value of one assumption') ?? []
  t.same(rows[0]?.slice(0, 4), ['place, care: unit cost', '1,500', 'pounds a week', '553'])
  // 1,500,000 / 4,068,991.44 = 0.36864…
  t.equal(rows.find(([name]) => name === 'fgc: children in each family referred')?.[3], '0.3686')
})

t.test('sentences of the ladder are in whole pounds as all others are, and the explanation stays exact', async (t) => {
  const { paper, document } = await madeOf('la5-package')
  const at = document.blocks.findIndex((block) => block.is === 'heading' && block.id === 'moves')
  const end = document.blocks.findIndex((block, place) => place > at && block.is === 'heading' && block.level === 2)
  const said = saidIn({ ...document, blocks: document.blocks.slice(at, end) })
  t.match(said, /£\d{1,3}(,\d{3})+/)
  t.notMatch(said, /£[\d,]+\.\d/)
  const amount = /^£([\d,]+) is taken by growth/.exec(paper.why.find(({ rung }) => rung === 'absorbed')?.sentence ?? '')?.[1]
  const absorbed = document.blocks
    .flatMap((block) => (block.is === 'table' ? block.table.rows : []))
    .find(({ cells }) => plain(cells[0] ?? []).startsWith('less: ') && plain(cells[1] ?? []) === amount)
  t.ok(absorbed, 'the pounds of a sentence are those of the table')
  t.match(paper.explanationOf('financial.absorbed').inShort, /£[\d,]+\.\d\d/)
})

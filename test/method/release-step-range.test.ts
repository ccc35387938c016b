import t from 'tap'
import { avoidingPlaces, figuresOf, line, plannedLine } from '../cases-for-tests.ts'

/*
 * Found by comparison with the independent implementation: a step given as a range whose central value is 0 released nothing at all,
 * because 0 ÷ 0 is 0. A step of 0 lets places go one at a time and in any part.
 */
t.test('a step whose range has 0 at its centre releases in any part, one that has 4 only whole homes', async (t) => {
  const released = (step: string) => {
    const release = { action: 'close the home', owner: 'head of placements', step: { central: step, low: '0', high: '5' } }
    const planned = { ...plannedLine(), release }
    return line(figuresOf(avoidingPlaces([3, 7.5, 2], {}, { costs: [planned] })), `demand.care.costs.${planned.id}.releasedPlaces`).slice(
      0,
      3,
    )
  }
  t.same(released('0'), ['3', '7.5', '2'])
  t.same(released('4'), ['0', '4', '0'])
})

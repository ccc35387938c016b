import t from 'tap'
import { withoutListNames } from '../../src/case/list-names.ts'

t.test('a path at its shortest names no list but at its end', async (t) => {
  for (const [path, short] of [
    ['demand.care.costs.place.amount', 'care.place.amount'],
    ['interventions.fft.effects.care.reduction', 'fft.care.reduction'],
    ['interventions.fft.savings.agency.amount', 'fft.agency.amount'],
    ['funding.dfe.byYear.2026-27', 'dfe.byYear.2026-27'],
    ['interventions.fft.costs', 'fft.costs'],
    ['demand', 'demand'],
    ['prices.inflation', 'prices.inflation'],
    ['correlations.0.between.1', 'correlations.0.between.1'],
  ] as const)
    t.equal(withoutListNames(path), short)
})

import { Figures } from '../../src/answers/figures.ts'
import { appraisal } from '../../src/method/appraisal.ts'
import { type Case, ready } from '../cases-for-tests.ts'
import { property, so } from './property.ts'
import { anyCase } from './random-cases.ts'

/*
 * An intervention switched off by its node is one that is left out of the package: every figure of the headline and of every year is the
 * same, to the penny, as where the case itself says `included: false`.
 */

property(
  'an intervention switched off is an intervention left out',
  anyCase,
  (given) => {
    for (const off of given.interventions ?? []) {
      const { case: complete, register } = ready({ ...given, funding: [] } as Case)
      const path = `interventions.${off.id}.included`
      const switched = new Map(register).set(path, { path, value: 'false', unit: 'choice', origin: 'supplied' })
      const here = new Figures(
        complete,
        switched,
        appraisal(complete, switched, () => true, true),
      )
      const interventions = given.interventions?.map((each) => (each.id === off.id ? { ...each, included: false } : each))
      const left = ready({ ...given, funding: [], interventions } as Case)
      const there = new Figures(left.case, left.register, appraisal(left.case, left.register))
      for (const line of there.method.book.lines.values()) {
        if (!/^(headline|financial|position|economic|demand\.[^.]+\.costs)/.test(line.id)) continue
        const same = here.method.book.lines.get(line.id)
        for (const [place, expression] of line.values.entries()) {
          const expected = there.of(expression)
          const got = here.at(same?.values ?? [], place)
          so(got.minus(expected).abs().lessThan('1e-20'), `${off.id} off: ${line.id}[${place}] is ${got}, not ${expected}`)
        }
      }
    }
  },
  60,
)
